/** Imported where an index is brought up to date or read in shards, or where it is told that a search found nothing. */
import { searchRoutes } from '../contract/search-routes.ts';
import { learnRoutes } from './client.ts';

// A shard may be any JSON, a text for one, so whoever asks for it gets it as it came.
learnRoutes({ ...searchRoutes, catalogueShard: { ...searchRoutes.catalogueShard, gives: 'bytes' } });
