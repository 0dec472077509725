import type { DelayChoices } from '../src/contract/delay.ts';
import { workingCalendar } from '../src/gateway/catalogue/store.ts';
import { randomToken } from '../src/gateway/crypto.ts';
import type { CallerContext, StaffCaller } from '../src/gateway/http/handler.ts';
import { ProblemException } from '../src/gateway/http/problem.ts';
import type { Ports } from '../src/gateway/ports.ts';
import { queueHandlers } from '../src/gateway/queue/handlers.ts';
import { lookupHash } from '../src/gateway/requests/code.ts';
import { fileRequest } from '../src/gateway/requests/file.ts';
import { onlineOffering } from '../src/gateway/requests/online-offering.ts';
import { staffCaller } from '../src/gateway/staff/sessions.ts';
import { fireDue, nextDue } from '../src/gateway/timers/fire.ts';
import { exampleAnswers } from '../src/rules/form-example.ts';
import { addOpenMinutes, dateOfDay, instantAt, wallTime } from '../src/rules/working-calendar.ts';

const province = 'alborz';
/** Minutes of an ordinary day of office, by which acts are set apart. */
const day = 400;

type ActName = 'take' | 'ask' | 'refer' | 'explain' | 'answer' | 'reject';
/** What became of a request, as acts of its expert so many open minutes after it was filed. */
const lives = {
  soon: [[60, 'take'], [1.5 * day, 'answer']],
  rejected: [[90, 'take'], [2 * day, 'reject']],
  referred: [[120, 'take'], [1 * day, 'refer'], [1.4 * day, 'take'], [4 * day, 'answer']],
  late: [[3 * day, 'take'], [13 * day, 'answer']],
  explained: [[1 * day, 'take'], [5 * day, 'explain']],
  asked: [[100, 'take'], [200, 'ask']],
  underWay: [[150, 'take']],
  untouched: [],
} as const satisfies Record<string, readonly (readonly [after: number, act: ActName])[]>;

/** Requests by form: how many days ago each was filed, and what became of it. */
const filings: Record<string, readonly (readonly [daysAgo: number, life: keyof typeof lives])[]> = {
  'water-bill': [[33, 'late'], [26, 'soon'], [19, 'referred'], [16, 'untouched'], [9, 'soon'], [4, 'asked'], [1, 'underWay']],
  'water-outage': [[12, 'soon'], [6, 'soon'], [2, 'untouched']],
  'power-bill': [[30, 'soon'], [21, 'rejected'], [14, 'explained'], [5, 'underWay']],
  'power-outage': [[11, 'soon'], [7, 'soon'], [1, 'untouched']],
  'gas-bill': [[28, 'late'], [20, 'untouched'], [13, 'soon'], [3, 'underWay']],
  'road-repair': [[25, 'referred'], [18, 'explained'], [10, 'soon'], [8, 'asked']],
  'freedom-of-information': [[22, 'soon'], [15, 'late'], [2, 'underWay']],
};

type Act = (id: string, version: number, caller: CallerContext) => Promise<unknown>;

const on = <B>(id: string, body: B) => ({ params: { id }, query: undefined as never, body });

/** What an expert does with a request on the staff page. */
function actsOf(ports: Ports): Record<ActName, Act> {
  const desk = queueHandlers(ports);
  const answer = (outcome: 'done' | 'rejected', text: string): Act => (id, version, caller) => desk.answer(on(id, { version, outcome, text }), caller);
  return {
    take: (id, version, caller) => desk.take(on(id, { version }), caller),
    ask: (id, version, caller) => desk.ask(on(id, { version, text: 'نمونه نمایشی: شماره اشتراک با نشانی سازگار نیست. آن را دوباره بنویسید.' }), caller),
    answer: answer('done', 'نمونه نمایشی: بررسی و انجام شد.'),
    reject: answer('rejected', 'نمونه نمایشی: شرایط خدمت فراهم نیست.'),
    async refer(id, version, caller) {
      const { holder_agency: agency, holder_unit: unit } = await ports.db.selectFrom('request').select(['holder_agency', 'holder_unit']).where('id', '=', id).executeTakeFirstOrThrow();
      const others = await ports.db.selectFrom('unit').select('id').where('province', '=', province).where('agency', '=', agency).orderBy('id').execute();
      const to = others.find((other) => other.id !== unit)!;
      return desk.refer(on(id, { version, unit: to.id, reason: 'نمونه نمایشی: این کار با واحد دیگری است.' }), caller);
    },
    async explain(id, version, caller) {
      const { reasons, ends } = (await desk.delayChoices(on(id, undefined as never), caller)) as DelayChoices;
      return desk.explainDelay(on(id, { version, reason: reasons[0]!.id, expected: ends.at(-1)! }), caller);
    },
  };
}

/**
 * Files the requests of the last weeks, so that queue, monitor and state show what time does to them: the gateway's own code
 * acts at moments that pass one after another, and the ladder and the messages come about as they would have. Whoever filed
 * them is nobody: the answers are those of the documentation. Only where there is no request yet; gives how many were filed.
 * `ending`: whether to stop after the act under way. A running gateway's timers would act at the same requests today.
 */
export async function filePastRequests(ports: Ports, ending: () => boolean = () => false): Promise<number> {
  const { db } = ports;
  if (await db.selectFrom('request').select('id').limit(1).executeTakeFirst()) return 0;
  const present = ports.now();
  let now = present;
  const past: Ports = { ...ports, now: () => now, machineTime: false, settings: { ...ports.settings, mobileProof: 'off' } };
  const acts = actsOf(past);
  const calendar = await workingCalendar(db, province);
  const experts = await expertsOf(past);
  const planned: { at: Date; work: () => Promise<void> }[] = [];
  const plan = (at: Date, work: () => Promise<void>): void => {
    if (at < present) planned.push({ at, work });
  };

  async function perform(id: string, act: ActName): Promise<void> {
    const { version, holder_agency: agency } = await db.selectFrom('request').select(['version', 'holder_agency']).where('id', '=', id).executeTakeFirstOrThrow();
    await acts[act](id, version, callerOf(experts.get(agency)));
  }
  const { day: today } = wallTime(calendar, present);
  let places = 0;
  for (const [form, all] of Object.entries(filings)) {
    const { offering, agency, definition } = await onlineBy(past, form);
    for (const [daysAgo, life] of all) {
      // In the morning, at minutes that differ.
      const at = instantAt(calendar, today - daysAgo, 9 * 60 + ((daysAgo * 37) % 180));
      plan(at, async () => {
        const answers = { ...exampleAnswers(definition, dateOfDay(today - daysAgo))! };
        if ('location' in answers) answers['location'] = { text: `کرج، کوچه نمونه ${++places}` };
        const made = await fileRequest(past, { offering, form: { id: definition.id, version: definition.version }, answers, language: 'fa' }, callerOf());
        if (!('code' in made)) throw new Error('A past request was accepted, and not filed.');
        const { request: id } = await db.selectFrom('request_code').select('request').where('code_hash', '=', await lookupHash(past, made.code)).executeTakeFirstOrThrow();
        for (const [after, act] of lives[life]) plan(addOpenMinutes(calendar, at, after, { agency }), () => perform(id, act));
      });
    }
  }

  const count = planned.length;
  while (planned.length && !ending()) {
    planned.sort((one, other) => one.at.getTime() - other.at.getTime());
    const { at, work } = planned.shift()!;
    await timePasses(past, at, (moment) => (now = moment));
    // Around long holidays an act may come when the rules do not allow it any more: that one is left out.
    await work().catch((error: unknown) => { if (!(error instanceof ProblemException)) throw error; });
  }
  if (!ending()) await timePasses(past, present, (moment) => (now = moment));
  return count;
}

/** Goes on to a moment; what time brings about on the way comes at its own moment. */
async function timePasses(ports: Ports, to: Date, set: (moment: Date) => void): Promise<void> {
  for (;;) {
    const next = await nextDue(ports.db, to).select('wake_at').limit(1).executeTakeFirst();
    if (!next?.wake_at) break;
    set(next.wake_at);
    if (!(await fireDue(ports))) break;
  }
  set(to);
}

/** What is filed online by a form. */
async function onlineBy(ports: Ports, form: string) {
  const { id, agency } = await ports.db.selectFrom('offering as o')
    .innerJoin('offering_version as v', (join) => join.onRef('v.offering', '=', 'o.id').onRef('v.version', '=', 'o.published_version'))
    .select(['o.id', 'o.agency']).where('o.province', '=', province)
    .where(({ eb, ref }) => eb(ref('v.sheet', '->').key('form').key('id'), '=', JSON.stringify(form) as never)).executeTakeFirstOrThrow();
  return { offering: id, agency, definition: (await onlineOffering(ports.db, id)).form };
}

/** The expert of each agency, as the staff page would have them signed in. */
async function expertsOf(ports: Ports): Promise<Map<string, StaffCaller>> {
  const rows = await ports.db.selectFrom('staff').select(['id', 'username', 'name', 'role', 'province', 'agency', 'unit'])
    .where('province', '=', province).where('role', '=', 'expert').orderBy('username').execute();
  return new Map(await Promise.all(rows.map(async (row) => [row.agency!, await staffCaller(ports, row)] as const)));
}

const callerOf = (staff?: StaffCaller): CallerContext => ({
  address: '192.0.2.1', fingerprint: randomToken(16), request: new Request('http://demo.invalid/'), headers: new Headers(), ...(staff && { staff }),
});
