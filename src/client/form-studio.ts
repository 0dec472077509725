/** Imported where forms are written. */
import { formStudioRoutes } from '../contract/form-studio-routes.ts';
import { learnRoutes } from './client.ts';

learnRoutes(formStudioRoutes);
