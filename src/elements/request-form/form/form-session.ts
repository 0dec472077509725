import type { Answers, Field, FormDefinition, Group } from '../../../contract/form.ts';
import { readDate, type DateParts } from '../../../core/controls/date-parts.ts';
import { readTime } from '../../../core/controls/time-of-day.ts';
import { canonicalAnswers, checkForm, checkStep, visibleSteps, type FieldIssue, type VisibleStep } from '../../../rules/form.ts';
import { fieldAt, itemsOf, setValueAt, stepOf, toAnswers, valueAt, type RawAnswers, type RawValue } from './raw.ts';

/** Where the person is. `returning`: came from the review to change one step, and goes back to it. */
export type Position = { at: 'step'; id: string; returning: boolean } | { at: 'review' };

/** One filling of one form: what was typed, where the person is, what is wrong. No I/O and no DOM. */
export class FormSession {
  position: Position;
  /** Issues that are shown now; they go when they are mended. */
  issues: FieldIssue[] = [];
  /**
   * The errors of the last attempt to go on. They stay in the summary, marked when they are mended: a summary that shrinks
   * while somebody types moves the page under their hands.
   */
  attempted: FieldIssue[] = [];
  #answers?: Answers;
  #steps?: VisibleStep[];
  /** Fields that conditions ask for. */
  readonly #decisive = new Set<unknown>();

  constructor(
    readonly definition: FormDefinition,
    readonly raw: RawAnswers,
    /** The day in Tehran, ISO. */
    readonly today: string,
  ) {
    JSON.stringify(definition.steps, (key, value: unknown) => (key === 'field' && this.#decisive.add(value), value));
    this.position = { at: 'step', id: this.steps[0]!.id, returning: false };
  }

  /** Answers as the rules read them now. */
  get answers(): Answers {
    return (this.#answers ??= toAnswers(itemsOf(this.definition), this.raw));
  }

  /** What is sent: canonical, and nothing of what is hidden. */
  get canonical(): Answers {
    return canonicalAnswers(this.definition, this.answers, this.today);
  }

  get steps(): VisibleStep[] {
    return (this.#steps ??= visibleSteps(this.definition, this.answers, this.today));
  }

  /** The step that is shown; undefined at the review. */
  get step(): VisibleStep | undefined {
    const { position } = this;
    return position.at === 'step' ? (this.steps.find(({ id }) => id === position.id) ?? this.steps[0]) : undefined;
  }

  get stepIndex(): number {
    return this.step ? this.steps.indexOf(this.step) : this.steps.length;
  }

  value(path: string): RawValue | undefined {
    return valueAt(this.raw, path);
  }

  issue(path: string, severity: FieldIssue['severity']): FieldIssue | undefined {
    return this.issues.find((issue) => issue.path === path && issue.severity === severity);
  }

  /** Takes an answer over. An issue that stands at the field goes as soon as it is mended, and is not replaced by another. */
  set(path: string, value: RawValue | undefined): void {
    setValueAt(this.raw, path, value);
    const [item] = path.split('.');
    this.#answers = undefined;
    // A key in a long form: the same fields stay, unless a condition asks for this one or it may have made a row.
    if (item !== path || this.#decisive.has(item)) this.#steps = undefined;
    const elsewhere = (issue: FieldIssue) => issue.path.split('.')[0] !== item;
    if (this.issues.every(elsewhere)) return;
    const still = new Set(this.#check().map(({ path: at, code }) => `${at} ${code}`));
    this.issues = this.issues.filter((issue) => elsewhere(issue) || still.has(`${issue.path} ${issue.code}`));
  }

  /** The person left a field: what is written in it is checked, that it is empty is not held against anybody yet. */
  leave(path: string): void {
    const found = this.#check().filter((issue) => issue.path === path && issue.code !== 'required');
    this.issues = [...this.issues.filter((issue) => issue.path !== path), ...found];
  }

  addRow(group: string): number {
    const rows = [...((this.raw[group] as RawAnswers[] | undefined) ?? [])];
    const { min } = fieldAt(this.definition, group) as Group;
    while (rows.length < min) rows.push({});
    rows.push({});
    this.raw[group] = rows;
    this.#changed();
    return rows.length - 1;
  }

  removeRow(group: string, row: number): void {
    const rows = [...((this.raw[group] as RawAnswers[] | undefined) ?? [])];
    rows.splice(row, 1);
    this.raw[group] = rows;
    const elsewhere = (issue: FieldIssue) => !issue.path.startsWith(`${group}.`) && issue.path !== group;
    this.issues = this.issues.filter(elsewhere);
    this.attempted = this.attempted.filter(elsewhere);
    this.#changed();
  }

  /** Puts a row back where it stood, as far as there is such a place; gives which that is. */
  insertRow(group: string, row: number, answers: RawAnswers): number {
    const rows = [...((this.raw[group] as RawAnswers[] | undefined) ?? [])];
    const at = Math.min(row, rows.length);
    rows.splice(at, 0, answers);
    this.raw[group] = rows;
    this.#changed();
    return at;
  }

  /** Checks the step and goes on. Gives false, with `issues` to show, when something must be mended first. */
  next(): boolean {
    const { step, position } = this;
    if (!step || position.at !== 'step') return false;
    this.#attempt(this.#check(step.id));
    if (this.attempted.length) return false;
    const following = this.steps[this.stepIndex + 1];
    if (position.returning || !following) return this.review();
    this.go(following.id);
    return true;
  }

  /** To the review; or to the first step in which something is missing. */
  review(): boolean {
    const issues = this.#check();
    const wrong = issues.find(({ severity }) => severity === 'error');
    if (wrong) {
      const id = stepOf(this.definition, wrong.path);
      this.position = { at: 'step', id: id ?? this.steps[0]!.id, returning: true };
      this.#attempt(issues.filter((issue) => stepOf(this.definition, issue.path) === id));
      return false;
    }
    this.#attempt(issues);
    this.position = { at: 'review' };
    return true;
  }

  /** Back without a check and without loss. */
  back(): void {
    const before = this.steps[Math.min(this.stepIndex, this.steps.length) - 1];
    if (before) this.go(before.id);
  }

  go(id: string, returning = false): void {
    this.position = { at: 'step', id, returning };
    // Remarks stay with their fields; errors are told when the person asks to go on.
    this.#attempt(this.issues.filter(({ severity }) => severity === 'warning'));
  }

  /** The gateway found more than we did: shows it at the fields of the first step that is concerned. */
  refuse(found: { path: string; code: string; params?: FieldIssue['params'] }[]): void {
    const errors = found.map((issue): FieldIssue => ({ ...issue, severity: 'error' }));
    const id = errors.map(({ path }) => stepOf(this.definition, path)).find(Boolean) ?? this.steps.at(-1)!.id;
    this.position = { at: 'step', id, returning: true };
    this.#attempt(errors);
  }

  /** Shows nothing as wrong: a form that comes back from an earlier visit. */
  clearIssues(): void {
    this.#attempt([]);
  }

  #attempt(issues: FieldIssue[]): void {
    this.issues = issues;
    this.attempted = issues.filter(({ severity }) => severity === 'error');
  }

  #changed(): void {
    this.#answers = undefined;
    this.#steps = undefined;
  }

  /** The rules' issues, and what the controls hold that is no answer at all; the latter says more about the same field. */
  #check(stepId?: string): FieldIssue[] {
    const input = this.#inputIssues().filter(({ path }) => !stepId || stepOf(this.definition, path) === stepId);
    const rules = stepId
      ? checkStep(this.definition, stepId, this.answers, this.today)
      : checkForm(this.definition, this.answers, this.today);
    const said = new Set(input.map(({ path }) => path));
    return this.#inOrder([...input, ...rules.filter(({ path }) => !said.has(path))]);
  }

  /** Dates and times that were begun and are none: the rules see them as unanswered. Shown fields only. */
  #inputIssues(): FieldIssue[] {
    const found: FieldIssue[] = [];
    for (const [path, field] of this.#shown()) {
      const value = this.value(path);
      if (field.type === 'date' && value !== undefined && typeof value === 'object') {
        const { problem } = readDate(value as DateParts);
        if (problem) {
          const { code, part, day, month, year, length } = problem;
          found.push({ path, code: `date.${code}`, severity: 'error', params: { part, day, month, year, length, calendar: (value as DateParts).calendar } });
        }
      } else if (field.type === 'time' && typeof value === 'string' && readTime(value) === undefined) {
        found.push({ path, code: 'time', severity: 'error' });
      }
    }
    return found;
  }

  /** Every field and group that stands there, with its path, in the order of the form. */
  #shown(): [path: string, item: Field | Group][] {
    return this.steps.flatMap(({ items }) => items.flatMap((item): [string, Field | Group][] => [
      [item.id, item],
      ...(item.type === 'group' ? item.rows.flatMap((fields, row) => fields.map((field): [string, Field] => [`${item.id}.${row}.${field.id}`, field])) : []),
    ]));
  }

  /** In the order in which a reader meets the fields. */
  #inOrder(issues: FieldIssue[]): FieldIssue[] {
    const order = new Map(this.#shown().map(([path], at) => [path, at]));
    // The parts of an address come in the order in which they were found, at the place of their field.
    const place = ({ path }: FieldIssue) => order.get(path) ?? order.get(path.replace(/\.[^.]+$/, '')) ?? order.size;
    return [...issues].sort((a, b) => place(a) - place(b));
  }
}
