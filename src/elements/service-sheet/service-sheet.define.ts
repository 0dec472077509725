import { define } from '../../core/define.ts';
import { ServiceSheet } from './service-sheet.ts';

define('service-sheet', ServiceSheet);

declare global {
  interface HTMLElementTagNameMap {
    'service-sheet': ServiceSheet;
  }
}
