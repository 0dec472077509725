import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { demoProvince } from '../../demo/publish-once.ts';
import { GuideTree } from '../../src/contract/guide.ts';
import { LifeEvent } from '../../src/contract/offering.ts';
import { provinceInput } from '../../src/gateway/catalogue/province-files.ts';
import { readDeclaration } from '../../src/gateway/declarations/read.ts';
import { checkGuide, mostQuestions } from '../../src/rules/guide.ts';
import { findServices, type GuideWorld } from '../../src/rules/guide-match.ts';

const files = await demoProvince('alborz');
const { agencies, units, declarations } = provinceInput(files, 'test');
const world: GuideWorld = {
  agencies,
  units,
  services: (
    await Promise.all(
      declarations.map(async ({ agency, fileName, bytes }) => {
        const { services } = await readDeclaration(bytes, fileName);
        return services.map(({ title }) => ({ id: `${agency} ${title}`, title, agency }));
      }),
    )
  ).flat(),
};
/** Numbers for which a public page was seen; all others are shown as not yet confirmed. */
const evidenced = ['111', '194', '195', '1522'];

describe('the guides that come with the gateway', () => {
  it('are one for each life event, one for complaints and one for dangers', () => {
    assert.deepEqual(files.guides.map(({ lifeEvent }) => lifeEvent).filter(Boolean).sort(), [...LifeEvent.options].sort());
    assert.deepEqual(files.guides.filter(({ lifeEvent }) => !lifeEvent).map(({ id }) => id).sort(), ['complaint', 'urgent']);
    assert.equal(new Set(files.guides.map(({ order }) => order)).size, files.guides.length);
  });

  for (const tree of files.guides) {
    it(`${tree.id}: holds together, every word meets something in the demo’s province, every answer comes within five questions`, () => {
      assert.deepEqual(GuideTree.parse(tree), tree);
      assert.deepEqual(checkGuide(tree, world, 'alborz'), []);
      const reached = new Set<string>();
      const walk = (id: string, asked: number): void => {
        const node = tree.nodes.find((each) => each.id === id)!;
        if (node.kind === 'question') return node.options.forEach(({ to }) => walk(to, asked + 1));
        assert.ok(asked <= mostQuestions, `${id} after ${asked} questions`);
        reached.add(id);
      };
      walk(tree.start, 1);
      assert.deepEqual([...reached].sort(), tree.nodes.filter(({ kind }) => kind === 'answer').map(({ id }) => id).sort());
    });

    it(`${tree.id}: speaks both languages, with half-spaces and Persian digits`, () => {
      const texts: { fa: string; en?: string }[] = [];
      JSON.stringify(tree, (_, value: unknown) => {
        if (value && typeof value === 'object' && 'fa' in value) texts.push(value as { fa: string; en?: string });
        return value;
      });
      for (const { fa, en } of texts) {
        assert.ok(en && !/[\u0600-\u06ff]/.test(en), `${fa}: ${en}`);
        assert.doesNotMatch(fa, /[يك0-9]|(^|\s)ن?می\s|\sها(ی|\s|$)| {2}/, fa);
      }
    });
  }

  it('say of every number without evidence that it is not confirmed, and put a number before every danger', () => {
    for (const { nodes } of files.guides) {
      for (const node of nodes) {
        if (node.kind !== 'answer') continue;
        for (const { phone, illustrative } of node.contacts ?? []) assert.equal(illustrative, !evidenced.includes(phone), phone);
        if (node.urgent) assert.match(node.contacts![0]!.phone, /^\d{3}$/);
      }
    }
  });

  it('lead to nearly all that the province offers', () => {
    const met = new Set(files.guides.flatMap(({ nodes }) => nodes.flatMap((node) => (node.kind === 'answer' ? node.services ?? [] : []))).flatMap((service) => findServices(service, world)).map(({ id }) => id));
    const missing = world.services.filter(({ id }) => !met.has(id)).map(({ id }) => id);
    assert.ok(missing.length <= world.services.length * 0.05, missing.join('\n'));
  });
});
