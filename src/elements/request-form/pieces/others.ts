export { sendOthers } from '../form/send-others.ts';
