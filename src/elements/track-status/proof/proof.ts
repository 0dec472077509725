import '../../../client/promise.ts';
import '../../../client/receipt.ts';
import type { TemplateResult } from 'lit';
import { otpStyles } from '../../../core/proof/otp-form.ts';
import { record } from '../../../core/styles/record.ts';
import type { ProofFlow } from './proof-flow.ts';
import { proofView } from './proof-view.ts';
import { proofStyles } from './proof.styles.ts';
import { recordView } from './record-view.ts';

export { ProofFlow } from './proof-flow.ts';

/** What the flow shows now: the way in, or the record. */
export const flowView = (flow: ProofFlow): TemplateResult =>
  flow.step === 'open' && flow.record ? recordView(flow, flow.record) : proofView(flow);

export const styles = [record, otpStyles, proofStyles];
