import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import type { Offering } from '../../src/contract/offering.ts';
import { readDeclaration } from '../../src/gateway/declarations/read.ts';
import { governmentService } from '../../src/rules/government-service.ts';

const page = 'https://portal.example.ir/service?id=7';
const { services } = await readDeclaration(readFileSync('demo/data/alborz/declarations/sabt-ahval.csv'), 'sabt-ahval.csv');
const birth: Offering = {
  ...services.find(({ title }) => title === 'ثبت ولادت و صدور شناسنامه')!,
  id: 'alborz.sabt-ahval.birth', version: 1, province: 'alborz', agency: { id: 'sabt-ahval', name: { fa: 'اداره ثبت احوال' } }, form: null, national: null, illustrative: false,
  unit: { id: 'a', agency: 'sabt-ahval', name: { fa: 'واحد ولادت' }, floor: 'همکف', room: '۱', city: 'کرج', phone: '02632000041', hours: 'office' },
  link: 'https://agency.example.ir/birth',
};
const fa = (text: string) => ({ '@language': 'fa', '@value': text });
const channelOf = (offering: Offering) => governmentService(offering, page)['availableChannel'] as Record<string, unknown> | undefined;

test('a service is told with what was declared of it', () => {
  const told = governmentService({ ...birth, phone: null, fee: { kind: 'fixed', lines: [{ label: null, amountRial: 500_000, maxRial: null }], text: '' } }, page);
  assert.deepEqual(told, {
    '@context': 'https://schema.org', '@type': 'GovernmentService', '@id': `${page}#alborz.sabt-ahval.birth`, url: page,
    name: fa(birth.title), description: fa(birth.description), provider: { '@type': 'GovernmentOrganization', name: fa('اداره ثبت احوال') },
    audience: { '@type': 'Audience', audienceType: [fa('پدر و مادر نوزاد')] },
    availableChannel: {
      '@type': 'ServiceChannel', serviceUrl: 'https://agency.example.ir/birth', servicePhone: { '@type': 'ContactPoint', telephone: '+982632000041' },
      serviceLocation: { '@type': 'Place', name: 'واحد ولادت، طبقه همکف، اتاق ۱', address: { '@type': 'PostalAddress', addressLocality: 'کرج', addressCountry: 'IR' } },
      processingTime: 'PT30M',
    },
    offers: { '@type': 'Offer', price: 500_000, priceCurrency: 'IRR' },
  });
});

test('what is filed here is started on this page, what is not online nowhere', () => {
  assert.equal(channelOf({ ...birth, form: { id: 'f', version: 1 } })!['serviceUrl'], page);
  assert.equal('serviceUrl' in channelOf({ ...birth, channels: { ...birth.channels, request: ['inPerson'] } })!, false);
});

test('tariffs, ranges and working days, which have no word there, are left out', () => {
  for (const kind of ['range', 'from', 'formula', 'undeclared'] as const) {
    assert.equal('offers' in governmentService({ ...birth, fee: { kind, lines: [{ label: null, amountRial: 1, maxRial: 2 }], text: '' } }, page), false, kind);
  }
  assert.deepEqual(governmentService({ ...birth, fee: { kind: 'free', lines: [], text: '' } }, page)['offers'], { '@type': 'Offer', price: 0, priceCurrency: 'IRR' });
  assert.equal('processingTime' in channelOf({ ...birth, time: { min: null, max: 10, unit: 'workDay' } })!, false);
  assert.equal(channelOf({ ...birth, unit: null, phone: null, link: null, time: null }), undefined);
});

test('of a sample nothing is told that could be taken for a fact', () => {
  const told = governmentService({ ...birth, illustrative: true }, page);
  assert.deepEqual(['offers', 'availableChannel'].filter((name) => name in told), []);
  assert.deepEqual(told['disambiguatingDescription'], fa('نمونه است و سند رسمی نیست.'));
});
