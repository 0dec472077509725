import { ProblemError } from '../../../client/errors.ts';
import { toAsciiDigits } from '../../../persian/digits.ts';
import { checkMobile } from '../../../persian/identity/mobile.ts';
import type { DraftContent, Filling } from '../form/filling.ts';
import { takeIn } from '../pieces/drafts.ts';

export type CarryFault = 'mobile' | 'code' | 'wrong' | 'files' | 'unreachable' | 'failed' | { retryAfter: number };

/** From this device to another one (`out`), or from another one to this (`in`), over the person's own phone. */
export class Carry {
  step: 'ask' | 'busy' | 'sent' = 'ask';
  fault?: CarryFault;
  mobile: string;
  otp = '';
  /** How long it waits, once it was sent. */
  validHours = 0;

  constructor(
    readonly way: 'out' | 'in',
    private readonly filling: Filling,
  ) {
    const written = filling.session.value(filling.session.definition.contactField);
    this.mobile = typeof written === 'string' ? written : '';
  }

  /** Gives whether a draft came in. */
  async go(): Promise<boolean> {
    if (this.step === 'busy') return false;
    const { filling, way } = this;
    const { host, offering, uploads } = filling;
    const mobile = checkMobile(this.mobile);
    const otp = toAsciiDigits(this.otp).replace(/\D/g, '');
    this.fault = !mobile.valid ? 'mobile' : way === 'in' && otp.length !== 8 ? 'code' : way === 'out' && uploads?.busy ? 'files' : undefined;
    if (this.fault || !mobile.valid) {
      host.requestUpdate();
      return false;
    }
    this.step = 'busy';
    host.requestUpdate();
    const who = { offering: offering.id, mobile: mobile.normalized };
    try {
      if (way === 'out') {
        const draft = { ...filling.content(), files: undefined };
        ({ validHours: this.validHours } = await host.client.call('carryDraft', { body: { ...who, language: host.language, draft } }, { signal: host.signal }));
        this.step = 'sent';
      } else {
        const { draft } = await host.client.call('fetchDraft', { body: { ...who, otp } }, { signal: host.signal });
        takeIn(filling, draft as unknown as DraftContent);
        filling.carry = undefined;
        filling.touched();
      }
    } catch (error) {
      this.step = 'ask';
      this.fault = faultOf(error);
    }
    host.requestUpdate();
    return way === 'in' && !this.fault;
  }
}

function faultOf(error: unknown): CarryFault {
  if (!(error instanceof ProblemError)) return error instanceof Error && error.name === 'UnreachableError' ? 'unreachable' : 'failed';
  if (error.code === 'proof.wrong') return 'wrong';
  return error.problem.retryAfter ? { retryAfter: error.problem.retryAfter } : 'failed';
}
