import { escaped } from '../open-data/xml.ts';
import { toPersianDigits } from '../../persian/digits.ts';
import type { InboxMessage } from './inbox.ts';

const style = `
:root { color-scheme: light dark; --ink: #1b2426; --soft: #55636a; --ground: #f5f7f7; --surface: #fff; --line: #cfd8da; --accent: #0b6e75; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e8eeee; --soft: #a3b1b5; --ground: #0e1213; --surface: #14191b; --line: #334044; --accent: #58c7cf; }
}
body { margin: 0; background: var(--ground); color: var(--ink); font: 16px/1.75 Vazirmatn, Tahoma, system-ui, sans-serif; }
main { max-inline-size: 40em; margin-inline: auto; padding: 1.5em 1em 4em; }
h1 { font-size: 1.7em; line-height: 1.4; margin: 0 0 .25em; }
p { margin: 0 0 1em; } .soft, time { color: var(--soft); }
a { color: var(--accent); display: inline-block; min-block-size: 44px; line-height: 44px; margin-inline-end: 1em; }
a:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: .25em; }
ol { list-style: none; margin: 0; padding: 0; display: grid; gap: .75em; }
li { background: var(--surface); border: 1px solid var(--line); border-radius: .5em; padding: .75em 1em; }
header { display: flex; flex-wrap: wrap; gap: 0 1em; justify-content: space-between; font-size: .85em; }
header a { min-block-size: 0; line-height: inherit; margin: 0; }
.text { margin: .25em 0 0; white-space: pre-line; overflow-wrap: anywhere; }
`;

async function stylePolicy(): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(style)));
  return `default-src 'none'; style-src 'sha256-${btoa(String.fromCharCode(...digest))}'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;
}

const when = new Intl.DateTimeFormat('fa-IR-u-ca-persian', { dateStyle: 'medium', timeStyle: 'medium', timeZone: 'Asia/Tehran' });

function ago(at: Date, now: Date): string {
  const seconds = Math.max(0, Math.round((now.getTime() - at.getTime()) / 1000));
  if (seconds < 60) return 'همین حالا';
  const minutes = Math.floor(seconds / 60);
  return minutes < 60 ? `${toPersianDigits(String(minutes))} دقیقه پیش` : when.format(at);
}

function item({ at, to, subject, text }: InboxMessage, now: Date): string {
  const date = new Date(at);
  return `<li><header><a href="/dev/inbox?to=${encodeURIComponent(to)}"><bdi dir="ltr">${escaped(to)}</bdi></a> ` +
    `<time datetime="${at}" title="${escaped(when.format(date))}">${ago(date, now)}</time></header>${subject === undefined ? '' : `<p class="text" dir="auto"><span class="soft">ایمیل:</span> <b>${escaped(subject)}</b></p>`}<p class="text" dir="auto">${escaped(text)}</p></li>`;
}

/** A plain page that works without a script. */
export async function inboxHtml(messages: readonly InboxMessage[], view: { receiver: string; live: boolean; now: Date }): Promise<Response> {
  const query = (live: boolean) => {
    const parts = [...(view.receiver ? [`to=${encodeURIComponent(view.receiver)}`] : []), ...(live ? ['live=1'] : [])];
    return `/dev/inbox${parts.length ? `?${parts.join('&amp;')}` : ''}`;
  };
  const body =
    '<h1>پیام‌های آزمایشی</h1>' +
    '<p class="soft">در این نمایش هیچ پیامک و ایمیلی فرستاده نمی‌شود. هر پیامی که باید به تلفن همراه یا ایمیل کسی می‌رسید، اینجا دیده می‌شود. در سامانه واقعی این صفحه وجود ندارد.</p>' +
    (view.receiver ? `<p>فقط پیام‌های <bdi dir="ltr">${escaped(view.receiver)}</bdi></p>` : '') +
    `<nav aria-label="این صفحه"><a href="${query(view.live)}">تازه کردن</a>` +
    `<a href="${query(!view.live)}">${view.live ? 'دیگر خودکار تازه نشود' : 'خودکار تازه شود'}</a>` +
    `${view.receiver ? '<a href="/dev/inbox">همه پیام‌ها</a>' : ''}</nav>` +
    (messages.length ? `<ol>${messages.map((message) => item(message, view.now)).join('')}</ol>` : '<p>هنوز پیامی نیست. درخواستی ثبت کنید و برگردید.</p>');
  const html =
    '<!doctype html>\n<html lang="fa" dir="rtl">\n<head>\n<meta charset="utf-8">\n<meta name="viewport" content="width=device-width, initial-scale=1">\n' +
    `<meta name="robots" content="noindex">\n${view.live ? '<meta http-equiv="refresh" content="5">\n' : ''}<title>پیام‌های آزمایشی</title>\n` +
    `<link rel="icon" href="data:,">\n<style>${style}</style>\n</head>\n<body><main>${body}</main></body>\n</html>\n`;
  return new Response(html, {
    headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store', 'content-security-policy': await stylePolicy() },
  });
}
