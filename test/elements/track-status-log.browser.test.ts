import { expect, waitUntil } from '@open-wc/testing';
import type { TrackStatus } from '../../src/elements/track-status/track-status.ts';
import type { LogProof } from '../../src/contract/transparency.ts';
import { faultyFetch, signLog, watchFetch } from '../support/browser.ts';
import { fileInformationRequest, type FiledRequest } from '../support/citizen.ts';
import { byRole, focused, readable, type, untilReadable } from '../support/find.ts';
import { open, track } from './track-status-driver.ts';

describe('track-status: proof that a request is in the log', () => {
  let filed: FiledRequest;
  before(async () => {
    filed = await fileInformationRequest();
    await signLog();
  });

  const names = { fa: 'ببینید در دفتر میز خدمت هم هست', en: 'See whether it is in the desk’s log too' };
  /** Checks a receipt; it is genuine. */
  async function check(lang: 'fa' | 'en' = 'fa', { receipt } = filed): Promise<TrackStatus> {
    const element = await track('', lang);
    (await byRole(element, 'button', lang === 'fa' ? 'رسید امضاشده دارید؟ درستی‌اش را بسنجید' : /^Do you have a signed receipt/)).click();
    type(await byRole(element, 'textbox', lang === 'fa' ? 'یا نوشته رمزینه' : 'Or the text of the QR code'), receipt);
    (await byRole(element, 'button', lang === 'fa' ? 'بسنجید' : 'Check')).click();
    return element;
  }
  async function prove(element: TrackStatus, lang: 'fa' | 'en' = 'fa'): Promise<void> {
    (await byRole(element, 'button', names[lang])).click();
    await waitUntil(() => focused(element)?.id === 'log-proof', 'the focus is not on the answer', { timeout: 15_000 });
  }
  /** What the gateway says of its log is changed on the way. */
  function altered(change: (proof: LogProof) => void): () => void {
    const real = globalThis.fetch;
    globalThis.fetch = async (input, init) => {
      const answer = await real(input, init);
      if (!answer.url.includes('/transparency/proofs/')) return answer;
      const proof = (await answer.json()) as LogProof;
      change(proof);
      return new Response(JSON.stringify(proof), { headers: { 'content-type': 'application/json' } });
    };
    return () => { globalThis.fetch = real; };
  }

  for (const [lang, heading] of [['fa', 'این درخواست در دفتر مهرشده هست'], ['en', 'This request is in the sealed log']] as const) {
    it(`is one press beside a genuine receipt, and asks with the hash alone (${lang})`, async () => {
      const element = await check(lang);
      await byRole(element, 'button', names[lang]);
      const asked = watchFetch();
      await prove(element, lang);
      await byRole(element, 'heading', heading);
      await byRole(element, 'button', lang === 'fa' ? 'مهر را نگه دارید' : 'Keep the seal');
      await expect(element).to.be.accessible();
      expect(asked().map(({ url }) => new URL(url).pathname.replace(/[0-9a-f]{64}/, 'HASH')).filter((path) => !path.includes('offerings')).sort())
        .to.deep.equal(['/v1/receipt-keys', '/v1/transparency/proofs/HASH']);
    });
  }

  it('is one press in the opened record', async () => {
    const element = await track(filed.code);
    await open(element, filed);
    await prove(element);
    await byRole(element, 'heading', 'این درخواست در دفتر مهرشده هست');
    await expect(element).to.be.accessible();
  });

  it('comes tomorrow for what was filed after the last seal', async () => {
    const element = await check('fa', await fileInformationRequest());
    await prove(element);
    await untilReadable(element, /پس از نیمه‌شب، مهر می‌خورد/);
    expect(readable(element)).not.to.contain('در دفتر مهرشده هست');
    await expect(element).to.be.accessible();
  });

  const lies: [string, (proof: LogProof) => void][] = [
    ['another path', ({ path }) => { path[0] = 'a'.repeat(64); }],
    ['another place', (proof) => { proof.index += 1; }],
    ['a seal that nobody signed', ({ checkpoint }) => { checkpoint.jws = checkpoint.jws.replace(/.{6}$/, 'AAAAAA'); }],
    ['a receipt for a seal', ({ checkpoint }) => { checkpoint.jws = filed.receipt; }],
  ];
  for (const [what, change] of lies) {
    it(`does not believe a gateway that shows ${what}`, async () => {
      const element = await check();
      const end = altered(change);
      try {
        await prove(element);
      } finally {
        end();
      }
      await byRole(element, 'alert', /با رسید نمی‌خواند/);
      expect(readable(element)).not.to.contain('در دفتر مهرشده هست');
    });
  }

  it('says that there was no line, and works when it is back', async () => {
    const element = await check();
    await byRole(element, 'button', names.fa);
    // The client tries three times.
    faultyFetch(/transparency/, 'offline', 3);
    await prove(element);
    await byRole(element, 'alert', /اکنون نشد/);
    (await byRole(element, 'button', names.fa)).click();
    await byRole(element, 'heading', 'این درخواست در دفتر مهرشده هست');
  });
});
