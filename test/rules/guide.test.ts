import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { GuideAnswer, GuideQuestion, GuideTree } from '../../src/contract/guide.ts';
import { checkGuide, mostQuestions } from '../../src/rules/guide.ts';
import { findAgencies, findOffice, findServices, type GuideWorld } from '../../src/rules/guide-match.ts';
import { noneId } from '../../src/rules/guide-path.ts';

const text = (fa: string) => ({ fa });
const question = (id: string, ...to: string[]): GuideQuestion => ({ id, kind: 'question', text: text(id), options: to.map((target) => ({ label: text(target), to: target })) });
const answer = (id: string, more: Partial<GuideAnswer> = {}): GuideAnswer => ({ id, kind: 'answer', title: text(id), services: [{ need: ['تعویض شناسنامه'] }], ...more });
const tree = (...nodes: GuideTree['nodes']): GuideTree => ({ id: 'test', lifeEvent: null, title: text('آزمون'), order: 1, start: nodes[0]!.id, nodes });
const phone = { name: text('امداد'), phone: '194', illustrative: false };

const world: GuideWorld = {
  services: [
    { id: 'p.sabt.a', title: 'تعویض شناسنامه', agency: 'sabt' },
    { id: 'p.sabt.b', title: 'صدور شناسنامه المثنی', agency: 'sabt' },
    { id: 'p.city.a', title: 'صدور گواهی پایان‌کار ساختمان', agency: 'city' },
    { id: 'p.town.a', title: 'صدور گواهي پايان‌كار ساختمان', agency: 'town' },
    { id: 'p.sabt.c', title: 'تغییر نام', agency: 'sabt' },
    { id: 'p.sabt.d', title: 'تغییر نام خانوادگی', agency: 'sabt' },
  ],
  agencies: [
    { id: 'sabt', name: { fa: 'اداره کل ثبت احوال' } }, { id: 'city', name: { fa: 'شهرداری مرکز' } }, { id: 'town', name: { fa: 'شهرداری شهر دیگر' } },
    { id: 'atba', name: { fa: 'اداره کل امور اتباع استانداری نمونه' } }, { id: 'gov', name: { fa: 'استانداری نمونه' } },
  ],
  units: [{ id: 'sabt-1', agency: 'sabt', name: { fa: 'واحد شناسنامه' } }, { id: 'gov-1', agency: 'gov', name: { fa: 'دفتر بازرسی' } }],
};
const codes = (of: GuideTree, on?: GuideWorld, province?: string) => checkGuide(of, on, province).map(({ path, code, severity }) => `${severity} ${path} ${code}`);

describe('a guide', () => {
  it('that holds together has no findings, with and without a catalogue', () => {
    const good = tree(question('q', 'a', 'b'), answer('a'), answer('b', { services: [], contacts: [phone] }));
    assert.deepEqual(codes(good), []);
    assert.deepEqual(codes(good, world), []);
  });

  const broken: [what: string, of: GuideTree, found: string][] = [
    ['a question without options', tree(question('q')), 'error nodes.q deadEnd'],
    ['an answer with nothing in it', tree(question('q', 'a', 'b'), answer('a', { services: [] }), answer('b')), 'error nodes.a deadEnd'],
    ['an option to nothing', tree(question('q', 'a', 'x'), answer('a')), 'error nodes.q.options.1.to target.unknown'],
    ['a beginning that is not there', { ...tree(answer('a')), start: 'x' }, 'error start target.unknown'],
    ['a loop', tree(question('q', 'r', 'a'), question('r', 'q', 'a'), answer('a')), 'error nodes.r.options.0.to loop'],
    ['a question that leads to itself', tree(question('q', 'q', 'a'), answer('a')), 'error nodes.q.options.0.to loop'],
    ['one id twice', tree(question('q', 'a', 'b'), answer('a'), answer('b'), answer('a')), 'error nodes.a node.twice'],
    ['a node that no way leads to', tree(question('q', 'a', 'b'), answer('a'), answer('b'), answer('c')), 'error nodes.c node.unreachable'],
    ['six questions', tree(question('q1', 'q2', 'a'), question('q2', 'q3', 'a'), question('q3', 'q4', 'a'), question('q4', 'q5', 'a'), question('q5', 'a', 'b'), answer('a'), answer('b')), 'error nodes.q1 tooDeep'],
    ['two options with one label', tree({ ...question('q', 'a', 'b'), options: [{ label: text('کارت ملی'), to: 'a' }, { label: text('كارت  ملي'), to: 'b' }] }, answer('a'), answer('b')), 'error nodes.q.options.1.label option.labelTwice'],
    ['two options with one target', tree({ ...question('q'), options: [{ label: text('یک'), to: 'a' }, { label: text('دو'), to: 'a' }] }, answer('a')), 'error nodes.q.options.1.to option.targetTwice'],
    ['a danger without a number', tree(question('q', 'a', 'b'), answer('a', { urgent: true }), answer('b')), 'error nodes.a urgent.noPhone'],
    ['a node of a reserved name', tree(question('q', noneId, 'a'), answer(noneId), answer('a')), 'error nodes.none node.reserved'],
    ['a question with one option', tree(question('q', 'a'), answer('a')), 'warning nodes.q question.oneOption'],
  ];
  for (const [what, of, found] of broken) it(`with ${what} is told`, () => assert.ok(codes(of).includes(found), codes(of).join('\n')));

  it('is held against what the province publishes', () => {
    const of = tree(
      question('q', 'a', 'b', 'c', 'd'),
      answer('a', { services: [{ offering: 'p.no.such' }, { need: ['تعویض شناسنامه'] }] }),
      answer('b', { services: [{ need: ['پروانه کبوترپرانی'] }] }),
      answer('c', { services: [], offices: [{ agency: { id: 'nobody' } }, { agency: { named: ['ثبت احوال'] }, unit: ['فوت'] }] }),
      answer('d', { services: [], contacts: [{ ...phone, provinces: ['elsewhere'] }], urgent: true }),
    );
    assert.deepEqual(codes(of), []);
    assert.deepEqual(codes(of, world, 'here').sort(), [
      'error nodes.a.services.0.offering service.unknown',
      'error nodes.b answer.leadsNowhere',
      'error nodes.c.offices.0.agency agency.unknown',
      'error nodes.d answer.leadsNowhere',
      'error nodes.d urgent.noPhone',
      'warning nodes.b.services.0.need service.notOffered',
      'warning nodes.c.offices.1.unit unit.unknown',
    ].sort());
  });

  it('of any shape is checked to the end, and passes only when every way ends within five questions', () => {
    const ids = ['n0', 'n1', 'n2', 'n3', 'n4', 'n5', 'n6', 'n7'];
    const anyTree = fc.tuple(...ids.map((id) => fc.oneof(
      fc.constant(answer(id)),
      fc.array(fc.constantFrom(...ids, 'lost'), { maxLength: 3 }).map((to) => question(id, ...to)),
    ))).map((nodes) => {
      // Most nodes of chance are on no way; without them some trees hold.
      const reached = new Set<string>();
      const visit = (id: string): void => {
        const node = nodes.find((each) => each.id === id);
        if (!node || reached.has(id)) return;
        reached.add(id);
        if (node.kind === 'question') node.options.forEach(({ to }) => visit(to));
      };
      visit('n0');
      return tree(...nodes.filter(({ id }) => reached.has(id)));
    });
    let passed = 0;
    fc.assert(fc.property(anyTree, (of) => {
      const errors = checkGuide(of).filter(({ severity }) => severity === 'error');
      /** Walks every way on its own, without the check's memory. */
      const holds = (id: string, asked: number): boolean => {
        const node = of.nodes.find((each) => each.id === id);
        if (!node) return false;
        if (node.kind === 'answer') return asked <= mostQuestions;
        return asked < mostQuestions && node.options.length > 0 && node.options.every(({ to }) => holds(to, asked + 1));
      };
      if (errors.length === 0) {
        passed++;
        assert.ok(holds(of.start, 1));
      } else if (holds(of.start, 1)) {
        // Every way ends: then only a label or a target stands twice.
        assert.deepEqual(errors.filter(({ code }) => !/^option\.(label|target)Twice$/.test(code)), []);
      }
    }), { numRuns: 3000 });
    assert.ok(passed > 20, `${passed} trees passed`);
  });
});

describe('words of a guide', () => {
  const titles = (...need: string[]) => findServices({ need }, world).map(({ id }) => id);
  it('meet the title that holds them all with the fewest others', () => {
    assert.deepEqual(titles('تغییر نام'), ['p.sabt.c']);
    assert.deepEqual(titles('نام خانوادگی'), ['p.sabt.d']);
    assert.deepEqual(titles('شناسنامه المثنی'), ['p.sabt.b']);
    const companies = { ...world, services: [{ id: 'new', title: 'ثبت شرکت و مؤسسه غیرتجاری', agency: 'sabt' }, { id: 'change', title: 'ثبت تغییرات شرکت', agency: 'sabt' }] };
    assert.deepEqual(findServices({ need: ['ثبت شرکت'] }, companies).map(({ id }) => id), ['new'], 'words that stand together');
  });
  it('meet one title by every agency that offers it, however it is typed', () => {
    for (const need of ['پایان‌کار', 'پایان کار', 'گواهی پایانکار']) assert.deepEqual(titles(need), ['p.city.a', 'p.town.a'], need);
    assert.deepEqual(findServices({ need: ['پایان‌کار'], agency: { id: 'town' } }, world).map(({ id }) => id), ['p.town.a']);
  });
  it('meet nothing rather than something else, and the next line is tried then', () => {
    assert.deepEqual(titles('شناسنامه موتورسیکلت'), []);
    assert.deepEqual(titles('شناسنامه موتورسیکلت', 'تعویض شناسنامه'), ['p.sabt.a']);
    assert.deepEqual(titles(' '), []);
  });
  it('meet the agency whose name they are nearest to, and its unit', () => {
    assert.deepEqual(findAgencies({ named: ['استانداری'] }, world.agencies).map(({ id }) => id), ['gov']);
    const office = findOffice({ agency: { named: ['استانداری'] }, unit: ['بازرسی'] }, world);
    assert.deepEqual([office?.agency.id, office?.unit?.id], ['gov', 'gov-1']);
    assert.equal(findOffice({ agency: { named: ['ثبت احوال'] }, unit: ['بازرسی'] }, world)?.unit, null);
    assert.equal(findOffice({ agency: { named: ['هواشناسی'] } }, world), undefined);
  });
});
