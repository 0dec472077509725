import type { Transaction } from 'kysely';
import type { ReplyInput } from '../../contract/request.ts';
import { questionForm } from '../../rules/question.ts';
import type { Database } from '../database/schema.ts';
import { ProblemException } from '../http/problem.ts';
import type { Ports } from '../ports.ts';
import { checkAnswers } from './check.ts';
import type { LockedRequest, NewEvent } from './events.ts';
import { fieldsAsked, openQuestion, questionName } from './question.ts';
import type { ReplyWords } from './view.ts';
import { bindFiles } from './write-request.ts';

/**
 * The reply to the question that waits, held against its fields by the rules that filings are held against. Its files become
 * the request's. Throws `request.changed` where it was written for another question, and all that is wrong with it.
 */
export async function replyIn(trx: Transaction<Database>, ports: Ports, target: LockedRequest, { text = '', question, answers: given = {} }: ReplyInput): Promise<NewEvent> {
  const { row, events, vault } = target;
  const reply = (words: ReplyWords): NewEvent => ({ type: 'citizenReplied', actor: { role: 'citizen', id: null }, payload: {}, private: words });
  const asked = openQuestion(row.state, events);
  // Whether a reply may come at all is for the lifecycle to say.
  if (!asked) return reply({ text });
  if (question !== undefined && question !== asked.seq) {
    throw new ProblemException('request.changed', { detail: `The question that waits for a reply is ${asked.seq}, not ${question}.` });
  }
  const form = questionForm(await fieldsAsked(vault, row.id, asked));
  const { answers, files } = await checkAnswers(trx, ports, row.province, form, given, { offering: row.offering, question: questionName(row.id, asked.seq) });
  const none = Object.keys(answers).length === 0;
  if (none && !text) throw new ProblemException('input.invalid', { errors: [{ path: 'text', code: 'required' }] });
  await bindFiles(trx, row.id, files.map(({ id }) => id));
  return reply({ text, ...(!none && { answers, files }) });
}
