import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import ICAL from 'ical.js';
import { calendarFile, type CalendarEvent } from '../../src/core/facts/ics.ts';

const event: CalendarEvent = {
  uid: '0123456789abcdef@mizban', sequence: 1, now: new Date('2026-11-28T10:12:00.123+03:30'), at: '2026-12-08', summary: 'مهلت پاسخ: واگذاری انشعاب آب',
  description: 'آب و فاضلاب تا این وقت پاسخ می‌دهد. با کد رهگیری خود پیگیری کنید.', url: 'https://portal.example.ir/track',
};
const read = (file: string) => {
  const component = new ICAL.Component(ICAL.parse(file) as unknown[]).getFirstSubcomponent('vevent')!;
  return { component, event: new ICAL.Event(component) };
};

test('a day is read by a calendar as that day, with a reminder at nine the day before', () => {
  const { event: found, component } = read(calendarFile(event));
  assert.deepEqual([found.uid, found.sequence, found.summary, found.description], [event.uid, 1, event.summary, event.description]);
  assert.deepEqual([found.startDate.isDate, found.startDate.toString()], [true, '2026-12-08']);
  assert.equal(component.getFirstPropertyValue('url'), event.url);
  assert.equal(String(component.getFirstPropertyValue('dtstamp')), '2026-11-28T06:42:00Z');
  assert.equal(component.getFirstPropertyValue('transp'), 'TRANSPARENT');
  assert.equal(String(component.getFirstSubcomponent('valarm')!.getFirstPropertyValue('trigger')), '-PT15H');
});

test('an instant is read as that instant, with a reminder two hours before', () => {
  const { event: found, component } = read(calendarFile({ ...event, at: new Date('2026-12-01T11:45:00+03:30') }));
  assert.deepEqual([found.startDate.isDate, found.startDate.toString()], [false, '2026-12-01T08:15:00Z']);
  assert.equal(String(component.getFirstSubcomponent('valarm')!.getFirstPropertyValue('trigger')), '-PT2H');
});

test('any text comes back letter for letter, in lines of at most 75 bytes that end as the standard wants', () => {
  fc.assert(fc.property(fc.string({ unit: fc.oneof(fc.constantFrom('\\', ';', ',', '\n', '\u0007', '\u0085', '«', '‌', '😀', ':', '"', ' '), fc.string({ unit: 'grapheme', minLength: 1, maxLength: 3 })), maxLength: 120 }), (text) => {
    const plain = text.replace(/(?!\n)\p{Cc}/gu, '');
    const file = calendarFile({ ...event, summary: `x${text}`, description: `x${text}` });
    for (const line of file.split('\r\n')) {
      assert.ok(Buffer.byteLength(line) <= 75, line);
      assert.ok(!/[\r\n]/.test(line));
    }
    assert.ok(file.endsWith('END:VCALENDAR\r\n'));
    const { event: found } = read(file);
    assert.equal(found.summary, `x${plain}`);
    assert.equal(found.description, `x${plain}`);
  }), { numRuns: 500 });
});
