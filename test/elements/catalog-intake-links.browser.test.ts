import { expect, waitUntil } from '@open-wc/testing';
import { faultyFetch, gatewayUrl, restoreFetch } from '../support/browser.ts';
import { signOutExpert } from '../support/citizen.ts';
import { focused, readable, untilReadable } from '../support/find.ts';
import { handedIn, openDraft, press } from './catalog-intake-driver.ts';

const agency = 'post';
const row = (title: string, path: string) => `${title},برای همه مردم شهر.,کدپستی,۵ روز کاری,رایگان,۰۳۱-۳۲۰۰۰۰۱۱,واحد آزمون,${gatewayUrl}${path}`;
const file = () => new File([['عنوان خدمت,شرح خدمت,مدارک لازم,مدت زمان ارائه,هزینه,تلفن پاسخگو,واحد مسئول,نشانی اینترنتی', row('خدمت یک', '/robots.txt'), row('خدمت دو', '/nothing-here')].join('\n')], 'خدمات.csv');

describe('catalog-intake: links', () => {
  afterEach(async () => {
    restoreFetch();
    await signOutExpert();
    history.replaceState(null, '', location.pathname + location.search);
  });

  for (const [lang, name] of [['fa', 'نشانی‌ها را بیازمایید'], ['en', 'Check the addresses']] as const) {
    it(`are asked with one press, and what is dead is told with its rows; accessible (${lang})`, async function () {
      this.timeout(90_000);
      const { id } = await handedIn(agency, file());
      const element = await openDraft(id, lang);
      if (lang === 'fa') {
        faultyFetch(/\/links$/, 'answerLost');
        await press(element, name);
        await untilReadable(element, 'به میز خدمت نرسیدیم');
        restoreFetch();
      }
      await press(element, name);
      await waitUntil(() => focused(element)?.id === 'links-checked', 'they are asked', { timeout: 60_000 });
      await expect(element).to.be.accessible();
      expect(readable(element)).to.contain(lang === 'en' ? 'Of 2 addresses, 1 do not answer.' : 'از ۲ نشانی، ۱ نشانی پاسخ نمی‌دهد.');
      await press(element, lang === 'en' ? 'See its rows' : 'سطرهایش را ببینید');
      await waitUntil(() => element.shadowRoot!.querySelectorAll('tbody tr').length === 1, 'its row alone', { timeout: 30_000 });
      await untilReadable(element, 'خدمت دو');
    });
  }
});
