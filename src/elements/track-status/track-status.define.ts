import { define } from '../../core/define.ts';
import { TrackStatus } from './track-status.ts';

TrackStatus.loadRating = () => import('../rate-service/rate-service.define.ts');
define('track-status', TrackStatus);
