/** Imported where the index is brought up to date by what changed, or where it is told that a search found nothing. */
import { searchRoutes } from '../contract/search-routes.ts';
import { learnRoutes } from './client.ts';

learnRoutes(searchRoutes);
