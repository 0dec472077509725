import { expect, waitUntil } from '@open-wc/testing';
import type { Condition } from '../../src/contract/form.ts';
import { signOutExpert } from '../support/citizen.ts';
import { byRole, focused, untilReadable } from '../support/find.ts';
import { drafted, openForm, press, saved, settle, untilTold, withQuestions, write } from './form-studio-driver.ts';

const agency = 'abfa';

describe('form-studio: conditions with bundles, and rules', () => {
  afterEach(async () => {
    await signOutExpert();
    history.replaceState(null, '', location.pathname + location.search);
  });
  const ownerOrDeed: Condition = { any: [{ field: 'owner', op: 'eq', value: true }, { field: 'deed', op: 'answered' }] };

  for (const lang of ['fa', 'en']) {
    it(`is accessible with a bundle, a text of a condition and a rule open (${lang})`, async () => {
      const { offering } = await drafted(agency, (form) => {
        withQuestions(form);
        form.steps[1]!.items[2]!.when = { all: [{ field: 'mobile', op: 'answered' }, ownerOrDeed] };
        form.steps[1]!.items[3]!.when = { not: { field: 'owner', op: 'eq', value: true } };
        form.constraints = [{ kind: 'sumAtMost', group: 'shares', field: 'share', limit: 100, message: { fa: 'سهم‌ها بیش از ۱۰۰ است.' } }];
      });
      const element = await openForm(offering, lang);
      for (const name of [/^متراژ/, /^تاریخ ساخت/, lang === 'fa' ? 'عنوان و کلیات فرم' : 'Title and basics of the form']) {
        await press(element, name);
        await waitUntil(() => element.shadowRoot!.querySelector('.form'));
        await expect(element).to.be.accessible();
      }
    });
  }

  it('changes a bundle in place, adds one and takes it out again', async () => {
    const { offering } = await drafted(agency, (form) => {
      withQuestions(form);
      form.steps[1]!.items[2]!.when = { all: [{ field: 'mobile', op: 'answered' }, ownerOrDeed] };
    });
    const element = await openForm(offering);
    await press(element, /^متراژ/);
    await byRole(element, 'button', 'شرط ۲ از دسته ۲ را بردارید');
    await press(element, 'شرط دیگر در این دسته');
    await waitUntil(() => focused(element)?.id === 'at-1-2_when-1-2-field');
    await press(element, 'شرط ۱ از دسته ۲ را بردارید');
    await waitUntil(() => focused(element)?.id === 'at-1-2_when-1-add');
    expect((await saved(element, offering)).steps[1]!.items[2]!.when).to.deep.equal({
      all: [{ field: 'mobile', op: 'answered' }, { any: [{ field: 'deed', op: 'answered' }, { field: 'fullName', op: 'answered' }] }],
    });
    await press(element, 'دسته شرط');
    await waitUntil(() => focused(element)?.id === 'at-1-2_when-2-0-field');
    await press(element, 'شرط ۱ از دسته ۳ را بردارید');
    await press(element, 'شرط ۱ از دسته ۲ را بردارید');
    await press(element, 'شرط ۱ از دسته ۲ را بردارید');
    expect((await saved(element, offering)).steps[1]!.items[2]!.when).to.deep.equal({ field: 'mobile', op: 'answered' });
  });

  it('reads what is deeper in words, and takes it as a text that is checked', async () => {
    const { offering } = await drafted(agency, (form) => {
      withQuestions(form);
      form.steps[1]!.items[2]!.when = { not: { field: 'owner', op: 'eq', value: true } };
    });
    const element = await openForm(offering);
    await press(element, /^متراژ/);
    await untilReadable(element, 'چنین نباشد که پاسخ «مالک هستید؟» «بله» باشد');
    const json = await settle(element, 'همین شرط، به JSON', '{"not": {');
    await untilTold(json, 'JSON درست نیست');
    await settle(element, 'همین شرط، به JSON', '{"not": {"field": "owner", "op": "is", "value": true}}');
    await untilTold(json, 'این متن شرط نیست');
    expect(json.value).to.contain('"is"');
    await settle(element, 'همین شرط، به JSON', '{"not": {"field": "owner", "op": "answered"}}');
    await untilReadable(element, 'چنین نباشد که «مالک هستید؟» پاسخ داده شده باشد');
    expect((await saved(element, offering)).steps[1]!.items[2]!.when).to.deep.equal({ not: { field: 'owner', op: 'answered' } });
  });

  it('writes a rule over a group, tells what is missing in it, and takes it out', async () => {
    const { offering } = await drafted(agency, withQuestions);
    const element = await openForm(offering);
    await press(element, 'عنوان و کلیات فرم');
    await press(element, 'قاعده تازه');
    await waitUntil(() => focused(element)?.id === 'form_rule-0-field');
    const message = await byRole(element, 'textbox', 'وقتی بیشتر شد، چه گفته شود');
    await untilTold(message, 'قاعده متنی ندارد');
    const most = await settle(element, 'دست‌بالا', 'صد');
    await untilTold(most, 'این عدد نیست');
    await settle(element, 'دست‌بالا', '۶');
    await write(element, 'وقتی بیشتر شد، چه گفته شود', 'سهم‌ها بیش از شش دانگ است.');
    await untilReadable(element, 'خطایی نیست');
    expect((await saved(element, offering)).constraints).to.deep.equal([
      { kind: 'sumAtMost', group: 'shares', field: 'share', limit: 6, message: { fa: 'سهم‌ها بیش از شش دانگ است.' } },
    ]);
    await press(element, 'قاعده ۱ را بردارید');
    await waitUntil(() => focused(element)?.id === 'form_rules-add');
    expect(await saved(element, offering)).not.to.have.property('constraints');
  });
});
