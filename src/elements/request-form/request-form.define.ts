import { define } from '../../core/define.ts';
import { RequestForm } from './request-form.ts';

define('request-form', RequestForm);
