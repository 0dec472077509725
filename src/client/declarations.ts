/** Imported where tokens of agencies' own systems are kept, or what agencies have declared is told. */
import { declarationRoutes } from '../contract/declaration-routes.ts';
import { learnRoutes } from './client.ts';

learnRoutes(declarationRoutes);
