import { define } from '../../core/define.ts';
import { DeskConsole } from './desk-console.ts';

define('desk-console', DeskConsole);
