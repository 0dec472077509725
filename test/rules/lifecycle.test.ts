import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { RequestState } from '../../src/contract/request.ts';
import {
  allowedEvents, assertAllowed, eventTypes, project, TransitionError, transitions, type EventType, type RequestEvent,
} from '../../src/rules/lifecycle.ts';

const payloads: Partial<Record<EventType, object>> = {
  filed: { unit: 'u1' }, assigned: { unit: 'u2' }, referred: { unit: 'u3' }, answered: { outcome: 'done' }, escalated: { clock: 'answer', round: 0, share: 0.8, level: 1, to: 2, vacant: [1] },
};
const log = (...types: EventType[]): RequestEvent[] =>
  types.map((type, i) => ({
    type, seq: i + 1, at: new Date(Date.UTC(2026, 10, 28, 6, i)).toISOString(), actor: { role: 'expert', id: 's' }, payload: payloads[type] ?? {},
  })) as RequestEvent[];

test('the way of a request from filing to its end', () => {
  const events = log('filed', 'taken', 'askedCitizen', 'citizenReplied', 'referred', 'inquired', 'inquiryAnswered', 'answered', 'rated', 'closed');
  assert.deepEqual(project(events), { state: 'closed', outcome: 'done', holderUnit: 'u3', assignee: 's', hops: 1, level: 0, told: null, explainedUntil: null, pausedSince: null, version: 10 });
});

test('states after each event', () => {
  const states = ['submitted', 'inReview', 'waitingCitizen', 'inReview', 'inReview', 'waitingAgency', 'inReview', 'answered', 'answered', 'closed'];
  const events = log('filed', 'taken', 'askedCitizen', 'citizenReplied', 'referred', 'inquired', 'inquiryAnswered', 'answered', 'rated', 'closed');
  assert.deepEqual(events.map((_, i) => project(events.slice(0, i + 1)).state), states);
});

test('paused while the citizen is asked and not longer', () => {
  const asked = log('filed', 'taken', 'askedCitizen', 'noted', 'delayExplained');
  assert.equal(project(asked).pausedSince, asked[2]!.at);
  assert.equal(project(log('filed', 'taken', 'askedCitizen', 'citizenReplied')).pausedSince, null);
  assert.equal(project(log('filed', 'taken', 'askedCitizen', 'answered')).pausedSince, null);
});

test('referrals and visits are hops; an objection rises one level and takes the outcome back', () => {
  assert.equal(project(log('filed', 'referred', 'taken', 'referred', 'visitRequired')).hops, 3);
  const { state, level, outcome } = project(log('filed', 'taken', 'answered', 'objected'));
  assert.deepEqual({ state, level, outcome }, { state: 'inReview', level: 1, outcome: null });
  assert.equal(project(log('filed', 'withdrawn')).outcome, 'withdrawn');
});

test('an objection goes above whoever answered, and nobody stands above the supervisor; who was told is another number', () => {
  const by = (rank: number): RequestEvent[] =>
    log('filed', 'taken', 'escalated', 'answered', 'objected').map((event) => (event.type === 'answered' ? { ...event, payload: { ...event.payload, rank } } : event));
  assert.deepEqual([0, 1, 2, 3].map((rank) => project(by(rank)).level), [1, 2, 3, 3]);
  const { level, told } = project(log('filed', 'taken', 'escalated'));
  assert.deepEqual([level, told], [0, 2], 'to be told is not to decide');
  assert.equal(project(log('filed', 'taken', 'answered', 'objected', 'taken', 'answered', 'objected')).level, 2, 'the one who decided stood at its level');
});

test('what the state does not allow is refused and names both', () => {
  for (const [events, state, type] of [
    [log('taken'), null, 'taken'], [log('filed', 'answered'), 'submitted', 'answered'], [log('filed', 'filed'), 'submitted', 'filed'],
    [log('filed', 'taken', 'answered', 'answered'), 'answered', 'answered'], [log('filed', 'withdrawn', 'taken'), 'withdrawn', 'taken'],
    [log('filed', 'taken', 'citizenReplied'), 'inReview', 'citizenReplied'], [log('filed', 'taken', 'answered', 'closed', 'objected'), 'closed', 'objected'],
  ] as const) {
    assert.throws(() => project(events), (error) => error instanceof TransitionError && error.state === state && error.type === type);
  }
  assert.throws(() => assertAllowed('submitted', 'toString'), TransitionError);
  assert.throws(() => project([]), RangeError);
});

test('only filing begins a request, and nothing ends in a state that leads nowhere but the ends', () => {
  assert.deepEqual(allowedEvents(null), ['filed']);
  for (const state of RequestState.options) {
    const leads = allowedEvents(state).some((type) => (transitions[type].to ?? state) !== state);
    assert.equal(leads, state !== 'closed' && state !== 'withdrawn', state);
  }
});

test('any walk by allowed events projects, ends in its last state and counts its events', () => {
  fc.assert(fc.property(fc.array(fc.nat(), { maxLength: 40 }), (choices) => {
    const types: EventType[] = ['filed'];
    for (const choice of choices) {
      const allowed = allowedEvents(project(log(...types)).state);
      types.push(allowed[choice % allowed.length]!);
    }
    const projection = project(log(...types));
    assert.equal(projection.version, types.length);
    assert.equal(projection.pausedSince !== null, projection.state === 'waitingCitizen');
    assert.equal(projection.outcome !== null, ['answered', 'closed', 'withdrawn'].includes(projection.state));
  }));
});

test('every event has its place in the table', () => {
  assert.equal(new Set(eventTypes).size, 21);
  for (const type of eventTypes) assert.ok(transitions[type].by.length && transitions[type].from.length, type);
});

test('a request has one assignee: who took it, was given it or acted first; giving it away leaves none', () => {
  const by = (events: RequestEvent[], ...ids: string[]): RequestEvent[] =>
    events.map((event, i) => ({ ...event, actor: { ...event.actor, id: ids[i] ?? 's' } }));
  assert.equal(project(log('filed')).assignee, null);
  assert.equal(project(by(log('filed', 'taken'), 'c', 'a')).assignee, 'a');
  assert.equal(project(by(log('filed', 'taken', 'takenOver'), 'c', 'a', 'b')).assignee, 'b');
  assert.equal(project(log('filed', 'taken', 'released')).assignee, null);
  assert.equal(project(log('filed', 'taken', 'referred')).assignee, null);
  assert.equal(project(by(log('filed', 'taken', 'referred', 'answered'), 'c', 'a', 'a', 'b')).assignee, 'b');
  assert.equal(project(log('filed', 'taken', 'answered', 'objected')).assignee, null);
  const given = log('filed', 'taken', 'assigned').map((event) =>
    (event.type === 'assigned' ? { ...event, payload: { unit: 'u1', assignee: 'z' } } : event)) as RequestEvent[];
  const { assignee, state } = project(given);
  assert.deepEqual([assignee, state], ['z', 'inReview']);
});

test('whoever takes over or is given a request goes on waiting for the citizen', () => {
  for (const type of ['takenOver', 'assigned'] as const) {
    const events = log('filed', 'taken', 'askedCitizen', type);
    const { state, pausedSince } = project(events);
    assert.deepEqual([state, pausedSince], ['waitingCitizen', events[2]!.at], type);
  }
  assert.equal(project(log('filed', 'assigned')).state, 'inReview');
  assert.throws(() => project(log('filed', 'takenOver')), TransitionError, 'nobody has it yet');
});
