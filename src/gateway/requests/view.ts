import type { Clock } from '../../contract/clock.ts';
import type { Delay } from '../../contract/delay.ts';
import type { Answers, RequestKind } from '../../contract/form.ts';
import type { QuestionField } from '../../contract/question.ts';
import type { Message, Outcome, RequestState, RequestStatus, TimelineEntry } from '../../contract/request.ts';
import { delayIn } from '../../rules/delay.ts';
import { firstResponseOf } from '../../rules/first-response.ts';
import { decidedAtTop, objectionUntil } from '../../rules/objection.ts';
import { wireInstant } from '../../rules/working-calendar.ts';
import { clockIn, holderIn, type RequestContext } from './context.ts';
import type { StoredEvent } from './events.ts';
import { eventContext, filedContext, type Vault } from './vault.ts';

/** What is sealed when a request is filed. Its digest stands in the first event, so the text is kept as it was hashed. */
export interface FiledContent {
  answers: Answers;
  mobile: string;
  files: { id: string; sha256: string }[];
}
export interface FiledSecret {
  content: FiledContent;
  /** Not in the log; for messages to the citizen, who must be told which request they speak of. */
  code: string;
}
/** Free text of an event. */
export interface EventWords {
  text: string;
  legalBasis?: string;
}

/** What the desk asks: its fields may speak of the person, so they are sealed with the words. */
export interface QuestionWords extends EventWords {
  fields?: QuestionField[];
}
/** What came back: answers and files as they are filed. */
export interface ReplyWords extends EventWords, Partial<Pick<FiledContent, 'answers' | 'files'>> {}

/** A second complaint about the same matter: `text` is what is new in it. */
export interface AddedContent extends EventWords, Pick<FiledContent, 'answers' | 'files'> {}

export const openFiled = async (vault: Vault, request: string, sealed: Uint8Array): Promise<FiledSecret> =>
  JSON.parse(await vault.open(filedContext(request), sealed)) as FiledSecret;

/** For people who hold the code: no names, no free text. Notes of the desk to itself are not theirs to see. */
export function timelineIn({ events, units, calendar }: RequestContext, withNotes = false): TimelineEntry[] {
  return events.filter(({ type }) => withNotes || type !== 'noted').map((event) => ({
    seq: event.seq,
    type: event.type,
    at: wireInstant(calendar, new Date(event.at)),
    by: event.actor.role,
    unit: units.get(unitOf(event) ?? '') ?? null,
    outcome: event.type === 'answered' ? event.payload.outcome : event.type === 'withdrawn' ? 'withdrawn' : null,
    ...(event.type === 'escalated' && { escalation: { clock: event.payload.clock, share: event.payload.share, to: event.payload.to } }),
  }));
}

/** The unit that an event hands the request to, or asks. */
const unitOf = (event: StoredEvent): string | null =>
  event.type === 'filed' || event.type === 'assigned' || event.type === 'referred' || event.type === 'inquired' ? event.payload.unit : null;

function delayOf({ events, reasons, calendar }: RequestContext, clock: Clock, now: Date): Delay | null {
  const told = delayIn(events, clock, now);
  if (!told) return null;
  const { reason: id, at, ...rest } = told;
  return {
    ...rest,
    reason: id === null ? null : reasons.get(id) ?? { id, title: { fa: id }, rule: { fa: '' } },
    at: at && wireInstant(calendar, new Date(at)),
  };
}

/** What is told of each of several requests. */
export function briefIn(context: RequestContext, now: Date): Pick<RequestStatus, 'state' | 'outcome' | 'offering' | 'agency' | 'filedAt' | 'clock'> {
  const { row, title, agency, calendar } = context;
  return {
    state: row.state as RequestState,
    outcome: row.outcome as Outcome | null,
    offering: { id: row.offering, title },
    agency,
    filedAt: wireInstant(calendar, row.filed_at),
    clock: clockIn(context, now),
  };
}

export function statusIn(context: RequestContext, now: Date): RequestStatus {
  const { row, calendar } = context;
  const firstResponse = firstResponseOf({ ...context, now });
  const until = decidedAtTop(context.events) ? null : objectionUntil(context);
  const brief = briefIn(context, now);
  const delay = delayOf(context, brief.clock, now);
  return {
    kind: row.kind as RequestKind,
    ...brief,
    holder: holderIn(context),
    ...(firstResponse && { firstResponse }),
    ...(until && { objectUntil: wireInstant(calendar, until) }),
    ...(delay && { delay }),
    asOf: wireInstant(calendar, now),
    hops: row.hops,
    version: row.version,
    timeline: timelineIn(context),
  };
}

const kinds: Partial<Record<StoredEvent['type'], Message['kind']>> = {
  askedCitizen: 'question', citizenReplied: 'reply', joined: 'addition', referred: 'referral', answered: 'answer',
  objected: 'objection', delayExplained: 'delay', withdrawn: 'withdrawal', inquired: 'inquiry', inquiryAnswered: 'inquiryAnswer',
};

/** Between offices: what other units write is not always the citizen's to read. */
const ofDesk: ReadonlySet<Message['kind']> = new Set<Message['kind']>(['inquiry', 'inquiryAnswer']);

/** Words between desk and citizen, opened; for the desk also those between offices. */
export async function messagesIn({ row, events, calendar }: RequestContext, vault: Vault, forDesk = false): Promise<Message[]> {
  const messages: Message[] = [];
  for (const event of events) {
    const kind = kinds[event.type];
    if (!kind || !event.sealed || (!forDesk && ofDesk.has(kind))) continue;
    const words = JSON.parse(await vault.open(eventContext(row.id, event.seq), event.sealed)) as EventWords & QuestionWords & ReplyWords;
    messages.push({
      seq: event.seq,
      at: wireInstant(calendar, new Date(event.at)),
      from: event.actor.role === 'citizen' ? 'citizen' : 'expert',
      kind,
      text: words.text,
      legalBasis: words.legalBasis || null,
      ...(kind === 'question' && words.fields && { fields: words.fields }),
      ...(kind === 'reply' && words.answers && { answers: words.answers }),
    });
  }
  return messages;
}
