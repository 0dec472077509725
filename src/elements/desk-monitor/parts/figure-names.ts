import { msg } from '@lit/localize';
import type { MonitorFigure } from '../../../contract/monitor.ts';

/** In the order of the contract. */
export const figureNames = ['filed', 'open', 'waiting', 'overdue', 'unexplained', 'inTime', 'broken', 'escalated', 'referred'] as const satisfies MonitorFigure[];

/** What the cases behind a figure are. Call while rendering. */
export function figureText(figure: MonitorFigure): string {
  switch (figure) {
    case 'filed': return msg('رسیده', { id: 'monitor.filed' });
    case 'open': return msg('باز', { id: 'monitor.open' });
    case 'waiting': return msg('منتظر شهروند', { id: 'monitor.waiting' });
    case 'overdue': return msg('دیرشده', { id: 'monitor.overdue' });
    case 'unexplained': return msg('دیرشده بی‌توضیح', { id: 'monitor.unexplained' });
    case 'inTime': return msg('سر قول پاسخ داده‌شده', { id: 'monitor.inTime' });
    case 'broken': return msg('قول شکسته', { id: 'monitor.broken' });
    case 'escalated': return msg('به مسئول بالاتر رسیده', { id: 'monitor.escalated' });
    case 'referred': return msg('ارجاع‌شده یا مراجعه‌خواسته', { id: 'monitor.referred' });
  }
}
