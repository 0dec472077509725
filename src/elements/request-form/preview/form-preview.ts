import { msg } from '@lit/localize';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { GatewayClient, type CallOptions } from '../../../client/client.ts';
import type { FormDefinition } from '../../../contract/form.ts';
import type { RouteAnswer, RouteInput } from '../../../contract/route-schemas.ts';
import type { RouteName } from '../../../contract/routes.ts';
import { infoIcon } from '../../../core/icons.ts';
import { fitAnswers } from '../form/fit.ts';
import { FormSession } from '../form/form-session.ts';
import { itemsOf } from '../form/raw.ts';
import { RequestForm } from '../request-form.ts';
import { previewUploads } from './preview-uploads.ts';

/** A gateway whose forms are not published yet: the sheet is the real one. */
class PreviewClient extends GatewayClient {
  constructor(gateway: string, private readonly definition: () => FormDefinition | undefined) {
    super(gateway);
  }

  override async call<N extends RouteName>(name: N, input?: RouteInput<N>, options?: CallOptions): Promise<RouteAnswer<N>> {
    return name === 'offeringForm' ? (this.definition() as RouteAnswer<N>) : super.call(name, input, options);
  }
}

/**
 * A form as citizens would fill it in, before it is published: any answers, and nothing is kept, uploaded or sent. What is
 * written stays while the form changes under it, as far as it still fits.
 *
 * @summary A form to try out; for the staff's own pages.
 */
export class FormPreview extends RequestForm {
  @property({ attribute: false }) definition?: FormDefinition;
  /** Id of the step to go to, when it changes. */
  @property({ attribute: false }) step?: string | undefined;

  protected override readonly way = undefined;
  /** Somebody came to the end and wanted to send it. */
  @state() private sent = false;
  #client?: PreviewClient;

  constructor() {
    super();
    this.drafts = 'off';
  }

  protected override get client(): GatewayClient {
    const { gateway } = super.client;
    if (this.#client?.gateway !== gateway) this.#client = new PreviewClient(gateway, () => this.definition);
    return this.#client!;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    const { filling, definition, step } = this;
    if (!filling || !definition) return;
    filling.uploads = previewUploads(filling);
    const { session } = filling;
    if (session.definition !== definition) {
      const next = new FormSession(definition, fitAnswers(itemsOf(definition), session.raw, new Date()).raw, filling.today);
      // Where its step is gone, the first one is shown.
      if (session.position.at === 'step') next.position = session.position;
      filling.session = next;
      filling.failure = undefined;
      this.sent = false;
      void filling.host.prepared(definition);
    }
    if (changed.has('step') && step && filling.session.steps.some(({ id }) => id === step)) filling.session.go(step);
  }

  /** From the beginning, with nothing written. */
  async restart(): Promise<void> {
    this.sent = false;
    await this.filling?.startAfresh();
  }

  /** At the end nothing is sent. */
  #onSubmit = (event: Event): void => {
    if (!this.filling || this.filling.session.step) return;
    event.preventDefault();
    event.stopPropagation();
    this.sent = true;
    this.say(this.t(sentText));
  };

  protected override content(): TemplateResult {
    return html`
      ${this.sent ? html`<p class="note row">${infoIcon}${sentText()}</p>` : nothing}
      <div @submit=${{ handleEvent: this.#onSubmit, capture: true }}>${super.content()}</div>
    `;
  }
}

const sentText = (): string => msg('اینجا پایان فرم است. پیش‌نمایش است و چیزی فرستاده نشد.', { id: 'studio.preview.sent' });

declare global {
  interface HTMLElementTagNameMap {
    'form-preview': FormPreview;
  }
}
