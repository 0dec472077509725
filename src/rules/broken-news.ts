import type { RequestEvent } from './lifecycle.ts';

type Step = Extract<RequestEvent, { type: 'escalated' }>;

/**
 * The step of the ladder with which a citizen is told that the promised time of the answer has passed: in each round the first one after it. Whoever was
 * told of the delay, and until when, is told no more before that date has passed as well. Undefined: there was none yet.
 */
export function brokenNews(events: readonly RequestEvent[]): Step | undefined {
  let news: Step | undefined;
  let explainedUntil = -Infinity;
  for (const event of events) {
    if (event.type === 'objected') {
      news = undefined;
      explainedUntil = -Infinity;
    } else if (event.type === 'delayExplained') explainedUntil = Date.parse(event.payload.expected);
    else if (isLate(event) && explainedUntil <= Date.parse(event.at)) news ??= event;
  }
  return news;
}

/** The whole of the promised time was used. */
const isLate = (event: RequestEvent): event is Step => event.type === 'escalated' && event.payload.clock === 'answer' && event.payload.share >= 1;
