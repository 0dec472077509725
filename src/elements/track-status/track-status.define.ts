import { define } from '../../core/define.ts';
import { TrackStatus } from './track-status.ts';

define('track-status', TrackStatus);
