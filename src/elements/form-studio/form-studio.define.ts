import { define } from '../../core/define.ts';
import '../request-form/preview/form-preview.define.ts';
import { FormStudio } from './form-studio.ts';

define('form-studio', FormStudio);
