/** Imported where the staff's routes are called. */
import { staffRoutes } from '../contract/staff-routes.ts';
import { learnRoutes } from './client.ts';

learnRoutes(staffRoutes);
