import { limits } from '../declarations/limits.ts';

export interface FetchOptions {
  /** HSDS: only services changed then or later, an ISO date or time. */
  modifiedAfter?: string | undefined;
  /** Milliseconds that one answer may take to its end. */
  patienceMs?: number;
  /** Bytes of all answers together. */
  mostBytes?: number;
  /** Hears after each page how many of how many there are. */
  onPage?: (page: number, pages: number) => void;
}

/** A catalogue as the reader of declarations takes it. `services` is null where only the reader can count them. */
export interface FetchedCatalogue {
  file: Blob;
  services: number | null;
}

/** Why a catalogue did not come, in one sentence for the person who asked for it. */
export class FetchProblem extends Error {}

const perPage = 100;
const mostPages = 10_000;
const accept = 'application/ld+json, application/json;q=0.9, */*;q=0.1';

type Json = Record<string, unknown>;
interface Page extends Json {
  contents: unknown[];
}

/** Throws `FetchProblem` for what is no address of the web. */
function addressOf(address: string): URL {
  let url: URL | undefined;
  try {
    url = new URL(address);
  } catch { /* told below */ }
  if (!url || !/^https?:$/.test(url.protocol)) throw new FetchProblem(`“${address}” is no address that begins with http:// or https://.`);
  if (url.username || url.password) throw new FetchProblem('Leave name and password out of the address: only open catalogues are read.');
  return url;
}

/** What went wrong on the way, by the codes of the sockets below. */
function wayProblem(url: URL, error: unknown): FetchProblem {
  const { name, message, cause } = error as { name?: string; message?: string; cause?: { code?: string; message?: string } };
  const code = cause?.code ?? '';
  if (name === 'TimeoutError') return new FetchProblem(`${url.host} did not answer to the end in time. Try again, or later.`);
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return new FetchProblem(`The host ${url.hostname} was not found. Is the address right, and is this machine online?`);
  if (code === 'ECONNREFUSED') return new FetchProblem(`Nothing listens at ${url.host}. Is the address right?`);
  if (/scheme/i.test(cause?.message ?? '')) return new FetchProblem(`${url.href} sends on to an address that is not http or https; nothing was read.`);
  if (/redirect/i.test(cause?.message ?? '')) return new FetchProblem(`${url.href} sends on in a circle. Is the address right?`);
  if (/terminated|closed|reset|aborted/i.test(`${message} ${cause?.message ?? ''} ${code}`)) return new FetchProblem(`The answer of ${url.href} was cut off. Try again.`);
  return new FetchProblem(`${url.href} could not be read: ${cause?.message ?? message ?? 'unknown'}.`);
}

function statusProblem({ status }: Response, url: URL): FetchProblem {
  if (status === 404 || status === 410) return new FetchProblem(`Nothing is at ${url.href} (${status}). Is the address right?`);
  if (status === 401 || status === 403) return new FetchProblem(`${url.href} is not open to everybody (${status}).`);
  if (status === 429 || status >= 500) return new FetchProblem(`${url.host} cannot answer now (${status}). Try again later.`);
  return new FetchProblem(`${url.href} refused to answer (${status}).`);
}

/** Asks for addresses, and counts what came of all of them together. */
class Reader {
  readonly #options: Required<Pick<FetchOptions, 'patienceMs' | 'mostBytes'>>;
  #bytes = 0;

  constructor({ patienceMs = 60_000, mostBytes = limits.bytes }: FetchOptions) {
    this.#options = { patienceMs, mostBytes };
  }

  /** An answer, and where it stands after redirects. */
  async get(url: URL): Promise<{ text: string; type: string; at: URL }> {
    try {
      const answer = await fetch(url, { headers: { accept }, signal: AbortSignal.timeout(this.#options.patienceMs) });
      if (!answer.ok) {
        await answer.body?.cancel();
        throw statusProblem(answer, url);
      }
      const type = (answer.headers.get('content-type') ?? '').split(';')[0]!.trim().toLowerCase();
      return { text: await this.#text(answer, url), type, at: new URL(answer.url) };
    } catch (error) {
      throw error instanceof FetchProblem ? error : wayProblem(url, error);
    }
  }

  async #text(answer: Response, url: URL): Promise<string> {
    const decoder = new TextDecoder();
    let text = '';
    for await (const piece of answer.body ?? []) {
      this.#bytes += piece.length;
      if (this.#bytes > this.#options.mostBytes) throw new FetchProblem(`${url.href} holds more than ${this.#options.mostBytes} bytes; declare it in parts.`);
      text += decoder.decode(piece, { stream: true });
    }
    return text + decoder.decode();
  }

  /** Throws `FetchProblem` for an answer that is no JSON, and says what it is. */
  async json(url: URL): Promise<{ value: unknown; text: string; type: string; at: URL }> {
    const got = await this.get(url);
    if (/html/.test(got.type) || /^\s*</.test(got.text))
      throw new FetchProblem(`${url.href} is a page for people, not data. Name the address of its HSDS or JSON-LD; a page with a table is declared as a file.`);
    if (/turtle|rdf\+xml|n-triples|csv/.test(got.type)) throw new FetchProblem(`${url.href} is ${got.type}; name the address of its JSON-LD.`);
    try {
      return { ...got, value: JSON.parse(got.text) };
    } catch {
      throw new FetchProblem(
        /^\s*[[{]/.test(got.text) ? `The JSON of ${url.href} is broken or was cut off. Try again.` : `${url.href} gives no JSON (${got.type || 'no type'}). Name the address of its HSDS or JSON-LD.`,
      );
    }
  }
}

const isObject = (value: unknown): value is Json => value !== null && typeof value === 'object' && !Array.isArray(value);
const isPage = (value: unknown): value is Page => isObject(value) && Array.isArray(value['contents']);
/** What the root of an HSDS API says of itself. */
const isAbout = (value: unknown): boolean => isObject(value) && typeof value['version'] === 'string' && typeof value['openapi_url'] === 'string' && !('contents' in value);

/** The services of an HSDS API, whose root or list of services was named. */
async function allPages(reader: Reader, list: URL, { modifiedAfter, onPage }: FetchOptions): Promise<FetchedCatalogue> {
  const parts: string[] = [];
  const seen = new Set<unknown>();
  let count = 0;
  for (let number = 1; number <= mostPages; number++) {
    const url = new URL(list);
    if (!url.searchParams.has('per_page')) url.searchParams.set('per_page', String(perPage));
    url.searchParams.set('page', String(number));
    url.searchParams.set('full', 'true');
    if (modifiedAfter) url.searchParams.set('modified_after', modifiedAfter);
    const { value: page } = await reader.json(url);
    if (!isPage(page)) throw new FetchProblem(`${url.href} is no page of HSDS services.`);
    const fresh = page.contents.filter((service) => !isObject(service) || !seen.has(service['id'] ?? service));
    if (page.contents.length && !fresh.length) throw new FetchProblem(`${list.href} gives the same page again when it is asked for page ${number}; its pages cannot be read.`);
    for (const service of fresh) seen.add(isObject(service) ? (service['id'] ?? service) : service);
    parts.push(...fresh.map((service) => `${count++ ? ',' : ''}${JSON.stringify(service)}`));
    const pages = Number(page['total_pages'] ?? number);
    onPage?.(number, pages);
    if (page['last_page'] === true || !page.contents.length || number >= pages) {
      const total = page['total_items'];
      if (typeof total === 'number' && total !== count) throw new FetchProblem(`${list.href} changed while it was read: ${count} services came of ${total}. Try again.`);
      return { file: new Blob(['{"contents":[', ...parts, ']}']), services: count };
    }
  }
  throw new FetchProblem(`${list.href} has more than ${mostPages} pages; declare it in parts.`);
}

/**
 * The catalogue of another authority: services of HSDS 3, all pages, by the address of the API or of its list of services; or a
 * document of CPSV-AP in JSON-LD by its own address. What it is, its content type and content tell. Throws `FetchProblem`.
 */
export async function fetchCatalogue(address: string, options: FetchOptions = {}): Promise<FetchedCatalogue> {
  const reader = new Reader(options);
  const { value, text, type, at } = await reader.json(addressOf(address));
  const isLinked = type === 'application/ld+json' || (isObject(value) && ('@context' in value || '@graph' in value));
  if (!isLinked && isAbout(value)) {
    const list = new URL(at);
    list.pathname = `${list.pathname.replace(/\/$/, '')}/services`;
    return allPages(reader, list, options);
  }
  if (!isLinked && isPage(value)) return allPages(reader, at, options);
  if (options.modifiedAfter) throw new FetchProblem(`${address} is one document: only pages of HSDS can be asked for what changed since ${options.modifiedAfter}.`);
  return { file: new Blob([text]), services: null };
}
