import { define } from '../../../core/define.ts';
import { QuestionForm } from './question-form.ts';

define('question-form', QuestionForm);
