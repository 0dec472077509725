export { Elsewhere } from '../../../core/outbox/elsewhere.ts';
