import { define } from '../../../core/define.ts';
import { FormPreview } from './form-preview.ts';

define('form-preview', FormPreview);
