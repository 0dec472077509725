import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { CompetentBody, type FoundService, type ResolvedAnswer } from '../../src/contract/guide.ts';
import { ownComplaints } from '../../src/rules/own-complaints.ts';
import { bodies, competence, type Competence } from '../../src/rules/competence.ts';

const service = (id: string, files: FoundService['files'], title = id): FoundService => ({
  id, title, files, agency: { id: `agency-${id}`, name: { fa: id } }, time: null, fee: { kind: 'free', lines: [] }, visits: 0, online: files !== null,
});
const answer = (more: Partial<ResolvedAnswer>): ResolvedAnswer => ({
  id: 'a', kind: 'answer', title: { fa: 'پاسخ' }, contacts: [], services: [], offices: [], ...more,
});
const filedAt = ({ file }: Competence) => file.map(({ id }) => id);

describe('competence', () => {
  const track = service('track', 'application');
  const complain = service('complain', 'complaint');
  const inform = service('inform', 'information');
  const paper = service('paper', null);
  const cases: [name: string, given: Partial<ResolvedAnswer>, way: Competence['way'], file: string[], others: string[]][] = [
    ['files the complaint, whatever stands before it', { competent: 'cra', services: [track, complain, paper] }, 'file', ['complain'], ['track', 'paper']],
    ['files what the matter has where it has no complaint: an outage is reported', { competent: 'agency', services: [paper, track] }, 'file', ['track'], ['paper']],
    ['tells where nothing is filed here', { competent: 'agency', services: [paper] }, 'tell', [], ['paper']],
    ['tells where the province offers nothing', { competent: 'samad' }, 'tell', [], []],
    ['freedom of information takes no complaint', { competent: 'information', services: [complain, inform] }, 'file', ['inform'], ['complain']],
    ['a danger is never filed, it is called in', { urgent: true, services: [complain] }, 'call', [], ['complain']],
    ['what is nobody’s fault may have a form too', { services: [track] }, 'file', ['track'], []],
  ];
  for (const [name, given, way, file, others] of cases) {
    it(name, () => {
      const found = competence(answer(given), 'alborz');
      assert.deepEqual([found.way, filedAt(found), found.others.map(({ id }) => id)], [way, file, others]);
      assert.equal(found.body, given.competent ?? null);
    });
  }

  it('leaves the choice between agencies that hear the same', () => {
    const title = 'شکایت از جمع‌آوری پسماند';
    const found = competence(answer({ competent: 'agency', services: [service('karaj', 'complaint', title), service('fardis', 'complaint', title), track] }), 'alborz');
    assert.deepEqual(filedAt(found), ['karaj', 'fardis']);
  });

  describe('the office that was chosen', () => {
    const agency = { id: 'post', name: { fa: 'اداره کل پست' } };
    const own = { ...service('own', null, 'رسیدگی به شکایت از کارکنان'), online: true, code: null, description: '', agency: 'post', inPerson: true, lifeEvents: [], relations: [], hours: null };
    const parcels = { ...own, id: 'parcels', title: 'رهگیری مرسوله پستی' };

    it('files it there where that office hears complaints about itself here, and names it to the form', () => {
      const found = competence(answer({ competent: 'agency' }), 'alborz', { agency, services: ownComplaints(agency, [parcels, own]) });
      assert.deepEqual([found.way, filedAt(found), found.asksParty], ['file', ['own'], true]);
      assert.deepEqual(found.file[0]!.known, { party: 'post' });
    });

    it('tells to whom to turn where it hears none here: no form of another matter', () => {
      for (const services of [[], [parcels], [{ ...own, online: false }]]) {
        const found = competence(answer({ competent: 'agency' }), 'alborz', { agency, services: ownComplaints(agency, services) });
        assert.deepEqual([found.way, found.offices, found.write], ['tell', [{ agency, unit: null }], true]);
      }
    });

    it('is asked for only where nothing else says who hears it', () => {
      const asks = (given: Partial<ResolvedAnswer>) => competence(answer(given), 'alborz').asksParty;
      assert.equal(asks({ competent: 'agency' }), true);
      assert.equal(asks({ competent: 'samad' }), false);
      assert.equal(asks({ competent: 'agency', services: [complain] }), false);
      assert.equal(asks({ competent: 'agency', offices: [{ agency, unit: null }] }), false);
      assert.deepEqual(filedAt(competence(answer({ competent: 'agency', services: [complain] }), 'alborz', { agency, services: ownComplaints(agency, [own]) })), ['complain']);
    });
  });

  it('names the page of a body, that of a province in this province only', () => {
    const site = (competent: CompetentBody, province: string) => competence(answer({ competent }), province).site;
    assert.equal(site('cra', 'isfahan'), 'https://195.cra.ir');
    assert.equal(site('samad', 'alborz'), 'https://saamad.alborz.ir');
    assert.equal(site('samad', 'isfahan'), null);
    assert.equal(site('agency', 'alborz'), null);
  });

  it('knows each body of the contract, and says no number that a page was not seen for', () => {
    assert.deepEqual(Object.keys(bodies).sort(), [...CompetentBody.options].sort());
    assert.deepEqual(Object.values(bodies).map(({ phone }) => phone).filter(Boolean).sort(), ['111', '195']);
    assert.ok(bodies.samad.needs.includes('nationalId') && bodies.samad.once);
    assert.ok(bodies.cra.needs[0] === 'place');
    assert.ok(bodies.agency.refusesAnonymous);
  });
});
