import { expect, waitUntil } from '@open-wc/testing';
import { faultyFetch, restoreFetch } from '../support/browser.ts';
import { signInExpert, signOutExpert } from '../support/citizen.ts';
import { focused, readable, untilReadable } from '../support/find.ts';
import { allByRole, byRole, cellAt, handedIn, intake, openDraft, press, select } from './catalog-intake-driver.ts';

/** Its services have national sheets; nothing is published for it here. */
const agency = 'sabt-ahval';
const card = 'صدور کارت ملی المثنی';
const file = () => new File([`عنوان خدمت,شرح خدمت,مدارک لازم,مدت زمان ارائه,هزینه,تلفن پاسخگو,واحد مسئول\n${card},برای همه مردم شهر.,کدپستی,۱ تا ۳ ماه,۱٬۵۰۰٬۰۰۰ ریال,۰۳۱-۳۲۰۰۰۰۱۱,واحد آزمون`], 'خدمات.csv');

describe('catalog-intake: beside the national sheet', () => {
  afterEach(async () => {
    restoreFetch();
    await signOutExpert();
    history.replaceState(null, '', location.pathname + location.search);
  });

  for (const [lang, heading] of [['fa', /^کنار برگه کشوری/], ['en', /^Beside the national sheet/]] as const) {
    it(`is accessible (${lang})`, async function () {
      this.timeout(90_000);
      const { id } = await handedIn(agency, file());
      const element = await openDraft(`${id}/difference`, lang);
      await byRole(element, 'heading', heading);
      await expect(element).to.be.accessible();
    });
  }

  it('tells what is said otherwise and what is merely repeated; a field is given to the national sheet and taken back', async function () {
    this.timeout(60_000);
    const { id } = await handedIn(agency, file());
    const element = await openDraft(`${id}/difference`);
    await untilReadable(element, 'برگه کشوری: حداکثر ۴۵ روز');
    expect(readable(element)).to.contain('دستگاه شما: ۱ تا ۳ ماه').and.match(/همان نوشته برگه کشوری است و لازم نیست در فایل شما باشد: [^.]*هزینه/);
    await press(element, 'مدت زمان ارائه را از برگه کشوری بگیرید');
    await waitUntil(() => focused(element)?.id === 'given', 'it is given', { timeout: 15_000 });
    expect(readable(element)).not.to.contain('حداکثر ۴۵ روز');
    await press(element, 'نوشته خودمان را برگردانید');
    await untilReadable(element, 'دستگاه شما: ۱ تا ۳ ماه');
    expect(element.shadowRoot!.getElementById('given')).to.equal(null);
    await press(element, /^خانه‌های تکراری را خالی کنید: /);
    await waitUntil(() => focused(element)?.id === 'given', 'it is given', { timeout: 15_000 });
    expect(readable(element)).not.to.contain('همان نوشته برگه کشوری است');
    element.remove();
    const rows = await openDraft(id);
    expect(cellAt(rows, 2, 'fee').textContent.trim()).to.equal('');
    expect(cellAt(rows, 2, 'time').textContent).to.contain('۱ تا ۳ ماه');
  });

  it('keeps all as it is when the gateway is away', async function () {
    this.timeout(60_000);
    const { id } = await handedIn(agency, file());
    const element = await openDraft(`${id}/difference`);
    await untilReadable(element, 'برگه کشوری: حداکثر ۴۵ روز');
    faultyFetch(/\/cells$/, 'offline');
    await press(element, 'مدت زمان ارائه را از برگه کشوری بگیرید');
    await byRole(element, 'alert', /به میز خدمت نرسیدیم/);
    expect(readable(element)).to.contain('دستگاه شما: ۱ تا ۳ ماه');
    expect(element.shadowRoot!.getElementById('given')).to.equal(null);
    restoreFetch();
    await press(element, 'مدت زمان ارائه را از برگه کشوری بگیرید');
    await waitUntil(() => focused(element)?.id === 'given', 'it is given', { timeout: 15_000 });
    expect(allByRole(element, 'alert')).to.deep.equal([]);
  });

  it('tells among the files where a national change is hidden by what is published', async function () {
    this.timeout(60_000);
    await signInExpert('officer-alborz');
    const element = await intake();
    await select(element, 'کدام دستگاه؟', agency);
    const section = (await byRole(element, 'heading', /^برگه کشوری تازه شده و مردم نمی‌بینند/)).closest('section')!;
    expect(section.textContent).to.contain(card).and.contain('حداکثر ۴۵ روز').and.contain('۱ تا ۳ ماه');
  });
});
