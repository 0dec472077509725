import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Field, FormDefinition } from '../../../src/contract/form.ts';
import type { StaffForm, StaffFormList, StaffFormVersion } from '../../../src/contract/form-studio.ts';
import type { Problem } from '../../../src/contract/problem.ts';
import { createStaff } from '../../../src/gateway/staff/accounts.ts';
import { testPassword } from '../../support/gateway.ts';
import { officer, problemOf, tableOf } from '../intake/officer.ts';
import { newMobile, publishTestDesk, startDesk, testForm, type TestDesk } from '../requests/desk.ts';

/** Tests follow each other on one service, as officers do on one form. */
describe('forms that officers write', () => {
  let desk: TestDesk;
  let mine: ReturnType<typeof officer>;
  let head: ReturnType<typeof officer>;
  let path: string;
  before(async () => {
    desk = await startDesk();
    mine = officer(desk, await desk.signIn({ agency: 'abfa', role: 'officer' }));
    head = officer(desk, await desk.signIn({ agency: 'abfa', role: 'head' }));
    path = `/v1/staff/forms/${desk.offering}`;
  });
  after(() => desk.stop());

  const read = (who = mine) => who.good<StaffForm>(who.get(path));
  const save = (version: number, definition: FormDefinition, who = mine) => who.post(path, { version, definition });
  const publish = (version: number, who = mine, note = 'آزمون') => who.post(`${path}/publish`, { version, note });
  const forCitizens = async () => (await (await desk.fetch(`/v1/offerings/${desk.offering}/form`)).json()) as FormDefinition;
  const listed = async (who = mine) => (await who.good<StaffFormList>(who.get('/v1/staff/forms?agency=abfa'))).items.find(({ offering }) => offering === desk.offering)!;
  /** The form with one more question at the end of its first step. */
  const withField = (form: FormDefinition, field: Field): FormDefinition => ({ ...form, steps: form.steps.map((step, at) => (at ? step : { ...step, items: [...step.items, field] })) });
  const meter: Field = { id: 'meter', type: 'text', label: { fa: 'شماره کنتور' }, required: true };
  const answers = () => ({ name: 'آزمون', mobile: newMobile() });

  it('stand in a list beside what was given with the province and what is made of the sheet', async () => {
    const { items, agencies } = await mine.good<StaffFormList>(mine.get('/v1/staff/forms'));
    assert.deepEqual(agencies.map(({ id }) => id), ['abfa']);
    assert.equal(items.length, 11);
    const mineNow = items.find(({ offering }) => offering === desk.offering)!;
    assert.deepEqual([mineNow.published!.origin, mineNow.published!.version, mineNow.published!.by, mineNow.draft], ['province', 1, null, null]);
    assert.ok(items.some(({ published, online }) => online && published?.origin === 'sheet'));
    const form = await read();
    assert.deepEqual([form.version, form.history, form.draft, form.start.id], [0, [], null, testForm.id]);
  });

  it('are not for those who do not keep declarations, nor for other agencies and provinces', async () => {
    const { start } = await read();
    const expert = officer(desk, await desk.signIn({ agency: 'abfa', role: 'expert' }));
    assert.deepEqual(await problemOf(expert.get('/v1/staff/forms')), [403, 'staff.forbidden']);
    for (const answer of [expert.get(path), save(0, start, expert), publish(0, expert), expert.post(`${path}/discard`, { version: 0 })]) {
      assert.deepEqual(await problemOf(answer), [403, 'staff.forbidden']);
    }
    for (const answer of [save(0, start, head), head.post(`${path}/discard`, { version: 0 })]) assert.deepEqual(await problemOf(answer), [403, 'staff.forbidden']);
    await createStaff(desk.ports, { username: 'elsewhere', name: 'آزمون', password: testPassword, role: 'officer', province: 'elsewhere' });
    const signedIn = await desk.fetch('/v1/staff/session', { json: { username: 'elsewhere', password: testPassword } });
    const strangers = [officer(desk, await desk.signIn({ agency: 'sabt-ahval', role: 'officer' })), officer(desk, signedIn.headers.getSetCookie()[0]!.split(';')[0]!)];
    for (const stranger of strangers) {
      for (const answer of [stranger.get(path), stranger.get(`${path}/versions/1`), save(0, start, stranger), publish(0, stranger)]) {
        assert.deepEqual(await problemOf(answer), [404, 'offering.notFound']);
      }
    }
    assert.deepEqual(await problemOf(strangers[0]!.get('/v1/staff/forms?agency=abfa')), [403, 'staff.forbidden']);
    assert.equal((await read()).version, 0);
  });

  it('are saved with what is wrong in them, and then not published', async () => {
    const { start } = await read();
    const broken = withField(start, { ...meter, label: { fa: ' ' }, when: { field: 'nowhere', op: 'answered' } });
    const { draft, version } = await mine.good<StaffForm>(save(0, broken));
    assert.deepEqual(draft!.findings, [{ path: 'all.meter', code: 'emptyLabel' }, { path: 'all.meter', code: 'unknownReference', params: { field: 'nowhere' } }]);
    const refused = await publish(version);
    assert.equal(refused.status, 422);
    const { code, errors } = (await refused.json()) as Problem;
    assert.deepEqual([code, errors], ['form.invalid', draft!.findings]);
    const shapeless = await mine.post(path, { version, definition: { ...start, steps: [{ id: 'all' }] } });
    assert.deepEqual([shapeless.status, ((await shapeless.json()) as Problem).errors!.map(({ path: at }) => at)], [422, ['definition.steps.0.title', 'definition.steps.0.items']]);
    assert.deepEqual(await forCitizens(), testForm);
  });

  it('are read from elsewhere by those who write, with the places where they are none, and nothing is saved', async () => {
    const before = await read();
    const good = await mine.good<{ definition: FormDefinition }>(mine.post(`${path}/read`, { definition: { ...testForm, colour: 'red' } }));
    assert.deepEqual(good.definition, testForm);
    const refused = await mine.post(`${path}/read`, { definition: { ...testForm, steps: [{ ...testForm.steps[0]!, items: [{ ...meter, type: 'colour' }] }] } });
    assert.deepEqual([refused.status, ((await refused.json()) as Problem).errors!.map(({ path: at }) => at)], [422, ['definition.steps.0.items.0']]);
    assert.deepEqual(await problemOf(head.post(`${path}/read`, { definition: testForm })), [403, 'staff.forbidden']);
    const stranger = officer(desk, await desk.signIn({ agency: 'sabt-ahval', role: 'officer' }));
    assert.deepEqual(await problemOf(stranger.post(`${path}/read`, { definition: testForm })), [404, 'offering.notFound']);
    assert.deepEqual(await read(), before);
  });

  it('of two officers the second sees that somebody was first, and a discarded draft does not come back', async () => {
    const { version, start } = await read();
    const other = officer(desk, await desk.signIn({ agency: 'abfa', role: 'officer', username: 'abfa-2' }));
    const theirs = await other.good<StaffForm>(save(version, withField(start, meter), other));
    assert.equal(theirs.draft!.drafters.length, 2);
    assert.deepEqual(await problemOf(save(version, start)), [409, 'form.changed']);
    assert.deepEqual(await problemOf(publish(version)), [409, 'form.changed']);
    const none = await mine.good<StaffForm>(mine.post(`${path}/discard`, { version: version + 1 }));
    assert.deepEqual([none.draft, none.version], [null, version + 2]);
    assert.deepEqual(await problemOf(save(version + 1, start, other)), [409, 'form.changed']);
    assert.deepEqual(await problemOf(publish(none.version)), [409, 'form.noDraft']);
    const both = await Promise.all([save(none.version, start), save(none.version, start, other)]);
    assert.deepEqual(both.map(({ status }) => status).sort(), [200, 409]);
  });

  it('are published as the next version; what was open is told, what was filed keeps its form', async () => {
    const filed = await desk.file();
    const { version, start } = await read();
    const saved = await mine.good<StaffForm>(save(version, { ...withField(start, meter), id: 'taken-from-elsewhere', version: 99 }));
    assert.deepEqual(await forCitizens(), testForm);
    const published = await mine.good<StaffForm>(publish(saved.version));
    assert.deepEqual(published.history.map(({ version: number, by, note }) => [number, by?.id === saved.draft!.by.id, note]), [[2, true, 'آزمون'], [1, false, null]]);
    assert.deepEqual([published.draft, published.published!.origin, (await listed()).published!.by], [null, 'officers', saved.draft!.by]);
    const now = await forCitizens();
    assert.deepEqual(now, { ...withField(testForm, meter), id: `${desk.offering}.form`, version: 2 });

    assert.deepEqual(await problemOf(desk.send(answers())), [409, 'form.changed']);
    const form = { id: now.id, version: now.version };
    const incomplete = await desk.send(answers(), { form });
    assert.deepEqual(((await incomplete.json()) as Problem).errors, [{ path: 'meter', code: 'required' }]);
    assert.equal((await desk.send({ ...answers(), meter: '12' }, { form })).status, 201);
    const supervisor = await desk.signIn({ role: 'supervisor' });
    assert.deepEqual((await desk.openCase(supervisor, await desk.idOf(filed.code, supervisor))).form, testForm);

    const first = await mine.good<StaffFormVersion>(mine.get(`${path}/versions/1`));
    assert.deepEqual([first.definition, first.by], [{ ...testForm, id: now.id }, null]);
    assert.deepEqual(await problemOf(mine.get(`${path}/versions/3`)), [404, 'form.notFound']);
  });

  it('stand when the province or a declaration is published again', async () => {
    const before = await forCitizens();
    await publishTestDesk(desk.ports);
    assert.deepEqual(await forCitizens(), before);
    await mine.publish((await mine.handIn('abfa', tableOf('abfa'))).id);
    assert.deepEqual(await forCitizens(), before);
    await mine.good(mine.post('/v1/staff/publications/roll-back', { agency: 'abfa', base: 2, to: 1 }));
    assert.deepEqual(await forCitizens(), before);
  });

  it('an earlier version comes back as a new one, published by a second person where the head says so', async () => {
    await head.good(head.post('/v1/staff/publications/setting', { agency: 'abfa', secondPerson: true }));
    const { version } = await read();
    const { definition } = await mine.good<StaffFormVersion>(mine.get(`${path}/versions/1`));
    const saved = await mine.good<StaffForm>(save(version, definition));
    assert.equal(saved.secondPerson, true);
    assert.deepEqual(await problemOf(publish(saved.version)), [403, 'form.ownDraft']);
    await head.good(publish(saved.version, head));
    assert.deepEqual(await forCitizens(), { ...testForm, id: `${desk.offering}.form`, version: 3 });
  });

  it('give a form to a service that had none', async () => {
    const their = officer(desk, await desk.signIn({ agency: 'sabt-ahval', role: 'officer' }));
    const { items } = await their.good<StaffFormList>(their.get('/v1/staff/forms'));
    const none = items.find(({ published }) => !published)!;
    assert.equal((await desk.fetch(`/v1/offerings/${none.offering}/form`)).status, 404);
    const at = `/v1/staff/forms/${none.offering}`;
    const { start, version } = await their.good<StaffForm>(their.get(at));
    const saved = await their.good<StaffForm>(their.post(at, { version, definition: start }));
    const { history } = await their.good<StaffForm>(their.post(`${at}/publish`, { version: saved.version }));
    assert.deepEqual(history.map((each) => each.version), [1]);
    assert.equal((await desk.fetch(`/v1/offerings/${none.offering}/form`)).status, 200);
  });
});
