/** Imported where the working calendar is edited. */
import { calendarRoutes } from '../contract/calendar-routes.ts';
import { learnRoutes } from './client.ts';

learnRoutes(calendarRoutes);
