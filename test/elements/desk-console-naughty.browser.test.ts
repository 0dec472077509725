import { expect } from '@open-wc/testing';
import { repairText } from '../../src/persian/fold.ts';
import { fileRequest } from '../support/browser.ts';
import { caseOf, signInExpert } from '../support/citizen.ts';
import { byRole } from '../support/find.ts';
import { desk, leaveDesk } from './desk-console-driver.ts';
import { published } from './form-studio-driver.ts';

const agency = 'samt';
/** Ways in which a text that is run as code makes itself known. */
const traps = ['alert', 'confirm', 'prompt', 'open'] as const;

describe('desk-console: naughty strings', () => {
  const real = Object.fromEntries(traps.map((name) => [name, window[name]]));
  afterEach(async () => {
    Object.assign(window, real);
    await leaveDesk();
  });

  it('shows every text of a request letter for letter, and runs none', async function () {
    this.timeout(60_000);
    const strings = (await (await fetch('/test/fixtures/naughty-strings/blns.json')).json()) as string[];
    // What nobody can see is no answer; the rest comes without the space around it.
    const texts = strings.filter((text) => repairText(text)).map((text) => text.trim());
    expect(texts.length).to.be.greaterThan(450);
    const { offering } = await published(agency, (form) => {
      form.steps[1]!.items = [{
        id: 'rows', type: 'group', label: { fa: 'ردیف‌ها' }, min: 1, max: 1000,
        fields: [
          ...(['text', 'longText', 'location', 'address'] as const).map((type) => ({ id: `${type}-1`, type, label: { fa: type }, required: true })),
          { id: 'office', type: 'text', suggest: 'agencies', label: { fa: 'office' }, required: true },
        ],
      }];
    });
    const filed = await fileRequest(offering, {
      fullName: texts[0]!, mobile: '09120000000',
      rows: texts.map((text) => ({
        'text-1': text, 'longText-1': text, 'location-1': { text, latitude: 35.83, longitude: 50.99 }, 'address-1': { province: 'alborz', county: text, city: text, rest: text }, office: text,
      })),
    });
    const ran: string[] = [];
    for (const name of traps) Object.assign(window, { [name]: (what: unknown) => void ran.push(`${name}: ${String(what)}`) });

    await signInExpert(agency);
    const { id } = await caseOf(filed);
    location.hash = `#/case/${id}`;
    const element = await desk();
    await byRole(element, 'heading', 'تاریخچه');
    const members = [...element.shadowRoot!.querySelectorAll('.member')];
    expect(members.map((member) => [...member.querySelectorAll('dd')].map(({ textContent }) => textContent))).to.deep.equal(
      texts.map((text) => [text, text, `${text} \u2066(35.83, 50.99)\u2069`, ['البرز', text, text, text].join('، '), text]),
    );
    const foreign = 'script, img, iframe, object, embed, link, style, svg, math, video, audio, form, input, a';
    expect(members.flatMap((member) => [...member.querySelectorAll(foreign)]).map(({ outerHTML }) => outerHTML)).to.deep.equal([]);
    expect(ran).to.deep.equal([]);
  });
});
