import type { Kysely } from 'kysely';
import type { Field } from '../../contract/form.ts';
import { checkDefinition } from '../../rules/form-definition.ts';
import { questionForm, replyWords } from '../../rules/question.ts';
import type { Database } from '../database/schema.ts';
import { ProblemException } from '../http/problem.ts';
import type { Ports } from '../ports.ts';
import { eventsOf, vaultOf, type StoredEvent } from './events.ts';
import { eventContext, type Vault } from './vault.ts';
import type { QuestionWords } from './view.ts';

/** What files that are sent for a reply are bound to, until there is one. */
export const questionName = (request: string, seq: number): string => `${request}.${seq}`;
export const requestNamed = (question: string): string => question.split('.')[0]!;

/** Throws what is wrong with the fields of a question. */
export function requireSoundQuestion(fields: readonly Field[]): void {
  // It has no number to prove: that of its request is proven.
  const issues = checkDefinition(questionForm([...fields, replyWords])).filter(({ code }) => code !== 'missingContactField');
  if (issues.length) {
    throw new ProblemException('input.invalid', { errors: issues.map(({ path, ...issue }) => ({ path: path.replace(/^question\b/, 'fields'), ...issue })) });
  }
}

/** The question that a request waits for the reply to. */
export const openQuestion = (state: string, events: readonly StoredEvent[]): StoredEvent | undefined =>
  state === 'waitingCitizen' ? events.findLast(({ type }) => type === 'askedCitizen') : undefined;

/** What is asked for besides words. */
export async function fieldsAsked(vault: Vault, request: string, { seq, sealed }: StoredEvent): Promise<Field[]> {
  const words = sealed && (JSON.parse(await vault.open(eventContext(request, seq), sealed)) as QuestionWords);
  return words?.fields ?? [];
}

/** The fields of the question that a request waits for, and its name; undefined where it waits for none. */
export async function questionOf(db: Kysely<Database>, ports: Ports, request: string): Promise<{ name: string; offering: string; fields: Field[] } | undefined> {
  const row = await db.selectFrom('request').select(['state', 'offering']).where('id', '=', request).executeTakeFirst();
  const asked = row && openQuestion(row.state, (await eventsOf(db, [request])).get(request)!);
  const opened = asked && (await vaultOf(db, ports, request));
  return opened && { name: questionName(request, asked.seq), offering: row.offering, fields: await fieldsAsked(opened.vault, request, asked) };
}
