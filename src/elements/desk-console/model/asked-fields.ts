import type { Field, FormDefinition, Group } from '../../../contract/form.ts';
import type { QuestionField } from '../../../contract/question.ts';
import { foldKey } from '../../../persian/fold.ts';
import { replyWords } from '../../../rules/question.ts';

/** As many as the gateway takes. */
export const mostFields = 10;

/** Kinds of a field that the expert makes: what is asked for most. */
export const ownKinds = ['file', 'text', 'number', 'date', 'yesNo', 'choice', 'mobile', 'nationalId'] as const;
export type OwnKind = (typeof ownKinds)[number];

/** A field of the request's own form, as it is asked for once more. What rests on other answers goes: a reply does not have them. */
function again(field: Field, group?: Group): QuestionField {
  const kept = { ...field, required: true };
  delete kept.when;
  delete kept.bill;
  delete kept.suggest;
  const id = group ? `${group.id}-${field.id}`.slice(0, 40) : field.id;
  return {
    ...kept, id: id === replyWords.id ? `${id}-again` : id,
    ...(group && { label: { ...field.label, fa: `${group.label.fa}: ${field.label.fa}` } }),
  };
}

const asks = ({ type }: Field): boolean => type !== 'staticText' && type !== 'declaration';

/** What of a form may be asked for again. */
export const fieldsAgain = ({ steps }: FormDefinition): QuestionField[] =>
  steps.flatMap(({ items }) => items).flatMap((item) =>
    item.type === 'group' ? item.fields.filter(asks).map((field) => again(field, item)) : asks(item) ? [again(item)] : []);

let made = 0;
export const newField = (): QuestionField => withKind({ id: `own-${Date.now().toString(36)}-${++made}`, type: 'file', label: { fa: '' }, required: true }, 'file');

/** The field as one of another kind. `lines`: the choices of one that has some. */
export const withKind = ({ id, label, required }: QuestionField, type: OwnKind, lines = ''): QuestionField => ({
  id, label, required, type,
  ...(type === 'choice' && { options: lines.split('\n').map((line) => line.trim()).filter(Boolean).map((fa, at) => ({ value: `choice-${at + 1}`, label: { fa } })) }),
  ...(type === 'file' && { accept: ['application/pdf', 'image/jpeg', 'image/png'], maxBytes: 5 * 1024 * 1024, maxFiles: 3 }),
});

/** What is wrong with the choices of a field: one is none, and two that read alike are one. */
export function choicesFault({ type, options = [] }: QuestionField): 'few' | 'same' | undefined {
  if (type !== 'choice') return undefined;
  if (options.length < 2) return 'few';
  return new Set(options.map(({ label }) => foldKey(label.fa))).size < options.length ? 'same' : undefined;
}
