import { define } from '../../core/define.ts';
import { GuideEditor } from './guide-editor.ts';

define('guide-editor', GuideEditor);
