/** Imported where more of a request's promise is shown than its clock. */
import { promiseRoutes } from '../contract/promise-routes.ts';
import { learnRoutes } from './client.ts';

learnRoutes(promiseRoutes);
