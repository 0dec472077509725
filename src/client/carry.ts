/** Imported where a draft goes to another device. */
import { carryRoutes } from '../contract/carry-routes.ts';
import { learnRoutes } from './client.ts';

learnRoutes(carryRoutes);
