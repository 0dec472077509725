import { Monitor, MonitorCases, MonitorCasesQuery, MonitorQuery } from './monitor.ts';
import { DelayChoices, DelayReasonInput, DelayReasonList, ExplainDelayInput } from './delay.ts';
import { z } from './zod.ts';

import { WorkingCalendar } from './calendar.ts';
import { CalendarEdit, CalendarList, CalendarPreview, SaveCalendarInput } from './calendar-edit.ts';
import { CarryInput, Carried, FetchDraftInput, FetchedDraft } from './carry.ts';
import { Catalogue, CatalogueIndex, CatalogueLexicon, SearchAnswer } from './catalogue.ts';
import { CatalogueDelta } from './catalogue-delta.ts';
import { declarationSchemas } from './declaration-schemas.ts';
import { FileLink, FormDefinition, Upload, UploadOffset } from './form.ts';
import { formStudioSchemas } from './form-studio.ts';
import { CheckGuideInput, Guide, GuideFindings, GuideList, SaveGuideInput, StaffGuide, StaffGuideList } from './guide.ts';
import { hsdsSchemas } from './hsds-schemas.ts';
import { intakeSchemas } from './intake-schemas.ts';
import { PublishedOffering } from './offering.ts';
import { OpenData } from './open-data.ts';
import { promiseSchemas } from './promise-schemas.ts';
import {
  Accepted, AcceptedFiled, AcceptedProofInput, Filed, Proof, ProofAsked, ProofInput, ReceiptPdfInput, ReplyInput, RequestInput, RequestRecord, RequestStatus,
} from './request.ts';
import type { Route, RouteName, routes } from './routes.ts';
import { KeptPromise, SheetReportInput, SheetReports } from './sheet.ts';
import {
  AnswerInput, AskInput, AssignInput, FindCaseInput, Queue, QueueItem, InquireInput, InquiryAnswerInput, ReferInput, ReleaseInput, SignInInput, StaffCase, StaffList,
  StaffSession, TakeInput, UnitList,
} from './staff.ts';
import { NoticeChoice, Notices } from './notice.ts';
import { UnansweredInput, UnansweredQueries } from './unanswered.ts';
import { UndeliveredChoice, UndeliveredMessages } from './undelivered.ts';

export interface RouteSchema {
  query?: z.ZodMiniObject;
  body?: z.ZodMiniType;
  answer: z.ZodMiniType;
}

/** Which province is meant; the gateway's default when absent. */
const province = { province: z.optional(z.string()) };
const nothing = z.void();
const bytes = z.custom<Blob>();

export const routeSchemas = {
  catalogue: { query: z.object({ ...province, agencies: z.optional(z.string()) }), answer: Catalogue },
  catalogueIndex: { query: z.object(province), answer: CatalogueIndex },
  catalogueDelta: { answer: CatalogueDelta },
  catalogueLexicon: { answer: CatalogueLexicon },
  catalogueShard: { answer: z.unknown() },
  search: {
    query: z.object({ ...province, q: z.string().check(z.maxLength(4096)), agency: z.optional(z.string()), limit: z.optional(z.string()) }),
    answer: SearchAnswer,
  },
  tellUnanswered: { body: UnansweredInput, answer: nothing },
  calendar: { query: z.object(province), answer: WorkingCalendar },
  offering: { query: z.object({ v: z.optional(z.string()) }), answer: PublishedOffering },
  offeringForm: { query: z.object({ v: z.optional(z.string()) }), answer: FormDefinition },
  startUpload: { answer: UploadOffset },
  uploadOffset: { answer: UploadOffset },
  continueUpload: { body: bytes, answer: nothing },
  finishUpload: { answer: Upload },
  removeUpload: { answer: nothing },
  fileRequest: { body: RequestInput, answer: z.union([Filed, Accepted]) },
  proveAccepted: { body: AcceptedProofInput, answer: AcceptedFiled },
  resendAccepted: { answer: Accepted },
  requestStatus: { answer: RequestStatus },
  askProof: { answer: ProofAsked },
  giveProof: { body: ProofInput, answer: Proof },
  requestRecord: { answer: RequestRecord },
  reply: { body: ReplyInput, answer: RequestRecord },
  requestFile: { answer: FileLink },
  file: { answer: bytes },
  receiptKeys: { answer: z.object({ keys: z.array(z.record(z.string(), z.unknown())) }) },
  textReceipt: { answer: z.object({}) },
  receiptPdf: { body: ReceiptPdfInput, answer: bytes },
  carryDraft: { body: CarryInput, answer: Carried },
  fetchDraft: { body: FetchDraftInput, answer: FetchedDraft },
  signIn: { body: SignInInput, answer: StaffSession },
  staffSession: { answer: StaffSession },
  signOut: { answer: nothing },
  queue: {
    query: z.object({
      cursor: z.optional(z.string()), limit: z.optional(z.string()), state: z.optional(z.enum(['open', 'answered', 'all'])),
      /** Only what the caller works on, or what nobody does yet. */
      assignee: z.optional(z.enum(['me', 'none'])),
    }),
    answer: Queue,
  },
  staffCase: { answer: StaffCase },
  take: { body: TakeInput, answer: StaffCase },
  release: { body: ReleaseInput, answer: StaffCase },
  assign: { body: AssignInput, answer: StaffCase },
  colleagues: { answer: StaffList },
  findCase: { body: FindCaseInput, answer: QueueItem },
  answer: { body: AnswerInput, answer: StaffCase },
  ask: { body: AskInput, answer: StaffCase },
  refer: { body: ReferInput, answer: StaffCase },
  inquire: { body: InquireInput, answer: StaffCase },
  answerInquiry: { body: InquiryAnswerInput, answer: StaffCase },
  staffFile: { answer: FileLink },
  guides: { query: z.object(province), answer: GuideList },
  guide: { query: z.object(province), answer: Guide },
  staffGuides: { answer: StaffGuideList },
  staffGuide: { query: z.object({ v: z.optional(z.string()) }), answer: StaffGuide },
  saveGuide: { body: SaveGuideInput, answer: StaffGuide },
  checkGuide: { body: CheckGuideInput, answer: GuideFindings },
  unansweredQueries: { answer: UnansweredQueries },
  openData: { answer: OpenData },
  openDataFile: { answer: bytes },
  formSchema: { query: z.object({ v: z.optional(z.string()) }), answer: z.record(z.string(), z.unknown()) },
  keptPromise: { answer: KeptPromise },
  reportSheet: { body: SheetReportInput, answer: nothing },
  sheetReports: { answer: SheetReports },
  closeSheetReport: { answer: nothing },
  undelivered: { answer: UndeliveredMessages },
  sendAgain: { body: UndeliveredChoice, answer: nothing },
  dropUndelivered: { body: UndeliveredChoice, answer: nothing },
  notices: { answer: Notices },
  seeNotices: { body: NoticeChoice, answer: nothing },
  calendars: { answer: CalendarList },
  previewCalendar: { body: CalendarEdit, answer: CalendarPreview },
  saveCalendar: { body: SaveCalendarInput, answer: CalendarList },
  monitor: { query: MonitorQuery, answer: Monitor },
  monitorCases: { query: MonitorCasesQuery, answer: MonitorCases },
  delayReasons: { answer: DelayReasonList },
  addDelayReason: { body: DelayReasonInput, answer: DelayReasonList },
  retireDelayReason: { answer: DelayReasonList },
  delayChoices: { answer: DelayChoices },
  explainDelay: { body: ExplainDelayInput, answer: StaffCase },
  units: { answer: UnitList },
  ...hsdsSchemas,
  ...intakeSchemas,
  ...formStudioSchemas,
  ...declarationSchemas,
  ...promiseSchemas,
} as const satisfies Record<RouteName, RouteSchema>;

type Schemas = typeof routeSchemas;
type ParamsIn<P extends string> = P extends `${string}{${infer N}}${infer Rest}` ? { [K in N]: string } & ParamsIn<Rest> : unknown;
type Has<N extends RouteName, K extends string> = Schemas[N] extends Record<K, infer S extends z.ZodMiniType> ? z.infer<S> : never;

/** Path parameters of a route by name. */
export type RouteParams<N extends RouteName> = ParamsIn<(typeof routes)[N]['path']>;
export type RouteQuery<N extends RouteName> = Has<N, 'query'>;
export type RouteBody<N extends RouteName> = Has<N, 'body'>;
export type RouteAnswer<N extends RouteName> = Has<N, 'answer'>;

/** All that a call of a route is given. */
export type RouteInput<N extends RouteName> =
  (unknown extends RouteParams<N> ? { params?: undefined } : { params: RouteParams<N> }) &
  ([RouteQuery<N>] extends [never] ? { query?: undefined } : { query?: RouteQuery<N> }) &
  ([RouteBody<N>] extends [never] ? { body?: undefined } : { body: RouteBody<N> });
export type { Route };
