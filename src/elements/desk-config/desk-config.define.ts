import { define } from '../../core/define.ts';
import { DeskConfig } from './desk-config.ts';

define('desk-config', DeskConfig);
