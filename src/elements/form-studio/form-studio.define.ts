import { define } from '../../core/define.ts';
import { FormStudio } from './form-studio.ts';

define('form-studio', FormStudio);
