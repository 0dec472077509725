/** Imported where the supervisor looks at how the agencies keep their promise. */
import { monitorRoutes } from '../contract/monitor-routes.ts';
import { learnRoutes } from './client.ts';

learnRoutes(monitorRoutes);
