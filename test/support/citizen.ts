/** For browser tests: a citizen with a filed request, and the expert who works on it. */
import type { Upload } from '../../src/contract/form.ts';
import type { QuestionField } from '../../src/contract/question.ts';
import type { Filed } from '../../src/contract/request.ts';
import type { QueueItem } from '../../src/contract/staff.ts';
import { GatewayClient } from '../../src/client/client.ts';
import '../../src/client/staff.ts';
import { fileRequest, gatewayUrl, oneTimeCode, ownOriginUrl, staffPasswords } from './browser.ts';
import { uploadFile } from './upload-file.ts';

/** The agency that answers requests for information. */
export const agency = 'ostandari';
const titles = { information: 'درخواست دسترسی آزاد به اطلاعات', complaint: 'شکایت از سرویس اینترنت' };
const staff = new GatewayClient(ownOriginUrl);
let people = Math.floor(Math.random() * 8_000_000);
const offerings = new Map<string, Promise<string>>();
const newMobile = () => `0919${String(++people).padStart(7, '0')}`;

async function findOffering(title: string): Promise<string> {
  const found = await new GatewayClient(gatewayUrl).call('search', { query: { q: title } });
  return found.items.find(({ entry }) => entry.title === title)!.entry.id;
}

function offeringOf(title: string): Promise<string> {
  let id = offerings.get(title);
  if (!id) offerings.set(title, (id = findOffering(title)));
  return id;
}

export interface FiledRequest extends Filed {
  mobile: string;
  description: string;
}

/** A request for information, by somebody whose number no other request has. */
export async function fileInformationRequest(description = 'صورت‌جلسه‌های سال ۱۴۰۴', mobile = newMobile()): Promise<FiledRequest> {
  const filed = await fileRequest(await offeringOf(titles.information), {
    requesterKind: 'person', fullName: 'آزمون', nationalId: '0499370899', mobile, holder: agency,
    description, deliveredAs: 'file', notComplaint: true,
  });
  return { ...filed, mobile, description };
}

/** Somebody else of the same desk. */
export const colleague = `${agency}-2`;
/** A complaint about a late parcel, with a file. */
export async function fileComplaint(attachment: File): Promise<FiledRequest> {
  const offering = await offeringOf(titles.complaint);
  const mobile = newMobile();
  const description = 'مرسوله دیر رسید.';
  const answer = await uploadFile((path, init) => fetch(gatewayUrl + path, init), { offering, field: 'attachment', name: attachment.name }, new Uint8Array(await attachment.arrayBuffer()));
  const upload = (await answer.json()) as Upload;
  const filed = await fileRequest(offering, {
    location: { text: 'کرج، گوهردشت' }, service: 'post', operator: 'پست', parcelNumber: '123456', subject: 'quality', description,
    complainedBefore: false, messageKind: 'complaint', fullName: 'آزمون', nationalId: '0499370899', mobile, attachment: [upload],
  });
  return { ...filed, mobile, description };
}

export const signInExpert = (username = agency) => staff.call('signIn', { body: { username, password: staffPasswords[username]! } });
export const signOutExpert = () => staff.call('signOut').catch(() => undefined);

/** The case of a request in the expert's queue. */
export async function caseOf(filed: Filed): Promise<QueueItem> {
  let cursor: string | undefined;
  for (;;) {
    const page = await staff.call('queue', { query: { state: 'all', cursor, limit: '100' } });
    // Filing times are unique enough: tests run one after the other.
    const found = page.items.filter(({ filedAt }) => Date.parse(filedAt) === Date.parse(filed.filedAt));
    if (found.length === 1) return found[0]!;
    if (!page.next) throw new Error('The request is not in the queue.');
    cursor = page.next;
  }
}

/**
 * What a colleague does at another desk meanwhile: the page keeps what it knows of its own expert, whose session is
 * opened anew afterwards, since a browser has one cookie.
 */
export async function asColleague(work: () => Promise<unknown>): Promise<void> {
  await signInExpert(colleague);
  try {
    await work();
  } finally {
    await signInExpert();
  }
}

const versionOf = async (id: string) => (await staff.call('staffCase', { params: { id } })).version;

/** What the expert does behind the back of the page that is tested. */
export const expert = {
  open: (id: string) => staff.call('staffCase', { params: { id } }),
  take: async (id: string) => staff.call('take', { params: { id }, body: { version: await versionOf(id) } }),
  takeOver: async (id: string) => staff.call('take', { params: { id }, body: { version: await versionOf(id), takeOver: true } }),
  ask: async (id: string, text: string, fields?: QuestionField[]) =>
    staff.call('ask', { params: { id }, body: { version: await versionOf(id), text, ...(fields && { fields }) } }),
  answer: async (id: string, outcome: 'done' | 'rejected', text: string, legalBasis?: string) =>
    staff.call('answer', { params: { id }, body: { version: await versionOf(id), outcome, text, legalBasis } }),
};

/** Proves the mobile of a request, as from another device. Gives the token, to call with. */
export async function prove({ code, mobile }: Pick<FiledRequest, 'code' | 'mobile'>): Promise<string> {
  const client = new GatewayClient(gatewayUrl);
  const params = { code };
  const { challenge } = await client.call('askProof', { params });
  const { token } = await client.call('giveProof', { params, body: { otp: await oneTimeCode(mobile), challenge } });
  return token;
}
