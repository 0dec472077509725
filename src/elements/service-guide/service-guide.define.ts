import { define } from '../../core/define.ts';
import { ServiceGuide } from './service-guide.ts';

define('service-guide', ServiceGuide);

declare global {
  interface HTMLElementTagNameMap {
    'service-guide': ServiceGuide;
  }
}
