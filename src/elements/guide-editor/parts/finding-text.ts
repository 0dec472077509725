import { msg, str } from '@lit/localize';
import type { GuideFinding, GuideTree } from '../../../contract/guide.ts';
import { isolated } from '../../../core/facts/isolate.ts';
import { localText } from '../../../core/facts/place.ts';
import { formatNumber } from '../../../i18n/formats.ts';
import type { Locale } from '../../../i18n/locale.ts';
import { headOf, nodeOf } from '../model/tree.ts';

/** What is wrong and what mends it. Call while rendering. */
export function findingText(locale: Locale, tree: GuideTree, { path, code, params = {} }: GuideFinding): string {
  const n = (value: unknown) => formatNumber(locale, Number(value));
  switch (code) {
    case 'text.empty': return msg('اینجا خالی است؛ بنویسید.', { id: 'guideEditor.finding.textEmpty' });
    case 'words.empty': return msg('واژه‌ای نوشته نشده است؛ دست‌کم یک خط بنویسید.', { id: 'guideEditor.finding.wordsEmpty' });
    case 'words.short': return msg('خطی یک‌حرفی است؛ آن را کامل کنید.', { id: 'guideEditor.finding.wordsShort' });
    case 'words.tooMany': return msg('بیش از پنج خط است؛ بهترین‌ها را نگه دارید.', { id: 'guideEditor.finding.wordsTooMany' });
    case 'phone.invalid': return msg('شماره باید ۳ تا ۱۱ رقم باشد، بی‌فاصله و خط تیره.', { id: 'guideEditor.finding.phone' });
    case 'province.invalid': return msg('شناسه استان با حروف کوچک انگلیسی نوشته می‌شود، مانند isfahan؛ هر خط یکی.', { id: 'guideEditor.finding.province' });
    case 'known.field': return msg('نام فیلد فرم با حرف انگلیسی آغاز می‌شود و جز حرف انگلیسی، رقم و خط تیره ندارد.', { id: 'guideEditor.finding.knownField' });
    case 'target.none': return msg('هنوز معلوم نیست این گزینه به کجا می‌رود؛ جایی را برگزینید یا پرسش و پاسخ تازه بسازید.', { id: 'guideEditor.finding.targetNone' });
    case 'target.unknown': return path === 'start'
      ? msg('راهنما آغازی ندارد؛ پرسش نخست را برگزینید.', { id: 'guideEditor.finding.start' })
      : msg('این گزینه به جایی می‌رود که دیگر نیست؛ جای دیگری برگزینید یا گزینه را بردارید.', { id: 'guideEditor.finding.targetUnknown' });
    case 'guide.reserved':
    case 'node.reserved': return msg('این نشانی برای «هیچ‌کدام» کنار گذاشته شده است؛ نشانی دیگری بدهید.', { id: 'guideEditor.finding.reserved' });
    case 'node.twice': return msg('دو پرسش یا پاسخ یک نشانی دارند؛ یکی را بردارید.', { id: 'guideEditor.finding.twice' });
    case 'deadEnd': return nodeAt(tree, path)?.kind === 'answer'
      ? msg('این پاسخ به هیچ‌جا نمی‌رساند؛ خدمتی، جایی یا شماره تلفنی به آن بیفزایید.', { id: 'guideEditor.finding.deadEnd.answer' })
      : msg('این پرسش گزینه‌ای ندارد؛ دست‌کم دو گزینه بیفزایید.', { id: 'guideEditor.finding.deadEnd.question' });
    case 'question.oneOption': return msg('تنها یک گزینه دارد، پس پرسیدنش لازم نیست؛ گزینه دیگری بیفزایید یا پرسش را بردارید.', { id: 'guideEditor.finding.oneOption' });
    case 'option.labelTwice': return msg(str`متن این گزینه همان متن گزینه ${n(Number(params['other']) + 1)} است؛ یکی را دیگرگون بنویسید.`, { id: 'guideEditor.finding.labelTwice' });
    case 'option.targetTwice': return msg(str`این گزینه همان‌جا می‌رود که گزینه ${n(Number(params['other']) + 1)}؛ یکی را بردارید یا به جای دیگری ببرید.`, { id: 'guideEditor.finding.targetTwice' });
    case 'urgent.noPhone': return msg('پاسخ فوری باید شماره تلفن داشته باشد؛ شماره‌ای بیفزایید یا نشان فوری را بردارید.', { id: 'guideEditor.finding.noPhone' });
    case 'service.unknown': return msg('خدمتی با این شناسه منتشر نشده است؛ شناسه را درست کنید یا خدمت را بردارید.', { id: 'guideEditor.finding.serviceUnknown' });
    case 'service.notOffered': return msg(str`هیچ خدمت منتشرشده‌ای واژه‌های «${isolated(locale, String(params['need']))}» را در عنوانش ندارد؛ واژه‌های دیگری بنویسید. مردم تا آن‌گاه این خدمت را نمی‌بینند.`, { id: 'guideEditor.finding.notOffered' });
    case 'agency.unknown': return msg('دستگاهی با این نام در استان نیست؛ واژه‌های دیگری از نامش بنویسید.', { id: 'guideEditor.finding.agencyUnknown' });
    case 'unit.unknown': return msg('این دستگاه واحدی با این نام ندارد؛ واژه‌های دیگری بنویسید یا خالی بگذارید.', { id: 'guideEditor.finding.unitUnknown' });
    case 'answer.leadsNowhere': return msg('آنچه اینجا نوشته شده هیچ‌کدام در استان پیدا نشد، پس پاسخ به هیچ‌جا نمی‌رساند؛ خدمت، جا یا تلفنی بیفزایید که هست.', { id: 'guideEditor.finding.leadsNowhere' });
    case 'loop': return msg(str`این گزینه به «${isolated(locale, nameOf(locale, tree, String(params['target'])))}» برمی‌گردد که پیش از این پرسیده شده است؛ به جای دیگری ببریدش.`, { id: 'guideEditor.finding.loop' });
    case 'tooDeep': return msg(str`درازترین راه، با فهرست راهنماها، ${n(params['questions'])} پرسش دارد؛ بیش از ${n(params['most'])} نشود. پرسشی را بردارید یا دو پرسش را یکی کنید.`, { id: 'guideEditor.finding.tooDeep' });
    case 'node.unreachable': return msg('هیچ گزینه‌ای به اینجا نمی‌رسد؛ گزینه‌ای را به آن ببرید یا آن را بردارید.', { id: 'guideEditor.finding.unreachable' });
    default: return msg(str`میز خدمت این را نپذیرفت (${isolated(locale, code)})؛ دوباره نگاهش کنید.`, { id: 'guideEditor.finding.other' });
  }
}

const nodeAt = (tree: GuideTree, path: string) => nodeOf(tree, path.split('.')[1] ?? '');

/** A question or an answer by its name. */
export function nameOf(locale: Locale, tree: GuideTree, id: string): string {
  const node = nodeOf(tree, id);
  return (node && localText(locale, headOf(node))) || msg('بی‌نام', { id: 'guideEditor.unnamed' });
}
