import type { KnownAnswers, ResolvedAnswer } from '../../contract/guide.ts';

/** What was learned on the way: the guide and the answer that it led to, by their names in the contract. */
export interface Learned {
  guide: string;
  answer: string;
}

/** A service of an answer was chosen, with what its form need not ask any more. `preventDefault()` keeps the page where it is. */
export type ServiceGuideSelectEvent = CustomEvent<{ service: string; known: KnownAnswers } & Learned>;
/** A guide led to an answer. */
export type ServiceGuideAnswerEvent = CustomEvent<Learned>;

/** Something else is shown; `answer` is the one that is left to those around. */
export type ServiceGuidePlaceEvent = CustomEvent<{ answer: ResolvedAnswer | undefined }>;

export const serviceSelected = (service: string, known: KnownAnswers, learned: Learned): ServiceGuideSelectEvent =>
  new CustomEvent('service-guide-select', { detail: { service, known, ...learned }, bubbles: true, composed: true, cancelable: true });

export const answerReached = (learned: Learned): ServiceGuideAnswerEvent =>
  new CustomEvent('service-guide-answer', { detail: learned, bubbles: true, composed: true });

export const placeShown = (answer: ResolvedAnswer | undefined): ServiceGuidePlaceEvent =>
  new CustomEvent('service-guide-place', { detail: { answer } });

declare global {
  interface HTMLElementEventMap {
    'service-guide-select': ServiceGuideSelectEvent;
    'service-guide-answer': ServiceGuideAnswerEvent;
    'service-guide-place': ServiceGuidePlaceEvent;
  }
}
