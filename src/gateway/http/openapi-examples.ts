import { declarationExamples } from './openapi-declarations.ts';
import { formStudioExamples } from './openapi-form-studio.ts';
import { intakeExamples } from './openapi-intake.ts';
import type { RouteBody } from '../../contract/route-schemas.ts';
import type { routes, RouteName } from '../../contract/routes.ts';

type Posts = { [N in RouteName]: (typeof routes)[N] extends { method: 'POST'; sends: 'bytes' } ? never : (typeof routes)[N] extends { method: 'POST' } ? N : never }[RouteName];
type WithBody = { [N in Posts]: [RouteBody<N>] extends [never] ? never : N }[Posts];
export type BodyExamples = { [N in WithBody]: RouteBody<N> };

const guide: RouteBody<'checkGuide'>['tree'] = {
  id: 'example', lifeEvent: 'documents', title: { fa: 'شناسنامه' }, order: 1, start: 'lost',
  nodes: [
    {
      id: 'lost', kind: 'question', text: { fa: 'شناسنامه‌تان گم شده است؟' },
      options: [{ label: { fa: 'بله' }, to: 'duplicate' }, { label: { fa: 'نه، می‌خواهم عوضش کنم' }, to: 'renewal' }],
    },
    { id: 'duplicate', kind: 'answer', title: { fa: 'شناسنامه المثنی' }, services: [{ need: ['شناسنامه المثنی'] }], contacts: [{ name: { fa: 'سامد' }, phone: '111', illustrative: false }] },
    { id: 'renewal', kind: 'answer', title: { fa: 'تعویض شناسنامه' }, services: [{ need: ['تعویض شناسنامه'] }], contacts: [{ name: { fa: 'سامد' }, phone: '111', illustrative: false }] },
  ],
};

const day: [string, string][] = [['07:30', '14:30']];
/** The whole of what may be edited is sent, not what changed. */
const editedCalendar = {
  version: 1,
  content: {
    weeklyHours: [{ from: '2026-09-07', toExclusive: null, hours: { Sat: day, Sun: day, Mon: day, Tue: day, Wed: day, Thu: [['07:30', '13:00'] as [string, string]], Fri: [] } }],
    solarHolidays: [{ month: 1, day: 1, title: 'عید نوروز' }],
    lunarHolidays: [{ date: '2027-03-10', title: 'عید فطر' }],
    closures: [{ date: '2026-12-16', scope: { counties: ['karaj'] }, kind: 'closed' as const, hours: [], reason: 'آلودگی هوا' }],
  },
};

/**
 * A body for every route that takes one, as the contract types it; a test reads each with its schema. That of filing is
 * replaced by one of a service that is published (./filing-example.ts), so that it files when it is copied.
 */
export const bodyExamples: BodyExamples = {
  fileRequest: {
    offering: 'alborz.agency.abcdefgh', form: { id: 'generic-request', version: 1 },
    answers: { fullName: 'متن نمونه', mobile: '09120000000' }, language: 'fa',
  },
  receiptPdf: { receipt: 'HEADER.CLAIMS.SIGNATURE', code: '1234567890123456', language: 'fa' },
  carryDraft: { offering: 'alborz.agency.abcdefgh', mobile: '09120000000', language: 'fa', draft: { raw: { fullName: 'متن نمونه' } } },
  fetchDraft: { offering: 'alborz.agency.abcdefgh', mobile: '09120000000', otp: '12345678' },
  proveAccepted: { otp: '123456' },
  giveProof: { otp: '123456', challenge: 'CHALLENGE' },
  chooseNews: { sms: true },
  addNewsAddress: { address: 'name@example.ir' },
  proveNewsAddress: { otp: '123456' },
  withdraw: { text: 'مشکل حل شد.' },
  object: { text: 'به بخش دوم درخواست پاسخی داده نشد.' },
  rate: { answers: { satisfied: 4, timeKept: 5 }, reasons: [] },
  reply: { text: 'نشانی کامل: کرج، میدان نمونه', question: 3, answers: { builtIn: 1389 } },
  tellUnanswered: { query: 'مجوز پرورش بلدرچین' },
  rateService: { answers: { satisfied: 3, stepsTold: 2 }, reasons: ['unclear'] },
  reportSheet: { version: 1, text: 'اتاق این واحد جابه‌جا شده است؛ اکنون طبقه دوم است.' },
  sendAgain: { ids: ['1'] },
  dropUndelivered: { ids: ['1'] },
  seeNotices: { ids: ['48'] },
  previewCalendar: editedCalendar,
  saveCalendar: { ...editedCalendar, why: 'تعطیلی برای آلودگی هوا' },
  addDelayReason: { title: 'پاسخ استعلام از دستگاه دیگر نرسیده است', rule: 'استعلامی که در برگه خدمت آمده است' },
  explainDelay: { version: 2, reason: 'inquiry-open', expected: '2026-12-20T14:15:00+03:30' },
  ...intakeExamples,
  ...formStudioExamples,
  ...declarationExamples,
  signIn: { username: 'USERNAME', password: 'PASSWORD' },
  findCase: { code: '1234-5678-9012-3456' },
  take: { version: 1, takeOver: false },
  release: { version: 2 },
  assign: { version: 2, assignee: 'STAFF' },
  ask: { version: 2, text: 'نشانی ملک کامل نیست؛ لطفاً آن را کامل بنویسید.', fields: [{ id: 'builtIn', type: 'number', label: { fa: 'سال ساخت' }, required: true, integer: true }] },
  answer: { version: 2, outcome: 'done', text: 'درخواست شما انجام شد.' },
  saveGuide: { version: 0, tree: guide, note: 'راهنمای تازه' },
  checkGuide: { tree: guide },
  refer: { version: 2, unit: 'agency-unit', reason: 'رسیدگی به این درخواست کار آن واحد است.' },
  inquire: { version: 2, unit: 'agency-unit', text: 'آیا این نشانی در محدوده شهر است؟' },
  answerInquiry: { version: 5, text: 'در محدوده شهر است.' },
};
