import { GatewayClient } from '../../../src/client/client.ts';
import '../../../src/client/staff.ts';
import type { Field } from '../../../src/contract/form.ts';
import { toPersianDigits } from '../../../src/persian/digits.ts';
import { ownOriginUrl } from '../../support/browser.ts';
import { caseOf, signInExpert } from '../../support/citizen.ts';
import { byRole } from '../../support/find.ts';
import { desk, leaveDesk } from '../desk-console-driver.ts';
import { published } from '../form-studio-driver.ts';
import { expect, forgetDrafts, openForm, receiptCode } from './driver.ts';

const agency = 'behzisti';
const toArabicDigits = (text: string): string => text.replace(/\d/g, (digit) => '٠١٢٣٤٥٦٧٨٩'[Number(digit)]!);
/** Each: how it is typed, how it is kept, how it is read back. */
const numbers: [field: Partial<Field> & Pick<Field, 'id' | 'type'>, typed: string, kept: unknown, read: string][] = [
  [{ id: 'mobile', type: 'mobile', required: true }, '0912 345 6789', '09123456789', '۰۹۱۲۳۴۵۶۷۸۹'],
  [{ id: 'nationalId', type: 'nationalId' }, '031-0000017', '0310000017', '۰۳۱۰۰۰۰۰۱۷'],
  [{ id: 'legalId', type: 'legalId' }, '10100170004', '10100170004', '۱۰۱۰۰۱۷۰۰۰۴'],
  [{ id: 'foreignerId', type: 'foreignerId' }, '123456789012', '123456789012', '۱۲۳۴۵۶۷۸۹۰۱۲'],
  [{ id: 'birthCertificate', type: 'birthCertificate' }, '0', '0', '۰'],
  [{ id: 'landline', type: 'landline' }, '026 3418 7105', '02634187105', '۰۲۶۳۴۱۸۷۱۰۵'],
  [{ id: 'postalCode', type: 'postalCode' }, '31456-78901', '3145678901', '۳۱۴۵۶۷۸۹۰۱'],
  [{ id: 'iban', type: 'iban' }, 'IR76 0170 0000 0000 0000 0000 01', 'IR760170000000000000000001', 'IR۷۶۰۱۷۰۰۰۰۰۰۰۰۰۰۰۰۰۰۰۰۰۰۱'],
  [{ id: 'card', type: 'card' }, '6219 8610 3452 9007', '6219861034529007', '۶۲۱۹۸۶۱۰۳۴۵۲۹۰۰۷'],
  [{ id: 'billId', type: 'billId' }, '7748317800142', '7748317800142', '۷۷۴۸۳۱۷۸۰۰۱۴۲'],
  [{ id: 'paymentId', type: 'paymentId', bill: 'billId' }, '1770160', '1770160', '۱۷۷۰۱۶۰'],
  [{ id: 'count', type: 'number' }, '1234.5', 1234.5, '۱٬۲۳۴٫۵'],
  [{ id: 'amount', type: 'money' }, '125,000', 125_000, '۱۲۵٬۰۰۰ ریال'],
  [{ id: 'case', type: 'text', charset: 'digits' }, '0098', '0098', '۰۰۹۸'],
  [{ id: 'disputed', type: 'text', charset: 'digitsAndDash' }, '026-32000000', '026-32000000', '۰۲۶-۳۲۰۰۰۰۰۰'],
];

describe('request-form: Persian, Arabic and Latin digits', function () {
  this.timeout(60_000);
  before(forgetDrafts);
  afterEach(leaveDesk);

  it('become the same number at the desk, and are read back in Persian, in the review and in the console', async () => {
    const { offering } = await published(agency, (form) => {
      form.steps = [{
        id: 'all', title: { fa: 'همه' }, items: [
          ...numbers.map(([field]): Field => ({ label: { fa: field.id }, required: false, ...field })),
          { id: 'day', type: 'date', label: { fa: 'day' }, required: false }, { id: 'at', type: 'time', label: { fa: 'at' }, required: false },
          { id: 'plate', type: 'plate', label: { fa: 'plate' }, required: false },
        ],
      }];
    });
    const kept = { ...Object.fromEntries(numbers.map(([{ id }, , value]) => [id, value])), day: '2025-03-20', at: '09:05', plate: '12ب345-68' };
    const read = [...numbers.map(([, , , text]) => text), '۳۰ اسفند ۱۴۰۳', '۰۹:۰۵', '۱۲ب\u200e۳۴۵-۶۸'];
    for (const digits of [String, toPersianDigits, toArabicDigits]) {
      const form = await openForm(offering);
      for (const [{ id }, typed] of numbers) await form.type(id, digits(typed));
      await form.date('day', digits('30'), '12', digits('1403'));
      await form.type('ساعت', digits('9:05'), 'at');
      await form.type('دو رقم', digits('12ب345-68'), 'plate');
      await form.next('بازبینی');
      expect([...form.root.querySelectorAll('.review-row dt + dd > bdi')].map(({ textContent }) => textContent)).to.deep.equal(read);
      await form.press('فرستادن درخواست');
      await receiptCode(form);
      const filed = (form.element as unknown as { filed: Parameters<typeof caseOf>[0] }).filed;
      form.element.remove();

      await signInExpert(agency);
      const { id } = await caseOf(filed);
      expect((await new GatewayClient(ownOriginUrl).call('staffCase', { params: { id } })).answers).to.deep.equal(kept);
      location.hash = `#/case/${id}`;
      const element = await desk();
      await byRole(element, 'heading', 'تاریخچه');
      const shown = element.shadowRoot!.textContent;
      for (const text of read) expect(shown).to.contain(text);
      element.remove();
    }
  });
});
