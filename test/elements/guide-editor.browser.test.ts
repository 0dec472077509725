import { expect, oneEvent, waitUntil } from '@open-wc/testing';
import { faultyFetch, restoreFetch, staffPasswords } from '../support/browser.ts';
import { agency, signInExpert, signOutExpert } from '../support/citizen.ts';
import { allByRole, byRole, describedAs, focused, readable, type, untilReadable } from '../support/find.ts';
import { colleagueSaves, editor, openGuide, press, readGuide, savedGuide, write } from './guide-editor-driver.ts';

describe('guide-editor', () => {
  afterEach(async () => {
    restoreFetch();
    await signOutExpert();
    history.replaceState(null, '', location.pathname + location.search);
  });

  for (const [lang, list, question, answer] of [
    ['fa', 'راهنماهای مردم', 'پرسش: چه شده است؟', 'پاسخ: گرفتن شناسنامه'], ['en', 'Guides for citizens', 'Question: چه شده است؟', 'Answer: گرفتن شناسنامه'],
  ] as const) {
    it(`is accessible as a list, a tree, a question and an answer (${lang})`, async () => {
      const { tree } = await savedGuide();
      const listed = await editor(lang);
      await byRole(listed, 'heading', list);
      await waitUntil(() => allByRole(listed, 'link', /راهنمای آزمون/).length > 0);
      await expect(listed).to.be.accessible();
      const element = await openGuide(tree.id, lang);
      await expect(element).to.be.accessible();
      await press(element, question);
      await waitUntil(() => allByRole(element, 'listbox').length === 2);
      await expect(element).to.be.accessible();
      await press(element, answer);
      await waitUntil(() => allByRole(element, 'listbox').length === 0 && allByRole(element, 'textbox').length > 3);
      await expect(element).to.be.accessible();
    });
  }

  describe('the list', () => {
    it('tells version, who saved, and what is wrong, and opens a guide and comes back to it', async () => {
      const { tree } = await savedGuide((draft) => {
        draft.title.fa = 'راهنمای با هشدار';
        const [, paper] = draft.nodes;
        if (paper?.kind === 'answer') paper.services!.push({ need: ['واژه‌ای که هیچ خدمتی ندارد'] });
      });
      const element = await editor();
      const link = await byRole(element, 'link', /راهنمای با هشدار/);
      expect(link.textContent).to.contain('نسخه ۱').and.to.contain('کارشناس راهنماها').and.to.contain('۱ هشدار');
      link.click();
      await byRole(element, 'heading', 'راهنمای با هشدار');
      expect(location.hash).to.equal(`#/${tree.id}`);
      await waitUntil(() => focused(element)?.id === 'guide-title');
      await press(element, 'همه راهنماها');
      await waitUntil(() => focused(element)?.id === `guide_${tree.id}`);
    });

    it('lets nobody in who does not keep guides', async () => {
      await signInExpert(agency);
      const element = await editor();
      await byRole(element, 'alert', /نقش شما این کار را اجازه نمی‌دهد/);
      expect(element.state).to.equal('failed');
    });

    it('says when the gateway cannot be reached, and tries again', async () => {
      await signInExpert('officer');
      faultyFetch(/\/v1\/staff\/guides/, 'offline');
      const element = await editor();
      await byRole(element, 'alert', /به میز خدمت نرسیدیم/);
      expect(element.state).to.equal('failed');
      restoreFetch();
      await press(element, 'دوباره امتحان کنید');
      await waitUntil(() => allByRole(element, 'link').length > 5);
      expect(element.state).to.equal('ready');
    });
  });

  describe('writing', () => {
    it('saves a text with a note as the next version', async () => {
      const { tree } = await savedGuide();
      const element = await openGuide(tree.id);
      await press(element, 'پرسش: چه شده است؟');
      await write(element, 'پرسش', 'چه می‌خواهید؟');
      await write(element, /چه چیزی عوض شد/, 'پرسش روشن‌تر شد');
      const saved = oneEvent(element, 'guide-editor-saved');
      await press(element, 'ذخیره');
      expect((await saved).detail).to.deep.equal({ guide: tree.id, version: 2 });
      await untilReadable(element, 'نسخه ۲');
      const now = await readGuide(tree.id);
      expect(now.note).to.equal('پرسش روشن‌تر شد');
      expect(now.tree.nodes[0]).to.deep.include({ text: { fa: 'چه می‌خواهید؟' } });
    });

    it('tells an error at its place at once, and does not save before it is mended', async () => {
      const { tree } = await savedGuide();
      const element = await openGuide(tree.id);
      await press(element, 'پرسش: چه شده است؟');
      const [label] = allByRole(element, 'textbox', 'متن گزینه');
      type(label!, 'کمک می‌خواهم');
      await byRole(element, 'heading', /۱ خطا/);
      const second = allByRole(element, 'textbox', 'متن گزینه')[1]!;
      expect(describedAs(second)).to.contain('همان متن گزینه ۱');
      await press(element, 'ذخیره');
      await waitUntil(() => focused(element)?.id === 'summary');
      type(label!, 'گواهی می‌خواهم');
      await untilReadable(element, 'خطایی نیست');
      expect((await readGuide(tree.id)).version).to.equal(1);
    });

    it('says live what the words of a service find', async () => {
      const { tree } = await savedGuide();
      const element = await openGuide(tree.id);
      await press(element, 'پاسخ: گرفتن شناسنامه');
      await untilReadable(element, 'اکنون این‌ها را می‌یابد');
      await write(element, 'واژه‌های عنوان خدمت', 'ناکجاآباد');
      await byRole(element, 'heading', /هشدار|خطا/);
      expect(describedAs(await byRole(element, 'textbox', 'واژه‌های عنوان خدمت'))).to.contain('ناکجاآباد');
      expect(readable(element)).not.to.contain('اکنون این‌ها را می‌یابد');
    });

    it('is the same after a reload, and can be thrown away', async () => {
      const { tree } = await savedGuide();
      const element = await openGuide(tree.id);
      await press(element, 'پرسش: چه شده است؟');
      await write(element, 'پرسش', 'نیمه‌کاره');
      element.remove();
      const again = await openGuide(tree.id);
      await untilReadable(again, 'نوشته ذخیره‌نشده شما');
      await byRole(again, 'button', 'پرسش: نیمه‌کاره');
      await press(again, 'دورش بریزید');
      await byRole(again, 'button', 'پرسش: چه شده است؟');
    });

    it('goes on after the session ran out', async () => {
      const { tree } = await savedGuide();
      const element = await openGuide(tree.id);
      await press(element, 'پرسش: چه شده است؟');
      await signOutExpert();
      await write(element, 'پرسش', 'نوشته در میان کار');
      await press(element, 'ذخیره');
      await byRole(element, 'heading', 'دوباره وارد شوید');
      type(await byRole(element, 'password', 'گذرواژه'), staffPasswords['officer']!);
      await press(element, 'ورود');
      await byRole(element, 'button', 'پرسش: نوشته در میان کار');
      await press(element, 'ذخیره');
      await untilReadable(element, 'نسخه ۲');
    });
  });

  describe('versions', () => {
    it('tells what a colleague saved meanwhile, loses nothing, and goes on above it', async () => {
      const { tree } = await savedGuide();
      const element = await openGuide(tree.id);
      await press(element, 'پاسخ: گرفتن شناسنامه');
      // No request of this page is on its way while the colleague is signed in: a browser has one cookie.
      await untilReadable(element, 'اکنون این‌ها را می‌یابد');
      await colleagueSaves(tree.id, (theirs) => (theirs.nodes[2] = { ...theirs.nodes[2]!, kind: 'answer', title: { fa: 'کمک همکار' } }));
      await press(element, 'پرسش: چه شده است؟');
      await write(element, 'پرسش', 'نوشته من');
      await press(element, 'ذخیره');
      await byRole(element, 'alert', 'کس دیگری همین راهنما را ذخیره کرده است');
      expect(readable(element)).to.contain('همکار راهنماها').and.to.contain('«کمک همکار»');
      await byRole(element, 'button', 'پرسش: نوشته من');
      await press(element, 'نوشته خودم بماند');
      await press(element, 'ذخیره');
      await untilReadable(element, 'نسخه ۳');
      expect((await readGuide(tree.id)).tree.nodes[0]).to.deep.include({ text: { fa: 'نوشته من' } });
    });

    it('shows an earlier one and takes it back as the newest', async () => {
      const { tree } = await savedGuide();
      await colleagueSaves(tree.id, (theirs) => (theirs.title = { fa: 'عنوان همکار' }));
      const element = await openGuide(tree.id);
      await byRole(element, 'heading', 'عنوان همکار');
      element.shadowRoot!.getElementById('versions')!.click();
      await press(element, 'نسخه ۱ را ببینید');
      await untilReadable(element, 'با نوشته اکنون در این‌ها فرق دارد');
      await press(element, 'این نسخه را برگردانید');
      await byRole(element, 'heading', 'راهنمای آزمون');
      await press(element, 'ذخیره');
      await untilReadable(element, 'نسخه ۳');
      expect((await readGuide(tree.id)).tree.title.fa).to.equal('راهنمای آزمون');
    });
  });
});
