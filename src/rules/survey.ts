import type { RatingAnswers, RatingReason } from '../contract/rating.ts';

export type Question = keyof RatingAnswers;

/** The short form: is the citizen content, and was the promise of time kept. */
export const firstQuestions: readonly Question[] = ['satisfied', 'timeKept'];
export const moreQuestions: readonly Question[] = ['stepsTold', 'timeTold', 'complaintsHandled', 'responsive', 'accurate', 'followUps', 'trust', 'fast'];

/** Reasons about the answer itself: with them an objection is offered. */
const reopening: readonly RatingReason[] = ['notDone', 'incomplete', 'againstRule'];
export const reopens = (reasons: readonly RatingReason[]): boolean => reasons.some((reason) => reopening.includes(reason));

export const surveyForm = (answers: RatingAnswers): 'short' | 'long' => (moreQuestions.some((question) => answers[question] !== undefined) ? 'long' : 'short');
