import { project, type RequestEvent } from './lifecycle.ts';

type Step = Extract<RequestEvent, { type: 'escalated' }>;

/**
 * The step of the ladder with which a citizen is told that the promised time of the answer has passed: in each round the first one after it. Whoever was
 * told of the delay, and until when, is told no more before that date has passed as well. Undefined: there was none yet.
 */
export function brokenNews(events: readonly RequestEvent[]): Step | undefined {
  return steps(events).find(({ event, at }) => {
    const { explainedUntil } = project(events.slice(0, at));
    return explainedUntil === null || Date.parse(explainedUntil) <= Date.parse(event.at);
  })?.event;
}

/** Steps of the round that runs, after the whole of the promised time was used. */
function steps(events: readonly RequestEvent[]): { event: Step; at: number }[] {
  const begins = events.reduce((last, { type }, at) => (type === 'objected' ? at : last), -1);
  return events.flatMap((event, at) => (at > begins && event.type === 'escalated' && event.payload.clock === 'answer' && event.payload.share >= 1 ? [{ event, at }] : []));
}
