import { readFile } from 'node:fs/promises';
import type { Answers, FormDefinition } from '../../../src/contract/form.ts';
import type { Filed, RequestRecord, RequestStatus } from '../../../src/contract/request.ts';
import type { Problem } from '../../../src/contract/problem.ts';
import type { StaffCase } from '../../../src/contract/staff.ts';
import type { Unit } from '../../../src/contract/agency.ts';
import { publishProvince } from '../../../src/gateway/catalogue/publish.ts';
import type { Ports } from '../../../src/gateway/ports.ts';
import type { InboxMessage } from '../../../src/gateway/messages/inbox.ts';
import { readCalendarFile } from '../../../src/rules/calendar-file.ts';
import { newestOtp } from '../../support/one-time-code.ts';
import { uploadFile } from '../../support/upload-file.ts';
import { startTestGateway, type TestGateway, type TestGatewayOptions } from '../../support/gateway.ts';

const data = new URL('../../../demo/data/alborz/', import.meta.url);
const text = (path: string) => readFile(new URL(path, data), 'utf8');

/** A form with what filing has to look after: a contact, a condition, files alone and in rows. */
export const testForm: FormDefinition = {
  id: 'desk-test',
  version: 1,
  kind: 'application',
  title: { fa: 'درخواست آزمون' },
  contactField: 'mobile',
  steps: [{
    id: 'all',
    title: { fa: 'درخواست' },
    items: [
      { id: 'name', type: 'text', label: { fa: 'نام' }, required: true, maxLength: 60 },
      { id: 'mobile', type: 'mobile', label: { fa: 'تلفن همراه' }, required: true },
      { id: 'post', type: 'postalCode', label: { fa: 'کدپستی' }, required: false },
      { id: 'owner', type: 'yesNo', label: { fa: 'مالک هستید؟' }, required: false },
      { id: 'deed', type: 'file', label: { fa: 'سند' }, required: false, accept: ['application/pdf', 'image/png'], maxFiles: 2, when: { field: 'owner', op: 'eq', value: true } },
      {
        id: 'people', type: 'group', label: { fa: 'همراهان' }, min: 0, max: 3,
        fields: [
          { id: 'who', type: 'text', label: { fa: 'نام' }, required: true },
          { id: 'photo', type: 'file', label: { fa: 'عکس' }, required: false, accept: ['image/*'], maxBytes: 100_000 },
        ],
      },
    ],
  }],
};

export const pdf = new TextEncoder().encode('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n');
export const png = Uint8Array.from(
  atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='),
  (letter) => letter.charCodeAt(0),
);

interface AgencyLine {
  id: string; nameFa: string; kind: string; county: string | null; declaration: string;
  units: { id: string; nameFa: string; floor: string | null; room: string | null; addressCity: string | null; phone: string | null; hoursRef: string }[];
}

/** Two agencies of the demo, with one service of the first filed by {@link testForm}. */
export async function publishTestDesk(ports: Ports, form: FormDefinition = testForm): Promise<void> {
  const all = (JSON.parse(await text('agencies.json')) as { agencies: AgencyLine[] }).agencies;
  const agencies = all.filter(({ id }) => id === 'abfa' || id === 'sabt-ahval');
  await publishProvince(ports, {
    provinceId: 'alborz', name: { fa: 'البرز', en: 'Alborz' },
    calendar: readCalendarFile(JSON.parse(await text('calendar.json')), 1),
    counties: [{ id: 'fardis', name: { fa: 'فردیس', en: 'Fardis' } }],
    agencies: agencies.map(({ id, nameFa, kind, county }) => ({ id, name: { fa: nameFa }, kind, county })),
    units: agencies.flatMap(({ id, units }) => units.map((unit): Unit => ({
      id: unit.id, agency: id, name: { fa: unit.nameFa }, floor: unit.floor, room: unit.room, city: unit.addressCity,
      phone: null, hours: unit.hoursRef as Unit['hours'],
    }))),
    declarations: await Promise.all(agencies.map(async ({ id, declaration }) => ({
      agency: id, fileName: declaration.split('/').at(-1)!, bytes: new Uint8Array(await readFile(new URL(declaration, data))),
    }))),
    forms: [form],
    formOf: [{ agency: 'abfa', title: 'واگذاری انشعاب آب', form: form.id }],
    lexicon: [], illustrative: true, by: 'test',
  });
}

export const problemOf = async (answer: Response): Promise<Problem> => (await answer.json()) as Problem;

let people = 0;
/** A number that no other request of the test has. */
export const newMobile = (): string => `0912${String(3_000_000 + ++people)}`;

export interface TestDesk extends TestGateway {
  offering: string;
  /** What a citizen's browser does. */
  send(answers: Answers, more?: { key?: string; form?: { id: string; version: number }; offering?: string }): Promise<Response>;
  file(answers?: Answers): Promise<Filed & { mobile: string }>;
  upload(bytes: Uint8Array, name: string, field?: string): Promise<Response>;
  inbox(mobile: string): Promise<InboxMessage[]>;
  /** The newest one-time code that went there. */
  otpOf(mobile: string): Promise<string>;
  /** Token that opens the request, got by a one-time code. */
  prove(code: string, mobile: string): Promise<string>;
  record(code: string, token: string): Promise<Response>;
  /** What the code alone opens. */
  status(code: string): Promise<RequestStatus>;
  /** One act of the desk. */
  act(cookie: string, id: string, what: string, json: object): Promise<Response>;
  openCase(cookie: string, id: string): Promise<StaffCase>;
  /** Id of the newest request. */
  idOf(code: string, cookie: string): Promise<string>;
}

/** The real gateway with a desk in it. */
export async function startDesk(options: TestGatewayOptions = {}): Promise<TestDesk> {
  const gateway = await startTestGateway(options);
  await publishTestDesk(gateway.ports);
  const row = await gateway.db.selectFrom('offering_version').select('offering').where((eb) => eb.exists(
    eb.selectFrom('form_version').select('form').where('form', '=', testForm.id),
  )).where(({ eb, ref }) => eb(ref('sheet', '->').key('form').key('id'), '=', JSON.stringify(testForm.id) as never)).executeTakeFirstOrThrow();
  const offering = row.offering;
  const own = { 'sec-fetch-site': 'same-origin' };

  const desk: TestDesk = {
    ...gateway,
    offering,
    send: (answers, { key, form = { id: testForm.id, version: testForm.version }, offering: other } = {}) =>
      gateway.fetch('/v1/requests', {
        json: { offering: other ?? offering, form, answers, language: 'fa' }, headers: key ? { 'idempotency-key': key } : {},
      }),
    async file(answers = {}) {
      const mobile = typeof answers['mobile'] === 'string' ? answers['mobile'] : newMobile();
      const answer = await desk.send({ name: 'آزمون', ...answers, mobile });
      if (answer.status !== 201) throw new Error(`Filing failed: ${await answer.text()}`);
      return { ...((await answer.json()) as Filed), mobile };
    },
    upload: (bytes, name, field = 'deed') =>
      uploadFile(gateway.fetch, { offering, field, name }, bytes),
    async inbox(mobile) {
      const answer = await gateway.fetch(`/dev/inbox?to=${mobile}`, { headers: { accept: 'application/json' } });
      return ((await answer.json()) as { messages: InboxMessage[] }).messages;
    },
    async otpOf(mobile) {
      const otp = newestOtp(await desk.inbox(mobile));
      if (!otp) throw new Error(`No one-time code went to ${mobile}.`);
      return otp;
    },
    async prove(code, mobile) {
      await gateway.fetch(`/v1/requests/${code}/proof`, { method: 'POST' });
      const answer = await gateway.fetch(`/v1/requests/${code}/proof/confirm`, { json: { otp: await desk.otpOf(mobile) } });
      if (!answer.ok) throw new Error(`The proof failed: ${await answer.text()}`);
      return ((await answer.json()) as { token: string }).token;
    },
    record: (code, token) => gateway.fetch(`/v1/requests/${code}/record`, { headers: { authorization: `Bearer ${token}` } }),
    status: async (code) => (await (await gateway.fetch(`/v1/requests/${code}`)).json()) as RequestStatus,
    act: (cookie, id, what, json) => gateway.fetch(`/v1/staff/requests/${id}/${what}`, { json, headers: { cookie, ...own } }),
    async openCase(cookie, id) {
      const answer = await gateway.fetch(`/v1/staff/requests/${id}`, { headers: { cookie } });
      if (!answer.ok) throw new Error(`The case did not open: ${await answer.text()}`);
      return (await answer.json()) as StaffCase;
    },
    async idOf(code) {
      const { lookupHash } = await import('../../../src/gateway/requests/code.ts');
      const found = await gateway.db.selectFrom('request_code').select('request')
        .where('code_hash', '=', await lookupHash(gateway.ports, code)).executeTakeFirstOrThrow();
      return found.request;
    },
  };
  return desk;
}

export type { RequestRecord };
