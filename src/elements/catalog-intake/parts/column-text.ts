import { msg } from '@lit/localize';
import type { Column } from '../model/place.ts';

/** Names of columns as the template has them. Call while rendering. */
export function columnText(column: Column): string {
  switch (column) {
    case 'code': return msg('شناسه خدمت', { id: 'intake.column.code' });
    case 'title': return msg('عنوان خدمت', { id: 'intake.column.title' });
    case 'parentCode': return msg('شناسه خدمت مادر', { id: 'intake.column.parentCode' });
    case 'description': return msg('شرح خدمت', { id: 'intake.column.description' });
    case 'relations': return msg('نوع خدمت', { id: 'intake.column.relations' });
    case 'audience': return msg('مخاطبان', { id: 'intake.column.audience' });
    case 'nature': return msg('ماهیت', { id: 'intake.column.nature' });
    case 'levels': return msg('سطح', { id: 'intake.column.levels' });
    case 'lifeEvents': return msg('رویداد زندگی', { id: 'intake.column.lifeEvents' });
    case 'trigger': return msg('نحوه آغاز', { id: 'intake.column.trigger' });
    case 'documents': return msg('مدارک لازم', { id: 'intake.column.documents' });
    case 'laws': return msg('قوانین و مقررات', { id: 'intake.column.laws' });
    case 'time': return msg('مدت زمان ارائه', { id: 'intake.column.time' });
    case 'frequency': return msg('تواتر', { id: 'intake.column.frequency' });
    case 'visits': return msg('تعداد مراجعه حضوری', { id: 'intake.column.visits' });
    case 'visitReason': return msg('ضرورت مراجعه حضوری', { id: 'intake.column.visitReason' });
    case 'fee': return msg('هزینه', { id: 'intake.column.fee' });
    case 'channels': return msg('نحوه دسترسی', { id: 'intake.column.channels' });
    case 'link': return msg('نشانی اینترنتی', { id: 'intake.column.link' });
    case 'inquiries': return msg('استعلام‌ها', { id: 'intake.column.inquiries' });
    case 'steps': return msg('مراحل', { id: 'intake.column.steps' });
    case 'unitName': return msg('واحد مسئول', { id: 'intake.column.unitName' });
    case 'floor': return msg('طبقه', { id: 'intake.column.floor' });
    case 'room': return msg('اتاق', { id: 'intake.column.room' });
    case 'phone': return msg('تلفن پاسخگو', { id: 'intake.column.phone' });
    case 'hours': return msg('ساعات کار', { id: 'intake.column.hours' });
    case 'keywords': return msg('کلیدواژه‌ها', { id: 'intake.column.keywords' });
    case 'questions': return msg('پرسش‌های متداول', { id: 'intake.column.questions' });
    case 'editedOn': return msg('تاریخ ویرایش', { id: 'intake.column.editedOn' });
    case 'rowNumber': return msg('ردیف', { id: 'intake.column.rowNumber' });
  }
}
