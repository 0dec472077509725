import type { FormDefinition } from '../../../contract/form.ts';
import type { FormFinding } from '../../../contract/form-studio.ts';
import { readNumber } from '../../../rules/form-field.ts';
import { pathOf, placeOf, type At } from './definition.ts';

/** Why what is typed is not taken: no number, no whole number from 0 (or 1) up, nothing where something must stand, no day, no JSON, no condition. */
export type TypedCode = 'notNumber' | 'notWhole' | 'notCount' | 'notDay' | 'notJson' | 'notCondition';

/** What a control of numbers takes. */
export interface NumberLimits {
  whole?: boolean | undefined;
  /** Something must stand there. */
  needed?: boolean | undefined;
  least?: number | undefined;
  most?: number | undefined;
}

/** As citizens' numbers are read; neither value nor code where nothing stands and need not. */
export function readTyped(text: string, { whole, needed, least, most }: NumberLimits): { value?: number; code?: TypedCode } {
  const code = whole ? (least ? 'notCount' : 'notWhole') : 'notNumber';
  if (!text.trim()) return needed ? { code } : {};
  const { value, faults } = readNumber({ id: 'typed', type: 'number', label: { fa: '' }, required: false, ...(whole && { integer: true }), ...(least !== undefined && { min: least }), ...(most !== undefined && { max: most }) }, text);
  return faults.length || typeof value !== 'number' ? { code } : { value };
}

interface TypedText {
  path: string;
  name: string;
  text: string;
  /** Why it is no value. */
  code?: TypedCode | undefined;
  /** It is said: the control was left. */
  told: boolean;
}

/** What is no value yet, as it lies on the device. */
export type KeptText = Pick<TypedText, 'path' | 'name' | 'text' | 'code'>;

/** What stands in controls of numbers and days as it was typed. What cannot be taken stays there, and is told once the control is left. */
export class TypedTexts {
  readonly #texts = new Map<string, TypedText>();

  text(definition: FormDefinition, at: At | 'form', name: string): string | undefined {
    return this.#texts.get(keyOf(definition, at, name))?.text;
  }

  /** What was told of this control is told until it is mended; `left`: from now on. */
  put(definition: FormDefinition, at: At | 'form', name: string, text: string, code?: TypedCode, left = false): void {
    const key = keyOf(definition, at, name);
    this.#texts.set(key, { path: formPath(definition, at), name, text, code, told: !!code && (left || !!this.#texts.get(key)?.told) });
  }

  /** The control is gone, or shows its value again. `name`: the beginning of the names of all that are. */
  forget(definition: FormDefinition, at: At | 'form', name: string): void {
    const start = keyOf(definition, at, name);
    for (const key of this.#texts.keys()) if (key.startsWith(start)) this.#texts.delete(key);
  }

  clear(): void {
    this.#texts.clear();
  }

  /** What stands there and is no value, to be kept. */
  get kept(): KeptText[] {
    return [...this.#texts.values()].flatMap(({ path, name, text, code }) => (code ? [{ path, name, text, code }] : []));
  }

  /** It stands there again, and is told. */
  restore(kept: readonly KeptText[]): void {
    for (const each of kept) this.#texts.set(`${each.path}|${each.name}`, { ...each, told: true });
  }

  /** One for each that is to be mended and whose place is still there. */
  findings(definition: FormDefinition): FormFinding[] {
    return [...this.#texts.values()].flatMap(({ path, name, code, told }) =>
      (code && told && (path === whole || placeOf(definition, path)?.length === path.split('.').length) ? [{ path, code, params: { control: name } }] : []));
  }
}

/** What findings of the form as a whole are told under. */
const whole = 'constraints';
const formPath = (definition: FormDefinition, at: At | 'form') => (at === 'form' ? whole : pathOf(definition, at));
const keyOf = (definition: FormDefinition, at: At | 'form', name: string) => `${formPath(definition, at)}|${name}`;
