/** Imported where files are sent. */
import { uploadRoutes } from '../contract/upload-routes.ts';
import { learnRoutes } from './client.ts';

learnRoutes(uploadRoutes);
