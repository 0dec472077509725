import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { agenciesCalled, agencyNamed } from '../../src/rules/agency-name.ts';

const province = { fa: 'البرز' };
const { agencies: declared } = JSON.parse(readFileSync('demo/data/alborz/agencies.json', 'utf8')) as { agencies: { id: string; nameFa: string; nameEn: string }[] };
const agencies = declared.map(({ id, nameFa, nameEn }) => ({ id, name: { fa: nameFa, en: nameEn } }));
const called = (text: string) => agenciesCalled(text, agencies, province).map(({ id }) => id);

describe('agencies by what people call them', () => {
  const cases: [typed: string, first: string][] = [
    ['شهرداری کرج', 'shahrdari-karaj'], ['شهرداري كرج', 'shahrdari-karaj'], ['کرج شهرداری', 'shahrdari-karaj'], ['شهردا', 'shahrdari-karaj'],
    ['ثبت احوال', 'sabt-ahval'], ['ثبت‌احوال کرج', 'sabt-ahval'], ['اداره ثبت احوال', 'sabt-ahval'],
    ['اداره برق', 'bargh'], ['آبفا', 'abfa'], ['اب و فاضلاب', 'abfa'], ['شرکت گاز', 'gaz'],
    ['مالیات', 'maliat'], ['اداره مالیات فردیس', 'maliat'], ['تامین اجتماعی', 'tamin-ejtemaei'], ['اداره کار', 'kar-refah'],
    ['دادگاه', 'dadgostari'], ['اداره پست', 'post'], ['Civil Reg', 'sabt-ahval'],
  ];
  for (const [typed, first] of cases) it(`«${typed}» is ${first}`, () => assert.equal(called(typed)[0], first));

  it('leads to nothing where the body is not there: it may be written all the same', () => {
    assert.deepEqual(called('بانک'), []);
    assert.deepEqual(called('بانک ملی کرج'), []);
    assert.deepEqual(called('شهرداری فردیس'), [], 'the municipality of another city is another');
  });

  it('offers all while nothing is typed, and several where several are meant', () => {
    assert.equal(called(' ').length, agencies.length);
    assert.deepEqual(called('ثبت').sort(), ['sabt-ahval', 'sabt-asnad']);
  });

  it('knows one that is named whole, in either language, and no other', () => {
    assert.equal(agencyNamed('شهرداري كرج', agencies)?.id, 'shahrdari-karaj');
    assert.equal(agencyNamed('Civil Registration, Alborz', agencies)?.id, declared.find(({ nameEn }) => nameEn === 'Civil Registration, Alborz')?.id);
    assert.equal(agencyNamed('شهرداری', agencies), undefined);
    assert.equal(agencyNamed(' ', agencies), undefined);
  });
});
