import type { Offering } from '../../../contract/offering.ts';
import { foldKey } from '../../../persian/fold.ts';
import { warning, type Cell } from '../finding.ts';
import { repairWords } from '../repair.ts';

export type Channels = Offering['channels'];
type Channel = Channels['inform'][number];

/** First match wins, so the longer names stand first. Compared by fold key without spaces. */
const channels: [RegExp, Channel][] = [
  [/غیرالکترونیک/, 'nonElectronic'],
  [/پیشخوان|دفترخدمات|دفاترخدمات/, 'counterOffice'],
  [/پیامک|ussd|کددستوری/, 'sms'],
  [/موبایل|تلفنهمراه|همراه|برنامک|اپلیکیشن/, 'mobileApp'],
  [/تلفن/, 'voice'],
  [/حضور/, 'inPerson'],
  [/اینترنت|سامانه|وبگاه|وبسایت|درگاه|سایت/, 'internet'],
  [/پست/, 'post'],
  [/الکترونیک/, 'electronic'],
];
const stages: [RegExp, keyof Channels][] = [
  [/اطلاعرسانی/, 'inform'],
  [/درخواست/, 'request'],
  [/تولید/, 'produce'],
  [/ارایه/, 'deliver'],
];
const key = (text: string): string => foldKey(text).replace(/\s/g, '');

const channelOf = (name: string): Channel | undefined => channels.find(([pattern]) => pattern.test(key(name)))?.[1];

/** «نحوه دسترسی»: by stage, «درخواست: اینترنتی، دفاتر پیشخوان؛ …». */
export function readChannels(raw: string): Cell<Channels> {
  const { value: text, findings } = repairWords(raw);
  const value: Channels = { inform: [], request: [], produce: [], deliver: [] };
  for (const part of text.split(/[؛\n]/)) {
    if (!part.trim()) continue;
    const [head = '', ...rest] = part.split(':');
    const stage = rest.length ? stages.find(([pattern]) => pattern.test(key(head)))?.[1] : undefined;
    const bare = rest.length ? [] : head.split(/[،,/]|\s+و\s+/).flatMap((name) => channelOf(name) ?? []);
    if (bare.length) {
      // A column that only says how people come is that of the request.
      findings.push(warning('channel-stage', `«${head.trim()}» نگفته است راه کدام مرحله است؛ راه درخواست شمرده شد.`));
      value.request.push(...bare.filter((channel) => !value.request.includes(channel)));
      continue;
    }
    if (!stage) {
      findings.push(warning('channel-stage', `مرحله «${head.trim()}» در نحوه دسترسی شناخته نشد.`));
      continue;
    }
    for (const name of rest.join(':').split(/[،,]/)) {
      if (!name.trim()) continue;
      const channel = channelOf(name);
      if (!channel) findings.push(warning('channel', `راه دسترسی «${name.trim()}» شناخته نشد و «سایر» ثبت شد.`));
      if (!value[stage].includes(channel ?? 'other')) value[stage].push(channel ?? 'other');
    }
  }
  return { value, findings };
}
