import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { field } from '../controls/field.ts';
import { alertIcon, lockIcon, refreshIcon } from '../icons.ts';
import type { Locale } from '../../i18n/locale.ts';
import type { SessionModel } from './session.ts';
import { faultText } from './fault-text.ts';

export function signIn(locale: Locale, session: SessionModel, onSubmit: (event: SubmitEvent) => void): TemplateResult {
  const { fault, expired } = session;
  return html`
    <form class="sign-in card" novalidate @submit=${onSubmit}>
      <h2>${lockIcon}${expired ? msg('دوباره وارد شوید', { id: 'console.signInAgain' }) : msg('ورود به میز کار', { id: 'console.signIn' })}</h2>
      ${expired ? html`<p class="note warn">${msg('نشست شما تمام شده است. نوشته‌هایتان سر جایش است و پس از ورود برمی‌گردد.', { id: 'console.expired' })}</p>` : nothing}
      ${fault
        ? html`<p class="error" id="sign-in-error" role="alert">${alertIcon}<span>${fault.code === 'empty'
            ? msg('نام کاربری و گذرواژه را بنویسید.', { id: 'console.signIn.empty' })
            : faultText(locale, fault)}</span></p>`
        : nothing}
      ${field({ id: 'username', label: msg('نام کاربری', { id: 'console.username' }) }, html`<input
        class="input" id="username" name="username" type="text" dir="ltr" autocomplete="username" autocapitalize="off" spellcheck="false" maxlength="80"
        aria-describedby=${fault ? 'sign-in-error' : nothing}
        .value=${live(session.username)} @input=${(event: InputEvent) => (session.username = (event.target as HTMLInputElement).value)}
      />`)}
      ${field({ id: 'password', label: msg('گذرواژه', { id: 'console.password' }) }, html`<input
        class="input" id="password" name="password" type="password" dir="ltr" autocomplete="current-password" maxlength="200"
        aria-describedby=${fault ? 'sign-in-error' : nothing}
      />`)}
      <button class="button primary" type="submit" aria-disabled=${session.busy ? 'true' : nothing}>${session.busy
        ? msg('در حال ورود…', { id: 'console.signingIn' })
        : msg('ورود', { id: 'console.enter' })}</button>
    </form>
  `;
}

export const unreachable = (locale: Locale, onRetry: () => void): TemplateResult => html`
  <div class="sign-in card">
    <h2>${msg('میز کار باز نشد', { id: 'console.notOpen' })}</h2>
    <p>${faultText(locale, { code: 'unreachable' })}</p>
    <button class="button primary" type="button" @click=${onRetry}>${refreshIcon}${msg('دوباره امتحان کنید', { id: 'console.retry' })}</button>
  </div>
`;
