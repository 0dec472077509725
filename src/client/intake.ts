/** Imported where declarations are handed in. */
import { intakeRoutes } from '../contract/intake-routes.ts';
import { learnRoutes } from './client.ts';

learnRoutes(intakeRoutes);
