import { define } from '../../core/define.ts';
import { RateService } from './rate-service.ts';

define('rate-service', RateService);

declare global {
  interface HTMLElementTagNameMap {
    'rate-service': RateService;
  }
}
