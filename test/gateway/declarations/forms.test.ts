import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { FormDefinition, type Condition, type Field } from '../../../src/contract/form.ts';
import { z } from '../../../src/contract/zod.ts';
import { genericForm } from '../../../src/gateway/declarations/generic-form.ts';
import { checkDefinition } from '../../../src/rules/form-definition.ts';
import { readDeclaration } from '../../../src/gateway/declarations/read.ts';

const folder = 'demo/data/forms';
const json = (path: string) => JSON.parse(readFileSync(path, 'utf8'));
const index: { file: string; agency: string; service: string }[] = json(`${folder}/index.json`);
const forms = index.map((entry) => ({ ...entry, definition: z.parse(FormDefinition, json(`${folder}/${entry.file}`)) as FormDefinition }));
/** Those that were handed over as lists of questions; the others are composed for the demo. */
const handedOver = forms.filter(({ file }) => existsSync(`test/fixtures/forms-as-declared/${file.replace('.form', '')}`));
const declared = (file: string) => json(`test/fixtures/forms-as-declared/${file.replace('.form', '')}`);
const services = async (agency: string) => (await readDeclaration(readFileSync(`demo/data/alborz/declarations/${agency}.csv`), agency)).services;

type Placed = { field: Field; when: Condition[] };
/** Every field with the conditions of its step and group. */
const fieldsOf = (definition: FormDefinition): Placed[] =>
  definition.steps.flatMap((step) =>
    step.items.flatMap((item): Placed[] =>
      item.type === 'group'
        ? item.fields.map((field) => ({ field, when: [step.when, item.when, field.when].filter((when) => when !== undefined) }))
        : [{ field: item, when: [step.when, item.when].filter((when) => when !== undefined) }],
    ),
  );
const conditionFields = (condition: Condition): string[] =>
  'all' in condition ? condition.all.flatMap(conditionFields)
  : 'any' in condition ? condition.any.flatMap(conditionFields)
  : 'not' in condition ? conditionFields(condition.not)
  : [condition.field];

test('each form is for a service that its agency declares', async () => {
  assert.equal(new Set(forms.map(({ agency, service }) => `${agency} ${service}`)).size, forms.length);
  assert.deepEqual(readdirSync(folder).sort(), [...index.map(({ file }) => file), 'index.json'].sort());
  for (const { agency, service } of forms) assert.ok((await services(agency)).some(({ title }) => title === service), service);
});

test('every question that was handed over is there, with its duty and its condition', async () => {
  assert.equal(handedOver.length, 6);
  for (const { file, definition } of handedOver) {
    const fields = fieldsOf(definition);
    const source = declared(file).fields as { label: string; type: string; required: boolean; choices?: string[]; shownWhen?: string; help?: string; group?: string; repeat?: string }[];
    for (const asked of source) {
      if (asked.label === 'کد تأیید پیامکی') {
        assert.ok(!fields.some(({ field }) => field.label.fa === asked.label), 'proof belongs to the gateway');
        continue;
      }
      // A page may have no map: a place is then asked for by its address, so neither question nor help speaks of one.
      const place = asked.type === 'نقطه روی نقشه';
      const label = place ? asked.label.replace(/ روی نقشه$/, '') : asked.label;
      const found = fields.filter(({ field }) => field.label.fa === label || field.label.fa.startsWith(`${label}، `));
      assert.equal(found.length, asked.type.startsWith('دو تاریخ') ? 2 : 1, `${file}: ${asked.label}`);
      for (const { field, when } of found) {
        assert.equal(field.required, asked.required, `${file}: ${asked.label}`);
        assert.equal(when.length, asked.shownWhen ? 1 : 0, `${file}: condition of ${asked.label}`);
        if (asked.choices && field.type !== 'yesNo') assert.deepEqual(field.options?.map(({ label }) => label.fa), asked.choices);
        assert.equal(field.type === 'location', place, `${file}: ${asked.label}`);
        if (asked.help && !asked.group && !place) assert.equal(field.hint?.fa, asked.help);
        assert.ok(!(place && JSON.stringify([field.label, field.hint ?? '']).match(/نقشه|\bmap\b/)), `${file}: ${asked.label}`);
      }
    }
    const extra = source.some(({ label }) => label === 'کد تأیید پیامکی') ? -1 : source.some(({ type }) => type.startsWith('دو تاریخ')) ? 1 : 0;
    assert.equal(fields.length, source.length + extra, file);
    assert.equal(definition.steps.length, declared(file).steps.length, file);
  }
});

test('conditions look only at fields before them, choices have options, all is said in two languages', async () => {
  for (const { file, definition } of forms) {
    const seen = new Set<string>();
    for (const { field, when } of fieldsOf(definition)) {
      for (const condition of when) {
        for (const id of conditionFields(condition)) assert.ok(seen.has(id), `${file}: ${field.id} looks at ${id}`);
      }
      seen.add(field.id);
      if (field.type === 'choice' || field.type === 'choices') assert.ok(field.options && field.options.length > 1, `${file}: ${field.id}`);
    }
    const contact = fieldsOf(definition).find(({ field }) => field.id === definition.contactField);
    assert.equal(contact?.field.type, 'mobile');
    const speak = (node: unknown): void => {
      if (node === null || typeof node !== 'object') return;
      if ('fa' in node) assert.ok((node as Record<string, string>).en, `${file}: ${JSON.stringify(node)}`);
      else Object.values(node).forEach(speak);
    };
    speak(definition);
  }
});

test('195 asks for each service what it needs, the place first; a report of an outage asks for no identity', () => {
  const asked = Object.fromEntries(forms.map(({ definition }) => [definition.id, fieldsOf(definition).map(({ field }) => field)]));
  const ids = (form: string) => asked[form]!.map(({ id }) => id);
  for (const form of ['complaint-195-mobile', 'complaint-195-landline', 'complaint-195-post', 'complaint-195-counter-office', 'complaint-195-radiation']) {
    assert.equal(ids(form)[0], 'location', form);
    assert.ok(ids(form).includes('nationalId') && !ids(form).includes('service'), form);
  }
  assert.equal(asked['complaint-195-mobile']!.find(({ id }) => id === 'phoneNumber')!.type, 'mobile');
  assert.equal(asked['complaint-195-landline']!.find(({ id }) => id === 'phoneNumber')!.type, 'landline');
  assert.ok(ids('complaint-195-post').includes('parcelNumber') && !ids('complaint-195-post').includes('phoneNumber'));
  for (const form of ['power-outage', 'water-outage', 'road-repair', 'water-bill', 'power-bill', 'gas-bill']) {
    assert.equal(ids(form)[0], 'location', form);
    assert.ok(!ids(form).includes('nationalId') && !ids(form).includes('fullName'), form);
  }
});

test('limits are those that were declared', async () => {
  const all = Object.fromEntries(forms.map(({ definition }) => [definition.id, Object.fromEntries(fieldsOf(definition).map(({ field }) => [field.id, field]))]));
  const permit = forms.find(({ definition }) => definition.id === 'building-permit')!.definition;
  assert.deepEqual(permit.constraints?.map(({ kind, group, field, limit }) => [kind, group, field, limit]), [['sumAtMost', 'coOwners', 'share', 6]]);
  const groups = permit.steps.flatMap(({ items }) => items).flatMap((item) => (item.type === 'group' ? [[item.id, item.min, item.max]] : []));
  assert.deepEqual(groups, [['coOwners', 1, 20], ['units', 1, 50]]);
  assert.equal(all['building-permit']!.deedFile!.maxBytes, 5_242_880);
  assert.equal(all['building-permit']!.plans!.maxBytes, 20_971_520);
  assert.deepEqual([all['building-permit']!.landArea!.min, all['building-permit']!.landArea!.exclusiveMin], [0, true]);
  assert.deepEqual([all['governor-meeting']!.subject!.minLength, all['governor-meeting']!.subject!.maxLength], [30, 1000]);
  assert.equal(all['freedom-of-information']!.description!.minLength, 20);
  assert.equal(all['freedom-of-information']!.holder!.options!.length, 28);
  assert.equal(all['complaint-195']!.description!.maxLength, 2000);
  assert.equal(all['birth-registration']!.birthDate!.notAfter, 'today');
  assert.deepEqual(all['birth-registration']!.delayReason!.when, { field: 'birthDate', op: 'olderThanDays', value: 15 });
  assert.equal(all['water-connection']!.city!.options!.length, 18);
  assert.equal(all['water-connection']!.nationalId!.orForeignerId, true);
});

test('every declared service gets a valid form that asks for no forbidden copy', async () => {
  const agencies = readdirSync('demo/data/alborz/declarations').filter((name) => name.endsWith('.csv')).map((name) => name.slice(0, -4));
  let count = 0;
  for (const agency of agencies) {
    for (const service of await services(agency)) {
      const form = genericForm({ id: `alborz.${agency}.${service.row}`, ...service });
      z.parse(FormDefinition, form);
      assert.deepEqual(checkDefinition(form), []);
      const asked = fieldsOf(form).filter(({ field }) => field.type === 'file').map(({ field }) => field.label.fa);
      for (const { title, forbiddenCopy, form: how } of service.documents) {
        if (forbiddenCopy || how === 'originalSeen') assert.ok(!asked.includes(title), title);
      }
      assert.ok(asked.every((title) => !/^(?:شماره|کدپستی)/.test(title)), 'a number is no file');
      count++;
    }
  }
  assert.equal(count, 193);
});

test('a number of a known shape has a field that knows it, the rest is asked for in words', () => {
  const documents = ['کدپستی ملک', 'شماره شبا', 'شناسه ملی شرکت', 'شماره مرسوله', 'کدپستی ملک یا همسایه', 'شماره ملی', 'کدپستی ملک']
    .map((title) => ({ title, form: 'copy' as const, forbiddenCopy: false }));
  const step = genericForm({ id: 'x', title: 'صدور گواهی', documents } as unknown as Parameters<typeof genericForm>[0]).steps[1]!;
  const [description, ...numbers] = step.items as Field[];
  assert.deepEqual(numbers.map(({ type, label, required }) => [type, label.fa, required]), [
    ['postalCode', 'کدپستی ملک', false], ['iban', 'شماره شبا', false], ['legalId', 'شناسه ملی شرکت', false],
  ]);
  assert.equal(description!.hint!.fa, 'این‌ها را هم بنویسید: شماره مرسوله، کدپستی ملک یا همسایه.');
});

test('a generic form knows complaints and requests for information', async () => {
  const kind = (title: string) => genericForm({ id: 'x', title, documents: [] }).kind;
  assert.deepEqual(['شکایت از اپراتور', 'درخواست دسترسی آزاد به اطلاعات', 'صدور گواهی'].map(kind), ['complaint', 'information', 'application']);
});
