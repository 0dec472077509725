import { acceptedRoutes } from './accepted-routes.ts';
import { calendarRoutes } from './calendar-routes.ts';
import { carryRoutes } from './carry-routes.ts';
import { citizenRoutes } from './citizen-routes.ts';
import { declarationRoutes } from './declaration-routes.ts';
import { delayRoutes } from './delay-routes.ts';
import { formStudioRoutes } from './form-studio-routes.ts';
import { guideRoutes } from './guide-routes.ts';
import { hsdsRoutes } from './hsds-routes.ts';
import { intakeRoutes } from './intake-routes.ts';
import { monitorRoutes } from './monitor-routes.ts';
import { openDataRoutes } from './open-data-routes.ts';
import { promiseRoutes } from './promise-routes.ts';
import { receiptRoutes } from './receipt-routes.ts';
import { searchRoutes } from './search-routes.ts';
import { sheetRoutes } from './sheet-routes.ts';
import { staffRoutes } from './staff-routes.ts';
import { uploadRoutes } from './upload-routes.ts';

export type { Route } from './route.ts';

/**
 * Every route of the gateway as data, without schemas, so that the client carries a few hundred bytes and no zod.
 * What goes in and comes out of each is in `route-schemas.ts` under the same name.
 */
export const routes = { ...acceptedRoutes, ...calendarRoutes, ...carryRoutes, ...citizenRoutes, ...declarationRoutes, ...delayRoutes, ...formStudioRoutes, ...guideRoutes, ...hsdsRoutes, ...intakeRoutes, ...monitorRoutes, ...openDataRoutes, ...promiseRoutes, ...receiptRoutes, ...searchRoutes, ...sheetRoutes, ...staffRoutes, ...uploadRoutes };

export type RouteName = keyof typeof routes;
