import { define } from '../../core/define.ts';
import { DeskMonitor } from './desk-monitor.ts';

define('desk-monitor', DeskMonitor);
