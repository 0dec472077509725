import { ProblemError } from '../../../client/errors.ts';
import type { FormDefinition } from '../../../contract/form.ts';
import { type Fault, type KeeperPort, told } from '../../../core/staff/port.ts';
import type { FormModel } from './form.ts';

/** A place of the given text, `steps.0.items.2.type`, and the words of the question there, where it has any. */
export interface GivenPlace {
  path: string;
  words?: string;
}

const isObject = (value: unknown): value is Record<string, unknown> => !!value && typeof value === 'object';

/** Keys that stand in what was given and not in what was read of it. */
function leftOut(given: unknown, read: unknown, path = ''): string[] {
  if (!isObject(given) || !isObject(read)) return [];
  return Object.keys(given).flatMap((key) => {
    const place = path ? `${path}.${key}` : key;
    return key in read ? leftOut(given[key], read[key], place) : [place];
  });
}

/** Persian text of the innermost step, group or question on the way to a place. */
function wordsAt(given: unknown, path: string): string | undefined {
  let words: string | undefined;
  let at = given;
  for (const part of path.split('.')) {
    if (!isObject(at)) break;
    at = at[part];
    const text = isObject(at) ? at['label'] ?? at['title'] : undefined;
    if (/^\d+$/.test(part) && isObject(text) && typeof text['fa'] === 'string' && text['fa'].trim()) words = text['fa'].trim();
  }
  return words;
}

const placeIn = (given: unknown, path: string): GivenPlace => {
  const words = wordsAt(given, path);
  return { path, ...(words && { words }) };
};

/** A form that comes as JSON: pasted or from a file. What was given stays until it is taken over. */
export class ImportModel {
  busy = false;
  /** Why it is not taken over. */
  fault?: Fault | { code: 'empty' | 'unreadable' | 'notJson' };
  /** What stands where something else should: `steps.0.items.2.type`. */
  wrong: GivenPlace[] = [];
  /** What stood in the form that was taken over last and has no place in forms. */
  ignored: GivenPlace[] = [];

  constructor(
    readonly port: KeeperPort,
    /** Keeps the text with the work on the form. */
    readonly form: FormModel,
  ) {}

  get text(): string {
    return this.form.given;
  }

  write(text: string): void {
    this.#untell();
    this.form.give(text);
  }

  /** Another form is open, or nobody is in. */
  clear(): void {
    this.busy = false;
    this.ignored = [];
    this.#untell();
    this.port.update();
  }

  dismiss(): void {
    this.ignored = [];
    this.port.update();
  }

  async read(file: File): Promise<void> {
    try {
      this.write(await file.text());
    } catch {
      this.#refuse({ code: 'unreadable' });
    }
  }

  /** The form, once the gateway has found it of the right shape; undefined where it is not. */
  async take(service: string): Promise<FormDefinition | undefined> {
    if (this.busy) return undefined;
    const { text } = this;
    this.#untell();
    if (!text.trim()) return this.#refuse({ code: 'empty' });
    let definition: FormDefinition;
    try {
      definition = JSON.parse(text) as FormDefinition;
    } catch {
      return this.#refuse({ code: 'notJson' });
    }
    this.busy = true;
    this.port.update();
    try {
      const { definition: sound } = await this.port.client().call('readForm', { params: { id: service }, body: { definition } }, { signal: this.port.signal() });
      this.write('');
      this.ignored = leftOut(definition, sound).map((path) => placeIn(definition, path));
      return sound;
    } catch (error) {
      if (error instanceof ProblemError && error.code === 'input.invalid') this.wrong = (error.problem.errors ?? []).map(({ path }) => placeIn(definition, path.replace(/^definition\.?/, '')));
      return this.#refuse(told(this.port, error));
    } finally {
      this.busy = false;
      this.port.update();
    }
  }

  #untell(): void {
    this.fault = undefined;
    this.wrong = [];
  }

  #refuse(fault: ImportModel['fault']): undefined {
    this.fault = fault;
    this.port.update();
  }
}
