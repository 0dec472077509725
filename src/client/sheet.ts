/** Imported where a sheet tells how its promise is kept, or takes what a reader finds wrong. */
import { sheetRoutes } from '../contract/sheet-routes.ts';
import { learnRoutes } from './client.ts';

learnRoutes(sheetRoutes);
