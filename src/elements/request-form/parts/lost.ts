import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { copyText } from '../../../core/copy-text.ts';
import { alertIcon } from '../../../core/icons.ts';
import type { FormModel } from './model.ts';

/** What was answered and has no place in the form any more, to be read and copied; it stays until it is put away. */
export function lostView(model: FormModel): TemplateResult | typeof nothing {
  const { filling } = model;
  const files = filling.lost.filter(({ file }) => file);
  const answers = filling.lost.filter(({ file }) => !file);
  const part = (kind: 'file' | 'answer', text: string, said: typeof files, action: unknown) => said.length ? html`<div class="note warn told lost">${alertIcon}<div>
    <p>${text}</p>
    <dl id="lost-${kind}">${said.map(({ question, answer }) => html`<div><dt class="soft small">${question}</dt><dd><bdi>${answer}</bdi></dd></div>`)}</dl>
    <p>${action} <button type="button" class="link" @click=${() => {
      filling.putAway((one) => (kind === 'file') === Boolean(one.file));
      model.focusHeading();
    }}>${msg('دیدم، این پیام را بردارید', { id: 'lost.seen' })}</button></p>
  </div></div>` : nothing;
  return html`
    ${part('answer', msg('این پاسخ‌هایتان دیگر در این فرم جا ندارد. اگر به کارتان می‌آید از اینجا کپی کنید:', { id: 'lost.answers' }), answers, html`<button type="button" class="link" @click=${async (event: Event) => {
      const shown = (event.currentTarget as Element).closest('.lost')!.querySelector<HTMLElement>('dl');
      const copied = await copyText(answers.map(({ question, answer }) => [question, answer].filter(Boolean).join(': ')).join('\n'), shown);
      model.say(() => (copied ? msg('کپی شد', { id: 'receipt.copied' }) : msg('مرورگر اجازه کپی نداد. نوشته انتخاب شده است؛ خودتان کپی کنید.', { id: 'complaint.copyFailed' })));
    }}>${msg('کپی پاسخ‌ها', { id: 'lost.copy' })}</button>`)}
    ${part('file', msg('این فایل‌ها دیگر نزد میز خدمت نیست، چون فایل را پیش از فرستادن فرم فقط چند روز نگه می‌دارد. دوباره انتخابشان کنید:', { id: 'lost.files' }), files, nothing)}
  `;
}
