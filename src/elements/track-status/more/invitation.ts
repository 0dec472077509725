import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import type { GatewayClient } from '../../../client/client.ts';
import type { RequestStatus } from '../../../contract/request.ts';
import { tagOf } from '../../../core/define.ts';
import type { Locale } from '../../../i18n/locale.ts';
import type { TrackStatus } from '../track-status.ts';

export interface InvitePort {
  host: TrackStatus;
  /** The code that is shown. */
  code(): string;
  locale(): Locale;
  client(): GatewayClient;
  update(): void;
  focus(selector: string): Promise<void>;
}

/** After an answer: how did it go? One press opens the form in place, with what was proven on this page. */
export function invitation(port: InvitePort): (status: RequestStatus) => TemplateResult | typeof nothing {
  /** The form, made once for a request: what was chosen in it outlives what is drawn around it. */
  let form: { of: string; element: HTMLElement } | undefined;
  let failed = false;
  const nameOf = ({ offering, filedAt }: RequestStatus): string => `${offering.id} ${filedAt}`;

  async function open(status: RequestStatus): Promise<void> {
    failed = false;
    try {
      await (port.host.constructor as typeof TrackStatus).loadRating();
      const element = document.createElement(tagOf('rate-service'));
      element.setAttribute('ignore-url', '');
      element.addEventListener('rate-service-sent', () => void port.host.refresh());
      form = { of: nameOf(status), element };
    } catch {
      failed = true;
    }
    port.update();
    await port.focus(failed ? '.invitation button' : '.invitation');
  }

  /** As the element around it is now. */
  function told(element: HTMLElement): HTMLElement {
    const { host } = port;
    const attributes = { gateway: port.client().gateway, code: port.code(), lang: port.locale(), theme: host.theme ?? '' };
    for (const [name, value] of Object.entries(attributes)) {
      if (!value) element.removeAttribute(name);
      else if (element.getAttribute(name) !== value) element.setAttribute(name, value);
    }
    return element;
  }

  return (status) => {
    if (form?.of === nameOf(status)) return html`<section class="invitation open no-print" tabindex="-1" aria-label=${msg('نظر شما', { id: 'rate.invite.form' })}>${told(form.element)}</section>`;
    const answered = status.state === 'answered' || status.state === 'closed';
    if (!answered || status.timeline.some(({ type }) => type === 'rated')) return nothing;
    return html`<section class="invitation no-print" aria-labelledby="invitation">
      <h3 id="invitation">${msg('کارتان چطور پیش رفت؟', { id: 'rate.title' })}</h3>
      <p class="soft small">${msg('دو پرسش، بیست ثانیه. با آن دستگاه می‌بیند کجا باید بهتر شود.', { id: 'rate.invite.what' })}</p>
      ${failed ? html`<p class="error" role="alert">${msg('پرسش‌ها باز نشد. اینترنت را ببینید و دوباره بزنید.', { id: 'rate.invite.failed' })}</p>` : nothing}
      <button class="button" type="button" @click=${() => void open(status)}>${msg('نظر بدهید', { id: 'rate.invite.open' })}</button>
    </section>`;
  };
}
