/**
 * What citizens read on their phones. At most two parts of an SMS in Persian (134 letters), never anything personal:
 * a phone lies open on a table, and the network reads along.
 *
 * The tracking code stands on a line of its own with hyphens between its groups. That keeps its order on every phone,
 * whatever direction the line is given, without the invisible isolates that old phones draw as boxes.
 */
export interface Sender {
  /** Name of the province as it reads after «میز خدمت». */
  province: string;
  language: string;
}

type Texts = Record<'fa' | 'en', string>;
const choose = (sender: Sender, texts: Texts): string => (sender.language.startsWith('en') ? texts.en : texts.fa);
const grouped = (code: string): string => code.replace(/(\d{4})(?=\d)/g, '$1-');

const head = (sender: Sender): Texts => ({ fa: `میز خدمت ${sender.province}`, en: `Service desk, ${sender.province}` });

function message(sender: Sender, code: string, says: Texts): string {
  const from = head(sender);
  return choose(sender, {
    fa: `${from.fa}: ${says.fa}\nکد رهگیری:\n${grouped(code)}`,
    en: `${from.en}: ${says.en}\nTracking code:\n${grouped(code)}`,
  });
}

/** Who writes, as a subject of an e-mail. */
export const senderName = (sender: Sender): string => choose(sender, head(sender));

export const filedText = (sender: Sender, code: string): string =>
  message(sender, code, {
    fa: 'درخواست شما ثبت شد. این کد را نگه دارید.',
    en: 'your request is filed. Keep this code.',
  });

/** By the type of the event; undefined where the citizen needs no message. */
export function eventText(sender: Sender, code: string, type: string): string | undefined {
  const says: Record<string, Texts> = {
    taken: { fa: 'رسیدگی به درخواست شما آغاز شد.', en: 'an expert has taken up your request.' },
    referred: {
      fa: 'درخواست شما به واحد دیگری رفت. نیازی به مراجعه نیست؛ کد و مهلت همان است.',
      en: 'your request went to another unit. No visit is needed; code and due date stay.',
    },
    askedCitizen: { fa: 'کارشناس از شما پرسشی دارد. لطفاً با این کد پاسخ دهید.', en: 'the expert has a question. Please reply with this code.' },
    delayExplained: { fa: 'پاسخ دیرتر از قول ما می‌رسد. علت و تاریخ تازه را با این کد ببینید.', en: 'the answer comes later than promised. See why, and the new date, with this code.' },
    dueRecomputed: { fa: 'تاریخ پاسخ جابه‌جا شد. تاریخ تازه و علت را با این کد ببینید.', en: 'your answer date has moved. See the new date, and why, with this code.' },
    joined: { fa: 'نوشته تازه به شکایت پیشین شما افزوده شد. کد همان است.', en: 'what you wrote was added to your earlier complaint. The code stays.' },
    withdrawn: { fa: 'درخواست خود را پس گرفتید. اگر شما نبودید، با این کد پیگیری کنید.', en: 'you withdrew your request. If it was not you, follow it up with this code.' },
    objected: { fa: 'اعتراض شما ثبت شد و مسئول بالاتر به آن رسیدگی می‌کند.', en: 'your objection is filed; somebody higher up decides it.' },
    answered: { fa: 'پاسخ درخواست شما آماده است.', en: 'your request has been answered.' },
    closed: { fa: 'زمان اعتراض گذشت و پرونده بسته شد. پاسخ با همین کد باز می‌شود.', en: 'the time to object is over and your request is closed. This code still opens the answer.' },
  };
  const found = says[type];
  return found && message(sender, code, found);
}

/** The promised time has passed. `level`: who was told of it, as the ladder counts; null: nobody was there. */
export function brokenText(sender: Sender, code: string, level: number | null): string {
  const who: Texts | undefined = [
    { fa: 'کارشناس', en: 'the expert' }, { fa: 'رئیس واحد', en: 'the head of the unit' }, { fa: 'رئیس دستگاه', en: 'the head of the agency' }, { fa: 'ناظر استان', en: 'the supervisor of the province' },
  ][level ?? -1];
  return message(sender, code, who
    ? { fa: `مهلت پاسخ گذشت و هنوز پاسخی نیست. به ${who.fa} خبر داده شد.`, en: `your answer is late. ${who.en[0]!.toUpperCase()}${who.en.slice(1)} was told.` }
    : { fa: 'مهلت پاسخ گذشت و هنوز پاسخی نیست. راه پیگیری را با این کد ببینید.', en: 'your answer is late. See with this code what you can do.' });
}

/** The same as an e-mail, with what a reader of mail asks: how to be rid of it. */
export const mailText = (sender: Sender, text: string): string => `${text}\n\n${choose(sender, {
  fa: 'این نامه را می‌خواستید. برای نگرفتن آن یا تغییر نشانی، درخواست را با همین کد پیگیری و با کد پیامکی باز کنید. به این نامه پاسخ ندهید.',
  en: 'You asked for this letter. To stop it or to change the address, follow up your request with this code and open it with the code sent to your phone. Do not reply to this letter.',
})}`;

/** Of such an e-mail what an SMS says. */
export const textOfMail = (mail: string): string => mail.split('\n\n', 1)[0]!;

/** The first sentence of a message: who writes, and what of. */
export const subjectOf = (text: string): string => text.split('\n', 1)[0]!.split(/[.؛](?: |$)/, 1)[0]!;

/** To an address, so that news may go there: what it is for, and what to do where somebody else wrote the address. */
export function addressCodeText(sender: Sender, otp: string, minutes: number): string {
  return choose(sender, {
    fa: `${oneTimeCodeText(sender, otp, minutes)}\n\nکسی این نشانی را نوشته است تا خبر درخواستش را اینجا بگیرد. اگر شما نبودید، کاری نکنید: بدون این کد چیزی فرستاده نمی‌شود.`,
    en: `${oneTimeCodeText(sender, otp, minutes)}\n\nSomebody gave this address to get news of a request here. If it was not you, do nothing: without this code nothing will be sent.`,
  });
}

/** The only run of exactly six digits in any message, so that phones offer it by themselves. */
export function oneTimeCodeText(sender: Sender, otp: string, minutes: number): string {
  const from = head(sender);
  return choose(sender, {
    fa: `${from.fa}\nکد یک‌بارمصرف: ${otp}\nتا ${minutes.toLocaleString('fa-IR')} دقیقه معتبر است. آن را به هیچ‌کس نگویید.`,
    en: `${from.en}\nOne-time code: ${otp}\nValid for ${minutes} minutes. Tell it to nobody.`,
  });
}

/** Eight digits, so that no phone takes them for a one-time code that opens a request. */
export function carryText(sender: Sender, code: string, hours: number): string {
  const from = head(sender);
  return choose(sender, {
    fa: `${from.fa}\nکد ادامه فرم در دستگاه دیگر: ${code}\nتا ${hours.toLocaleString('fa-IR')} ساعت معتبر است. آن را به هیچ‌کس نگویید.`,
    en: `${from.en}\nCode to go on with your form on another device: ${code}\nValid for ${hours} hours. Tell it to nobody.`,
  });
}
