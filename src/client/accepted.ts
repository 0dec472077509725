/** Imported where a request that was accepted is filed by its code. */
import { acceptedRoutes } from '../contract/accepted-routes.ts';
import { learnRoutes } from './client.ts';

learnRoutes(acceptedRoutes);
