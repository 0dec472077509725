import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { Answers, FormDefinition, type Condition, type Field, type Group } from '../../src/contract/form.ts';
import { canonicalAnswers, checkForm, checkStep, isVisible, visibleSteps } from '../../src/rules/form.ts';
import { checkDefinition } from '../../src/rules/form-definition.ts';

const today = '2026-11-24';
const forms = new URL('../../demo/data/forms/', import.meta.url);
const definitions = new Map(
  readdirSync(forms).filter((file) => file.endsWith('.form.json')).map((file) => [
    file.replace('.form.json', ''), FormDefinition.parse(JSON.parse(readFileSync(new URL(file, forms), 'utf8'))),
  ]),
);
const form = (name: string) => definitions.get(name) ?? assert.fail(`no form ${name}`);
const ids = (definition: FormDefinition, answers: Answers) => visibleSteps(definition, answers, today).flatMap((step) => step.items.map(({ id }) => id));
const codes = (definition: FormDefinition, answers: Answers) => checkForm(definition, answers, today).map(({ path, code }) => `${path} ${code}`);
const without = (answers: Answers, ...names: string[]): Answers => Object.fromEntries(Object.entries(answers).filter(([id]) => !names.includes(id)));

const birth: Answers = {
  birthCertificateId: '۱۲ ۳۴۵', birthDate: '۱۴۰۵/۰۹/۰۱', birthTime: '۸:۰۵', sex: 'girl', birthPlace: 'hospital', hospitalName: 'كمالی',
  declarant: 'father', fatherNationality: 'iranian', fatherNationalId: '۱۲۵ ۰۰۷۷۶۳-۱', motherNationalId: '0310063604', marriageRegistered: true,
  mobile: '+98 912 345 6789', postalCode: '۳۱۵۳۸-۷۶۱۴۹', names: [{ name: 'ریحانه' }, { name: 'گل‌نار' }], deliveryOffice: 'karaj', confirmed: true,
};

test('the forms of the demo are there and sound', () => {
  assert.equal(definitions.size, 17);
  for (const [name, definition] of definitions) assert.deepEqual(checkDefinition(definition), [], name);
});

describe('a birth registration', () => {
  const definition = form('birth-registration');
  test('filled in as people type it has nothing wrong and comes out canonical', () => {
    assert.deepEqual(codes(definition, birth), []);
    const filed = canonicalAnswers(definition, birth, today);
    assert.deepEqual(Answers.parse(filed), filed);
    assert.deepEqual(
      [filed['birthCertificateId'], filed['birthDate'], filed['birthTime'], filed['hospitalName'], filed['fatherNationalId'], filed['mobile'], filed['postalCode']],
      ['12345', '2026-11-22', '08:05', 'كمالی', '1250077631', '09123456789', '3153876149'],
    );
    assert.deepEqual(canonicalAnswers(definition, filed, today), filed, 'canonical stays canonical');
  });
  test('asks for what the answers call for, and forgets what is hidden', () => {
    const shown = ids(definition, birth);
    assert.ok(shown.includes('hospitalName') && !shown.includes('midwifeOrWitness') && !shown.includes('delayReason'));
    const foreign = { ...birth, fatherNationality: 'foreign', fatherForeignerId: '۱۲۳۴۵۶۷۸۹۰۱۲' };
    const filed = canonicalAnswers(definition, foreign, today);
    assert.equal(filed['fatherNationalId'], undefined);
    assert.equal(filed['fatherForeignerId'], '123456789012');
  });
  test('asks for the reason of a delay past fifteen days, typed or ISO', () => {
    assert.ok(!ids(definition, { ...birth, birthDate: '2026-11-09' }).includes('delayReason'));
    assert.ok(ids(definition, { ...birth, birthDate: '2026-11-08' }).includes('delayReason'));
    assert.ok(ids(definition, { ...birth, birthDate: '۱۷ آبان ۱۴۰۵' }).includes('delayReason'));
  });
  test('empty: every required field is named once, what is hidden is not', () => {
    const found = codes(definition, {});
    assert.equal(new Set(found).size, found.length);
    assert.ok(found.includes('names.0.name required') && found.includes('confirmed mustAccept') && !found.includes('hospitalName required'));
    assert.ok(!found.some((one) => one.startsWith('names ')), 'the empty row speaks for its group');
  });
  test('checks one step at a time', () => {
    assert.deepEqual(checkStep(definition, 'newborn', birth, today), []);
    assert.deepEqual(checkStep(definition, 'nameAndDelivery', {}, today).map(({ path }) => path), ['names.0.name', 'deliveryOffice', 'confirmed']);
    assert.deepEqual(checkStep(definition, 'no-such-step', {}, today), []);
  });
  test('dates that do not exist, lie ahead or are none', () => {
    for (const [birthDate, code, reason] of [
      ['1404/12/30', 'notADate', 'day'], ['۳۱ مهر ۱۴۰۵', 'notADate', 'day'], ['2026-02-29', 'notADate', 'day'], ['1405/13/1', 'notADate', 'month'],
      ['05/9/1', 'notADate', 'two-digit-year'], ['2026/11/01', 'notADate', 'year'], ['دیروز', 'notADate', 'format'], ['1405-09-04', 'dateTooLate', undefined],
    ] as const) {
      const [issue, ...more] = checkForm(definition, { ...birth, birthDate }, today);
      assert.deepEqual([issue?.path, issue?.code, issue?.params?.['reason'], more.length], ['birthDate', code, reason, 0], birthDate);
    }
    for (const birthDate of ['٢٠٢٦-١١-٢٠', '۲۰۲۶-۱۱-۲۰', ' 2026-11-20 ', '١٤٠٥/٠٨/٢٩', '١٤٠٥؍٨؍٢٩']) {
      assert.equal(canonicalAnswers(definition, { ...birth, birthDate }, today)['birthDate'], '2026-11-20', birthDate);
    }
    const [future] = checkForm(definition, { ...birth, birthDate: '٢٠٢٧-٠١-٠١' }, today);
    assert.equal(future?.code, 'dateTooLate', 'a Gregorian date in Arabic digits is told what is wrong with the date');
    assert.deepEqual(codes(definition, { ...birth, birthDate: '1403/12/30', delayReason: 'بیماری' }), [], 'a leap year has 30 Esfand');
  });
  test('a national ID: how many digits, wrong check digit, and a remark that stops nobody', () => {
    const issues = (motherNationalId: string) => checkForm(definition, { ...birth, motherNationalId }, today);
    assert.deepEqual(issues('۱۲۳۴۵۶۷۸۸'), [{ path: 'motherNationalId', code: 'nationalId.length', severity: 'error', params: { digits: 9 } }]);
    assert.deepEqual(issues('0310063605'), [{ path: 'motherNationalId', code: 'nationalId.checksum', severity: 'error', params: { digits: 10 } }]);
    assert.deepEqual(issues('1111111111'), [{ path: 'motherNationalId', code: 'nationalId.repeated-digits', severity: 'warning' }]);
    assert.equal(issues('310063604')[0]?.params?.['suggest'], '0310063604');
  });
  test('Persian letters only, where only they may stand', () => {
    for (const name of ['Sara', 'سارا2', 'سارا!', '😀']) assert.deepEqual(codes(definition, { ...birth, names: [{ name }] }), ['names.0.name charset'], name);
    for (const name of ['يكتا', 'آرامِ جان', 'مُهنّا', 'رؤیا', 'هانیه‌سادات']) assert.deepEqual(codes(definition, { ...birth, names: [{ name }] }), [], name);
  });
  test('too many rows, rows of a wrong shape, strange fields', () => {
    assert.deepEqual(codes(definition, { ...birth, names: ['آ', 'ب', 'پ', 'ت'].map((name) => ({ name })) }), ['names groupTooMany']);
    assert.deepEqual(codes(definition, { ...birth, names: 'ریحانه' }), ['names wrongType']);
    assert.deepEqual(codes(definition, { ...birth, names: [{ name: 'آوا', role: 'x' }] }), ['names.0.role unknownField']);
    assert.deepEqual(codes(definition, { ...birth, isAdmin: true, constructor: 'x' } as Answers), ['isAdmin unknownField', 'constructor unknownField']);
    assert.equal('isAdmin' in canonicalAnswers(definition, { ...birth, isAdmin: true }, today), false);
  });
  test('values of a wrong type are refused, not trusted', () => {
    for (const [id, value] of [['sex', 5], ['marriageRegistered', 'شاید'], ['mobile', 9123456789], ['birthDate', true], ['confirmed', 'true']] as const) {
      assert.deepEqual(codes(definition, { ...birth, [id]: value }), [`${id} wrongType`]);
    }
    assert.deepEqual(codes(definition, { ...birth, sex: 'other' }), ['sex notInOptions']);
    assert.deepEqual(codes(definition, { ...birth, confirmed: false }), ['confirmed mustAccept']);
    assert.deepEqual(codes(definition, { ...birth, mobile: '02632000014' }), ['mobile mobile.not-mobile']);
  });
});

describe('a building permit', () => {
  const definition = form('building-permit');
  const only = (answers: Answers, path: string) => codes(definition, answers).filter((one) => one.startsWith(path));
  test('an agent is asked for only after somebody else than the owner was chosen', () => {
    assert.ok(!ids(definition, {}).includes('agentNationalId'));
    assert.ok(!ids(definition, { applicant: 'owner' }).includes('agentNationalId'));
    assert.ok(ids(definition, { applicant: 'attorney' }).includes('agentNationalId'));
  });
  test('a lift from four floors on, the number as typed', () => {
    assert.ok(ids(definition, { floorsAbove: '۴' }).includes('lift'));
    assert.ok(!ids(definition, { floorsAbove: '۳' }).includes('lift'));
    assert.ok(!ids(definition, {}).includes('lift'));
  });
  test('shares of all owners come to six at most', () => {
    const shares = (...given: (number | string)[]) => ({ hasCoOwners: true, coOwners: given.map((share) => ({ fullName: 'مالک', nationalId: '1250077631', share })) });
    assert.deepEqual(only(shares(2, '۴'), 'coOwners'), []);
    assert.deepEqual(only(shares(2.1, 2.2, 1.7), 'coOwners'), [], 'no floating-point dust');
    const issue = checkForm(definition, shares('۳', '۳٫۵'), today).find(({ code }) => code === 'sumAtMost');
    assert.deepEqual(issue, { path: 'coOwners', code: 'sumAtMost', severity: 'error', params: { limit: 6, sum: 6.5 } });
    assert.deepEqual(only({ ...shares(5, 5), hasCoOwners: false }, 'coOwners'), [], 'hidden');
  });
  test('numbers: typed in any digits, whole, within bounds', () => {
    assert.deepEqual(only({ landArea: '۱٬۲۵۰٫۵' }, 'landArea'), []);
    assert.equal(canonicalAnswers(definition, { landArea: '۱٬۲۵۰٫۵' }, today)['landArea'], 1250.5);
    for (const [id, value, code] of [
      ['landArea', '0', 'notMoreThan'], ['landArea', 'صد', 'notNumber'], ['landArea', '1e3', 'notNumber'], ['floorsAbove', '2.5', 'notInteger'],
      ['floorsAbove', '۰', 'tooSmall'], ['floorsAbove', '۲۱', 'tooLarge'], ['landArea', '−5', 'notMoreThan'], ['landArea', '5 m', 'notNumber'],
    ] as const) {
      assert.deepEqual(only({ [id]: value }, id), [`${id} ${code}`], value);
    }
  });
  test('files: needed, not too many, not too large, of a kind that is accepted', () => {
    const file = (mediaType: string, bytes = 1000) => ({ id: 'u', name: 'نقشه', bytes, mediaType });
    assert.deepEqual(only({}, 'deedFile'), ['deedFile required']);
    assert.deepEqual(only({ deedFile: [file('image/png')] }, 'deedFile'), []);
    assert.deepEqual(only({ deedFile: [file('image/png'), file('image/png')] }, 'deedFile'), ['deedFile tooManyFiles']);
    assert.deepEqual(only({ deedFile: [file('image/png', 6e6)] }, 'deedFile'), ['deedFile fileTooLarge']);
    assert.deepEqual(only({ deedFile: [file('application/x-msdownload')] }, 'deedFile'), ['deedFile fileType']);
    assert.deepEqual(only({ deedFile: ['u'] }, 'deedFile'), ['deedFile wrongType']);
  });
  test('a place needs words or a point', () => {
    assert.deepEqual(only({ location: { text: ' ' } }, 'location'), ['location required']);
    assert.deepEqual(only({ location: { text: 'میدان سپاه' } }, 'location'), []);
    assert.deepEqual(only({ location: { text: '', latitude: 35.8, longitude: 50.9 } }, 'location'), []);
    assert.deepEqual(only({ location: { text: 'x', latitude: 95, longitude: 50.9 } }, 'location'), ['location notAPlace']);
  });
  test('many choices come out in the order of the form, once each', () => {
    assert.deepEqual(canonicalAnswers(definition, { resultBy: ['desk', 'sms', 'desk'] }, today)['resultBy'], ['sms', 'desk']);
    assert.deepEqual(only({ resultBy: ['fax'] }, 'resultBy'), ['resultBy notInOptions']);
  });
  test('digits and dashes', () => {
    assert.deepEqual(only({ renovationCode: '۱–۲۳ –۴' }, 'renovationCode'), []);
    assert.equal(canonicalAnswers(definition, { renovationCode: '۱–۲۳ –۴' }, today)['renovationCode'], '1-23-4');
    assert.deepEqual(only({ renovationCode: '۱/۲' }, 'renovationCode'), ['renovationCode charset']);
  });
});

describe('conditions', () => {
  const when = (condition: Condition, answers: Answers) => isVisible(condition, answers, today);
  test('combine', () => {
    const a: Condition = { field: 'a', op: 'eq', value: 1 };
    const b: Condition = { field: 'b', op: 'answered' };
    assert.ok(isVisible(undefined, {}, today));
    assert.ok(when({ all: [a, b] }, { a: 1, b: 'x' }) && !when({ all: [a, b] }, { a: 1 }));
    assert.ok(when({ any: [a, b] }, { b: 'x' }) && !when({ any: [a, b] }, {}));
    assert.ok(when({ not: a }, {}) && !when({ not: a }, { a: 1 }));
    assert.ok(when({ all: [] }, {}) && !when({ any: [] }, {}));
  });
  test('compare numbers by size, dates by day, choices by what is among them', () => {
    assert.ok(when({ field: 'a', op: 'gte', value: 9 }, { a: 10 }) && !when({ field: 'a', op: 'gte', value: 9 }, { a: '10' }));
    assert.ok(when({ field: 'a', op: 'lte', value: '2026-11-24' }, { a: '2026-11-23' }));
    assert.ok(when({ field: 'a', op: 'eq', value: 'x' }, { a: ['y', 'x'] }) && when({ field: 'a', op: 'in', value: ['z', 'x'] }, { a: ['x'] }));
    assert.ok(when({ field: 'a', op: 'olderThanDays', value: 1 }, { a: '2026-11-22' }) && !when({ field: 'a', op: 'olderThanDays', value: 2 }, { a: '2026-11-22' }));
  });
  test('nothing holds of what is not answered, nor of what every object has', () => {
    for (const op of ['eq', 'ne', 'gte', 'lte'] as const) assert.ok(!when({ field: 'a', op, value: 'x' }, {}), op);
    assert.ok(!when({ field: 'constructor', op: 'answered' }, {}) && !when({ field: 'a', op: 'answered' }, { a: ' ' }) && !when({ field: 'a', op: 'answered' }, { a: [] }));
  });
});

describe('a form of many conditions', () => {
  const text = (id: string, more: Partial<Field> = {}): Field => ({ id, type: 'text', label: { fa: id }, required: false, ...more });
  const group: Group = {
    id: 'people', type: 'group', label: { fa: 'افراد' }, min: 0, max: 3,
    fields: [text('kind'), text('ofSibling', { when: { field: 'kind', op: 'eq', value: 'x' } }), text('ofOuter', { when: { field: 'a', op: 'eq', value: '1' } })],
  };
  const definition: FormDefinition = {
    id: 'f', version: 1, kind: 'application', title: { fa: 'ف' }, contactField: 'mobile',
    steps: [
      { id: 'one', title: { fa: '۱' }, items: [text('a'), text('b', { when: { field: 'a', op: 'eq', value: '1' } }), text('c', { when: { field: 'b', op: 'answered' }, required: true })] },
      { id: 'two', title: { fa: '۲' }, when: { field: 'b', op: 'answered' }, items: [group, text('kind', { maxLength: 3 })] },
      { id: 'three', title: { fa: '۳' }, items: [{ ...text('mobile'), type: 'mobile', required: true }, text('d', { when: { field: 'people', op: 'answered' } })] },
    ],
  };
  test('what is hidden hides what rests on it', () => {
    assert.deepEqual(ids(definition, { a: '1', b: 'x' }), ['a', 'b', 'c', 'people', 'kind', 'mobile']);
    assert.deepEqual(ids(definition, { a: '2', b: 'x' }), ['a', 'mobile']);
    assert.deepEqual(visibleSteps(definition, { a: '2' }, today).map(({ id }) => id), ['one', 'three']);
    assert.deepEqual(canonicalAnswers(definition, { a: '2', b: 'x', c: 'y', people: [{ kind: 'x' }] }, today), { a: '2' });
  });
  test('inside a group siblings come first, then the form around it, each row for itself', () => {
    const people = visibleSteps(definition, { a: '1', b: 'x', people: [{ kind: 'x' }, { kind: 'y' }] }, today)[1]!.items[0]!;
    assert.deepEqual('rows' in people && people.rows.map((row) => row.map(({ id }) => id)), [['kind', 'ofSibling', 'ofOuter'], ['kind', 'ofOuter']]);
  });
  test('letters are counted as readers count them', () => {
    assert.deepEqual(codes(definition, { a: '1', b: 'x', c: 'y', kind: '😀😀😀', mobile: '09123456789' }), []);
    assert.deepEqual(codes(definition, { a: '1', b: 'x', c: 'y', kind: '😀😀😀😀', mobile: '09123456789' }), ['kind tooLong']);
  });
  test('white space alone answers nothing', () => {
    assert.deepEqual(codes(definition, { a: '1', b: 'x', c: ' \u200c ', mobile: '09123456789' }), ['c required']);
  });
  test('a text without a limit has one all the same', () => {
    assert.deepEqual(codes(definition, { a: 'ا'.repeat(501), mobile: '09123456789' }), ['a tooLong']);
  });

  describe('is looked through', () => {
    const spoiled = (change: (definition: FormDefinition) => void) => {
      const copy = structuredClone(definition);
      change(copy);
      return checkDefinition(copy).map(({ path, code }) => `${path} ${code}`);
    };
    const field = (d: FormDefinition, step: number, item: number) => d.steps[step]!.items[item] as Field;
    test('and is sound', () => assert.deepEqual(checkDefinition(definition), []));
    for (const [what, change, expected] of [
      ['an id twice', (d) => (field(d, 0, 1).id = 'a'), ['one.a duplicateId', 'one.a cycle', 'one.c unknownReference', 'two unknownReference']],
      ['a reference to nothing', (d) => (field(d, 0, 1).when = { field: 'zzz', op: 'answered' }), ['one.b unknownReference']],
      ['a reference into a group', (d) => (field(d, 2, 1).when = { field: 'ofSibling', op: 'answered' }), ['three.d unknownReference']],
      ['a reference to a later field', (d) => (field(d, 0, 0).when = { field: 'mobile', op: 'answered' }), ['one.a laterReference']],
      ['a field that rests on itself', (d) => (field(d, 0, 0).when = { field: 'a', op: 'answered' }), ['one.a cycle']],
      ['a ring', (d) => (field(d, 0, 0).when = { field: 'c', op: 'answered' }), ['one.a laterReference', 'one.a cycle', 'one.b cycle', 'one.c cycle']],
      ['a later sibling', (d) => ((d.steps[1]!.items[0] as Group).fields[0]!.when = { field: 'ofOuter', op: 'answered' }), ['two.people.kind laterReference']],
      ['no contact field', (d) => (d.contactField = 'zzz'), ['contactField missingContactField']],
      ['a contact field that is no mobile', (d) => (d.contactField = 'a'), ['contactField contactNotMobile']],
      ['a contact field that may be left out', (d) => (field(d, 2, 0).required = false), ['contactField contactNotRequired']],
      ['a choice without options', (d) => (field(d, 2, 1).type = 'choice'), ['three.d choiceWithoutOptions']],
      ['bounds the wrong way round', (d) => Object.assign(field(d, 0, 0), { minLength: 3, maxLength: 2 }), ['one.a minAboveMax']],
      ['a group with more at least than at most', (d) => ((d.steps[1]!.items[0] as Group).min = 4), ['two.people minAboveMax']],
      ['an empty step', (d) => d.steps.push({ id: 'four', title: { fa: '۴' }, items: [] }), ['four emptyStep']],
      ['a step twice', (d) => (d.steps[2]!.id = 'one'), ['one duplicateId']],
      ['a sum over no group', (d) => (d.constraints = [{ kind: 'sumAtMost', group: 'a', field: 'kind', limit: 1, message: { fa: '' } }]), ['constraints.0 unknownGroup']],
      ['a sum over text', (d) => (d.constraints = [{ kind: 'sumAtMost', group: 'people', field: 'kind', limit: 1, message: { fa: '' } }]), ['constraints.0 notNumberField']],
    ] as [string, (d: FormDefinition) => void, string[]][]) {
      test(`${what} is found`, () => assert.deepEqual(spoiled(change), expected));
    }
    test('a condition on an option that does not exist is found', () => {
      const issues = spoiled((d) => {
        Object.assign(field(d, 0, 0), { type: 'choice', options: [{ value: '2', label: { fa: '۲' } }, { value: '2', label: { fa: '۲' } }] });
      });
      assert.deepEqual(issues, ['one.a duplicateOption', 'one.b unknownOption', 'two.people.ofOuter unknownOption']);
    });
  });
});

test('every answer of the six forms that is left out where it is required is named', () => {
  const definition = form('birth-registration');
  for (const id of Object.keys(birth)) {
    const field = definition.steps.flatMap((step) => step.items).find((item) => item.id === id)!;
    if (field.type === 'group' || !field.required) continue;
    const found = codes(definition, without(birth, id));
    assert.ok(found.includes(`${id} ${field.type === 'declaration' ? 'mustAccept' : 'required'}`), id);
  }
});
