export { unavailable } from '../parts/unavailable.ts';
