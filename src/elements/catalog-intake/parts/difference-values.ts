import { msg } from '@lit/localize';
import type { Channel, Offering } from '../../../contract/offering.ts';
import { durationText } from '../../../core/facts/duration.ts';
import { feeText } from '../../../core/facts/fee.ts';
import { lifeEventLabel } from '../../../core/facts/life-event.ts';
import { formatDate, formatNumber } from '../../../i18n/formats.ts';
import type { Locale } from '../../../i18n/locale.ts';
import type { Column } from '../model/place.ts';
import { columnText } from './column-text.ts';

/** The name of a field of a sheet: mostly that of the column that declares it. Call while rendering, as below. */
export function fieldText(field: string): string {
  switch (field) {
    case 'timeText': return msg('متن مدت زمان', { id: 'intake.field.timeText' });
    case 'unit': return columnText('unitName');
    case 'hoursText': return columnText('hours');
    default: return columnText(field as Column) ?? field;
  }
}

/** What a field holds, as its officer reads it. */
export function valueText(locale: Locale, field: string, value: unknown): string {
  if (value === null || value === undefined || value === '' || (Array.isArray(value) && !value.length)) return msg('خالی', { id: 'intake.value.empty' });
  switch (field) {
    case 'time': return durationText(locale, value as Offering['time']);
    case 'fee': return (value as Offering['fee']).text || feeText(locale, value as Offering['fee']);
    case 'visits': return formatNumber(locale, value as number);
    case 'editedOn': return formatDate(locale, value as string);
    case 'lifeEvents': return joined(value, lifeEventLabel);
    case 'nature': return value === 'sovereign' ? msg('حاکمیتی', { id: 'intake.nature.sovereign' }) : msg('تصدی‌گری', { id: 'intake.nature.operational' });
    case 'levels': return joined(value, levelText);
    case 'documents': return joined(value, ({ title }: Offering['documents'][number]) => title);
    case 'steps': return joined(value, ({ title, unit, post }: Offering['steps'][number]) => [title, unit, post].filter(Boolean).join(' | '));
    case 'questions': return joined(value, ({ question, answer }: Offering['questions'][number]) => `${question} | ${answer}`);
    case 'channels': return channelsText(value as Offering['channels']);
    case 'unit': {
      const { name, floor, room } = value as { name: string; floor: string | null; room: string | null };
      return [name, floor && `${columnText('floor')} ${floor}`, room && `${columnText('room')} ${room}`].filter(Boolean).join('، ');
    }
    default: return Array.isArray(value) ? joined(value, String) : typeof value === 'object' ? JSON.stringify(value) : String(value as string | number | boolean);
  }
}

const joined = <T>(values: unknown, text: (value: T) => string): string => (values as T[]).map(text).join('؛ ');

function levelText(level: Offering['levels'][number]): string {
  switch (level) {
    case 'national': return msg('ملی', { id: 'intake.level.national' });
    case 'regional': return msg('منطقه‌ای', { id: 'intake.level.regional' });
    case 'provincial': return msg('استانی', { id: 'intake.level.provincial' });
    case 'urban': return msg('شهری', { id: 'intake.level.urban' });
    case 'rural': return msg('روستایی', { id: 'intake.level.rural' });
  }
}

function channelsText({ inform, request, produce, deliver }: Offering['channels']): string {
  const stages: [string, Channel[]][] = [
    [msg('اطلاع‌رسانی', { id: 'intake.stage.inform' }), inform], [msg('درخواست', { id: 'intake.stage.request' }), request],
    [msg('تولید', { id: 'intake.stage.produce' }), produce], [msg('ارائه', { id: 'intake.stage.deliver' }), deliver],
  ];
  return stages.filter(([, channels]) => channels.length).map(([stage, channels]) => `${stage}: ${channels.map(channelText).join('، ')}`).join('؛ ');
}

function channelText(channel: Channel): string {
  switch (channel) {
    case 'internet': return msg('اینترنتی', { id: 'intake.channel.internet' });
    case 'mobileApp': return msg('موبایل', { id: 'intake.channel.mobileApp' });
    case 'sms': return msg('پیامک', { id: 'intake.channel.sms' });
    case 'voice': return msg('تلفن گویا', { id: 'intake.channel.voice' });
    case 'counterOffice': return msg('دفاتر پیشخوان', { id: 'intake.channel.counterOffice' });
    case 'inPerson': return msg('مراجعه حضوری', { id: 'intake.channel.inPerson' });
    case 'post': return msg('پست', { id: 'intake.channel.post' });
    case 'electronic': return msg('الکترونیکی', { id: 'intake.channel.electronic' });
    case 'nonElectronic': return msg('غیرالکترونیکی', { id: 'intake.channel.nonElectronic' });
    case 'other': return msg('راه‌های دیگر', { id: 'intake.channel.other' });
  }
}
