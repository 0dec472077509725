import { msg } from '@lit/localize';
import type { GatewayClient } from '../../client/client.ts';
import type { Proof } from '../../contract/request.ts';
import { toAsciiDigits } from '../../persian/digits.ts';
import { faultOf, otpLength, type Fault } from './fault.ts';
import { ResendWait, type WaitPort } from './resend-wait.ts';

/** What it needs from the element it lives in. */
export interface OtpPort extends WaitPort {
  /** Tracking code, 16 ASCII digits. */
  code: string;
  client(): GatewayClient;
  /** Says to screen readers what the function gives in the element's language. */
  say(text: () => string): void;
  focus(selector: string): Promise<void>;
}

/** Proves the mobile number that a request was filed with, by a code that goes to it. */
export class OneTimeCode {
  step: 'asking' | 'asked' | 'confirming' | 'open' = 'asking';
  otp = '';
  fault?: Fault;
  readonly wait: ResendWait;
  /** Names the asking to which the code that is typed belongs. */
  #challenge = '';
  #busy = false;

  /** `opened`: what the proof is for. When it rejects, the code is asked for again and told why. */
  constructor(readonly port: OtpPort, readonly opened: (proof: Proof) => Promise<void>) {
    this.wait = new ResendWait(port);
  }

  /** Sends a one-time code; the answer is the same whether the tracking code exists or not. */
  async ask(): Promise<void> {
    if (this.step === 'asking' && this.#busy) return;
    this.#busy = true;
    if (this.step !== 'asked') this.step = 'asking';
    this.fault = undefined;
    this.port.update();
    try {
      const asked = await this.port.client().call('askProof', { params: { code: this.port.code } }, { signal: this.port.signal() });
      this.#challenge = asked.challenge;
      this.wait.start(asked.resendAfterSeconds);
      this.port.say(() => msg('اگر این کد درست باشد، پیامکی به شماره‌ای که ثبت کرده‌اید رفت.', { id: 'track.otp.sent' }));
    } catch (error) {
      this.fault = faultOf(error);
      if (this.fault.seconds) this.wait.start(this.fault.seconds);
    }
    this.step = 'asked';
    this.#busy = false;
    await this.#back();
  }

  async confirm(): Promise<void> {
    if (this.step !== 'asked') return;
    const otp = toAsciiDigits(this.otp).replace(/\D/g, '');
    this.fault = otp.length === otpLength ? undefined : { kind: otp ? 'length' : 'empty' };
    if (this.fault) return this.#back();
    this.step = 'confirming';
    this.port.update();
    try {
      const client = this.port.client();
      const proof = await client.call('giveProof', { params: { code: this.port.code }, body: { otp, challenge: this.#challenge || undefined } }, { signal: this.port.signal() });
      client.numberProof = proof;
      await this.opened(proof);
      this.step = 'open';
      this.wait.stop();
      this.otp = '';
      this.port.update();
    } catch (error) {
      this.step = 'asked';
      this.fault = faultOf(error);
      await this.#back();
    }
  }

  /** What was proven holds no longer: a new code opens it again. */
  lapse(): void {
    this.step = 'asked';
    this.port.update();
  }

  async #back(): Promise<void> {
    this.port.update();
    await this.port.focus('#otp');
  }
}
