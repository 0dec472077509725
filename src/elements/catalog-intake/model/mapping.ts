import type { Draft } from '../../../contract/intake.ts';
import { type Fault, type KeeperPort, told } from '../../../core/staff/port.ts';
import type { Column } from './place.ts';

/** Milliseconds: the file is read anew. */
const patience = 900_000;
/** Columns without which a table is none, the title among them: `readHeader` of the gateway. */
const fewest = 4;

interface Header {
  header: string;
  /** Some of what stands under it, where that is known. */
  examples: string[];
  column: Column | null;
  /** The column is the gateway's guess, which nobody has looked at. */
  isProposed: boolean;
}

/** What the headers of a file mean, as its officer says. */
export class MappingModel {
  headers: Header[] = [];
  /** Which of the file's first rows holds the headers. */
  headerRow = 0;
  busy = false;
  fault?: Fault | { code: 'tooFew' };
  /** Somebody else has changed the draft since it was read. */
  changed = false;
  #of = '';

  constructor(readonly port: KeeperPort) {}

  /** Begins with what the gateway offers, once for each reading of a draft. */
  begin(draft: Draft): void {
    const key = `${draft.id} ${draft.state} ${draft.unknown.map(({ header }) => header).join()}`;
    if (key === this.#of) return;
    if (!this.#of.startsWith(draft.id)) this.changed = false;
    this.#of = key;
    this.fault = undefined;
    if (draft.head.length) this.#take(draft, mostCells(draft.head));
    else this.headers = proposed(draft.unknown, draft.columns);
  }

  /** Takes this row of the file as that of its headers. */
  from(draft: Draft, headerRow: number): void {
    this.#take(draft, headerRow);
    this.port.update();
  }

  #take({ head, unknown }: Draft, headerRow: number): void {
    this.headerRow = headerRow;
    const near = new Map(unknown.map((each) => [each.header, each.near]));
    const seen = new Set<string>();
    this.headers = proposed((head[headerRow] ?? []).flatMap((header, at) => {
      if (!header.trim() || seen.has(header)) return [];
      seen.add(header);
      const examples = head.slice(headerRow + 1).map((cells) => cells[at] ?? '').filter((cell) => cell.trim()).slice(0, 2);
      return [{ header, examples, near: near.get(header) ?? null }];
    }), []);
  }

  set(at: number, column: Column | null): void {
    this.headers = this.headers.map((each, place) => (place === at ? { ...each, column, isProposed: false } : each));
    this.fault = undefined;
    this.changed = false;
    this.port.update();
  }

  /** Has the file read again; gives the draft as it is then. */
  async send(draft: Draft): Promise<Draft | undefined> {
    if (this.busy) return undefined;
    const chosen = this.headers.filter(({ column }) => column !== null);
    if (draft.state === 'rejected' && (chosen.length < fewest || !chosen.some(({ column }) => column === 'title'))) {
      this.fault = { code: 'tooFew' };
      this.port.update();
      return undefined;
    }
    this.busy = true;
    this.fault = undefined;
    this.changed = false;
    this.port.update();
    try {
      const mapping = { ...draft.mapping, ...Object.fromEntries(this.headers.map(({ header, column }) => [header, column])) };
      return await this.port.client().call('mapColumns', { params: { id: draft.id }, body: { version: draft.version, mapping } }, { signal: this.port.signal(), timeout: patience });
    } catch (error) {
      const fault = told(this.port, error);
      if (fault?.code === 'declaration.changed') this.changed = true;
      else this.fault = fault;
      return undefined;
    } finally {
      this.busy = false;
      this.port.update();
    }
  }

  clear(): void {
    this.#of = '';
    this.headers = [];
    this.fault = undefined;
    this.changed = false;
  }
}

/** Each header with the column that it perhaps is, unless the file or a header before it has that column. */
function proposed(headers: readonly { header: string; near: Column | null; examples: string[] }[], known: readonly (Column | null)[]): Header[] {
  const taken = new Set(known);
  return headers.map(({ header, near, examples }) => {
    const column = taken.has(near) ? null : near;
    taken.add(column);
    return { header, examples, column, isProposed: column !== null };
  });
}

/** Headers stand in the first row that fills the table. */
function mostCells(head: readonly string[][]): number {
  const filled = head.map((cells) => cells.filter((cell) => cell.trim()).length);
  return filled.indexOf(Math.max(...filled));
}
