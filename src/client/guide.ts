/** Imported where guides are read. */
import { guideRoutes } from '../contract/guide-routes.ts';
import { learnRoutes } from './client.ts';

learnRoutes(guideRoutes);
