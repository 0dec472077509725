/** Imported where reasons for delays are given, or their list is kept. */
import { delayRoutes } from '../contract/delay-routes.ts';
import { learnRoutes } from './client.ts';

learnRoutes(delayRoutes);
