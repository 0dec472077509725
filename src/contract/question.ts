import { z } from './zod.ts';
import { Field } from './form.ts';

const words = z.string().check(z.trim(), z.minLength(1), z.maxLength(300));

const label = z.catchall(z.object({ fa: words }), words);

/** What the desk asks a citizen for besides words: a field as forms have them, without a condition. */
export const QuestionField = z.extend(z.omit(Field, { when: true }), { label, options: z.optional(z.array(z.object({ value: words, label }))) });
export type QuestionField = z.infer<typeof QuestionField>;

/** A handful: more is another form. */
export const QuestionFields = z.array(QuestionField).check(z.maxLength(10));
