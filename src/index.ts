/**
 * The npm entry: classes without side effects, for those who build their own pages. `import 'mizban/elements/x'` of one
 * element defines it.
 */
import './client/staff.ts';

export { version, define, setPrefix, tagOf } from './core/define.ts';
export { setScriptConfiguration as configure, type PartialConfiguration } from './core/configuration.ts';
export { DeskElement, type DeskState } from './core/desk-element.ts';
export { DeskConfig } from './elements/desk-config/desk-config.ts';
export { ServiceFinder } from './elements/service-finder/service-finder.ts';
export { ServiceSheet } from './elements/service-sheet/service-sheet.ts';
export { ServiceGuide } from './elements/service-guide/service-guide.ts';
export { RequestForm } from './elements/request-form/request-form.ts';
export { ComplaintForm } from './elements/complaint-form/complaint-form.ts';
export { TrackStatus } from './elements/track-status/track-status.ts';
export { RateService } from './elements/rate-service/rate-service.ts';
export { GatewayClient, type CallOptions } from './client/client.ts';
export { GatewayError, MalformedAnswerError, ProblemError, UnreachableError } from './client/errors.ts';
export type { RouteAnswer, RouteBody, RouteInput, RouteParams, RouteQuery } from './contract/route-schemas.ts';
export type { RouteName } from './contract/routes.ts';
