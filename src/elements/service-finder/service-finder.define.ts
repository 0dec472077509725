import { define } from '../../core/define.ts';
import { ServiceFinder } from './service-finder.ts';

define('service-finder', ServiceFinder);

declare global {
  interface HTMLElementTagNameMap {
    'service-finder': ServiceFinder;
  }
}
