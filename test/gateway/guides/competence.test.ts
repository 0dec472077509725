import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Guide, ResolvedAnswer } from '../../../src/contract/guide.ts';
import { competence, type Competence } from '../../../src/rules/competence.ts';
import { startTestGateway, type TestGateway } from '../../support/gateway.ts';

/** Where a complaint about each matter goes, in the demo's province: who hears it, how it gets there, by which service. */
const table: [answer: string, body: Competence['body'], way: Competence['way'], service?: string][] = [
  ['internet', 'cra', 'file', 'شکایت از سرویس اینترنت'],
  ['mobile', 'cra', 'file', 'شکایت از خدمات تلفن همراه'],
  ['landline', 'cra', 'file', 'شکایت از خدمات تلفن ثابت'],
  ['post', 'cra', 'file', 'شکایت از خدمات پستی'],
  ['counter', 'cra', 'file', 'شکایت از دفاتر پیشخوان'],
  ['radiation', 'cra', 'file', 'درخواست اندازه‌گیری تشعشعات رادیویی'],
  ['own-desk', 'agency', 'tell'],
  ['samad', 'samad', 'file', 'رسیدگی به شکایت از دستگاه‌های اجرایی استان'],
  ['inspection', 'inspection', 'file', 'رسیدگی به شکایت از دستگاه‌های اجرایی استان'],
  ['refuse', 'agency', 'file', 'شکایت از جمع‌آوری پسماند و نظافت شهر'],
  ['pollution', 'agency', 'file', 'شکایت از آلودگی هوا، آب و صدا'],
  ['shop', 'agency', 'file', 'شکایت از گران‌فروشی و تخلف صنفی'],
  ['medical', 'agency', 'file', 'شکایت بهداشتی و درمانی'],
  ['information', 'information', 'file', 'درخواست دسترسی آزاد به اطلاعات'],
  ['now-gas', null, 'call'],
  ['now-power', null, 'call'],
  ['gas-out', null, 'call'],
];

describe('where a complaint goes', () => {
  let whole: TestGateway;
  let empty: TestGateway;
  let answers: Map<string, ResolvedAnswer>;
  let alone: Map<string, ResolvedAnswer>;
  const read = async (gateway: TestGateway) => {
    const { nodes } = (await (await gateway.fetch('/v1/guides/complaint')).json()) as Guide;
    return new Map(nodes.flatMap((node) => (node.kind === 'answer' ? [[node.id, node] as const] : [])));
  };
  before(async () => {
    whole = await startTestGateway({ agencies: 'all' });
    empty = await startTestGateway({ agencies: ['atba'] });
    [answers, alone] = await Promise.all([read(whole), read(empty)]);
  });
  after(() => Promise.all([whole?.stop(), empty?.stop()]));

  for (const [id, body, way, service] of table) {
    it(`${id}: ${body ?? 'nobody'}, ${way}${service ? ` «${service}»` : ''}`, () => {
      const found = competence(answers.get(id)!, 'alborz');
      assert.deepEqual([found.body, found.way, found.file[0]?.title], [body, way, service]);
      if (way === 'call') assert.match(found.contacts[0]!.phone, /^\d{3}$/);
    });
  }

  it('without the body on the gateway there is a number to call or nothing is claimed', () => {
    for (const id of ['internet', 'mobile', 'landline', 'post', 'counter', 'radiation']) {
      const found = competence(alone.get(id)!, 'alborz');
      assert.deepEqual([found.way, found.contacts[0]?.phone, found.site], ['tell', '195', 'https://195.cra.ir'], id);
    }
    for (const id of ['own-desk', 'samad', 'inspection']) {
      const found = competence(alone.get(id)!, 'alborz');
      assert.deepEqual([found.way, found.contacts[0]?.phone], ['tell', '111'], id);
    }
    assert.equal(competence(alone.get('employer')!, 'alborz').way, 'tell');
  });

  it('every matter of the guide that is complained of names who hears it', () => {
    const nobody = [...answers.values()].filter(({ competent, urgent }) => !competent && !urgent).map(({ id }) => id);
    assert.deepEqual(nobody.sort(), ['advice', 'case', 'claim', 'enforce', 'wildlife']);
  });
});
