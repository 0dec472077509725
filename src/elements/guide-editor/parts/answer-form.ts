import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import type { GuideAnswer, GuideTree } from '../../../contract/guide.ts';
import { plusIcon, trashIcon } from '../../../core/icons.ts';
import { formatNumber } from '../../../i18n/formats.ts';
import { toAsciiDigits } from '../../../persian/digits.ts';
import { most, nodeOf } from '../model/tree.ts';
import { agencyField, lineField, textField, tick, wordsField } from './fields.ts';
import { knownRows } from './known-rows.ts';
import { idOf, type EditorView } from './view.ts';

const answerIn = (tree: GuideTree, id: string): GuideAnswer => nodeOf(tree, id) as GuideAnswer;
type List = 'contacts' | 'services' | 'offices';

export function answerForm(view: EditorView, node: GuideAnswer): TemplateResult {
  const path = `nodes.${node.id}`;
  const answer = (tree: GuideTree) => answerIn(tree, node.id);
  return html`
    ${textField(view, { path: `${path}.title`, label: msg('عنوان پاسخ', { id: 'guideEditor.answer.title' }), value: node.title, set: (tree, title) => (answer(tree).title = title) })}
    ${textField(view, { path: `${path}.text`, label: msg('متن پاسخ', { id: 'guideEditor.answer.text' }), optional: true, long: true, value: node.text, set: (tree, text) => (answer(tree).text = text) })}
    ${tick(view, {
      path: `${path}.urgent`, label: msg('فوری است: شاید کسی در خطر باشد، و شماره تلفن پیش از همه چیز می‌آید', { id: 'guideEditor.answer.urgent' }),
      value: node.urgent === true, set: (tree, urgent) => setFlag(answer(tree), 'urgent', urgent),
    })}
    ${list(view, node, 'services', (at) => serviceForm(view, node, at))}
    ${list(view, node, 'offices', (at) => officeForm(view, node, at))}
    ${list(view, node, 'contacts', (at) => contactForm(view, node, at))}
  `;
}

function setFlag<K extends string>(holder: { [key in K]?: boolean }, key: K, value: boolean): void {
  if (value) holder[key] = true as never;
  else delete holder[key];
}

function listName(name: List): string {
  switch (name) {
    case 'services': return msg('خدمت‌ها', { id: 'guideEditor.services' });
    case 'offices': return msg('جاها', { id: 'guideEditor.offices' });
    case 'contacts': return msg('تلفن‌ها', { id: 'guideEditor.contacts' });
  }
}
function partName(view: EditorView, name: List, at: number): string {
  const number = formatNumber(view.locale, at + 1);
  switch (name) {
    case 'services': return msg(str`خدمت ${number}`, { id: 'guideEditor.service' });
    case 'offices': return msg(str`جای ${number}`, { id: 'guideEditor.office' });
    case 'contacts': return msg(str`تلفن ${number}`, { id: 'guideEditor.contact' });
  }
}
function addText(name: List): string {
  switch (name) {
    case 'services': return msg('خدمت تازه', { id: 'guideEditor.service.add' });
    case 'offices': return msg('جای تازه', { id: 'guideEditor.office.add' });
    case 'contacts': return msg('تلفن تازه', { id: 'guideEditor.contact.add' });
  }
}

function list(view: EditorView, node: GuideAnswer, name: List, form: (at: number) => TemplateResult): TemplateResult {
  const members = node[name] ?? [];
  const id = idOf(`nodes.${node.id}.${name}`);
  const add = () => {
    view.model.edit(`add ${id} ${members.length}`, (tree) => addTo(answerIn(tree, node.id), name));
    view.focus(`${id}_${members.length}_${{ services: 'need', offices: 'agency', contacts: 'name' }[name]}`);
  };
  const remove = (at: number) => {
    view.model.edit(`remove ${id} ${at} ${members.length}`, (tree) => void answerIn(tree, node.id)[name]!.splice(at, 1));
    view.say(() => msg('برداشته شد.', { id: 'guideEditor.removed' }));
    view.focus(`${id}_add`);
  };
  return html`
    <h4>${listName(name)}</h4>
    ${members.length
      ? html`<ol class="options">${members.map((_, at) => html`
          <li class="part"><fieldset><legend class="label">${partName(view, name, at)}</legend>${form(at)}
            <button class="button quiet" type="button" @click=${() => remove(at)}>${trashIcon}${msg(str`${partName(view, name, at)} را بردارید`, { id: 'guideEditor.part.remove' })}</button>
          </fieldset></li>`)}</ol>`
      : nothing}
    ${members.length < most[name] ? html`<button class="button" type="button" id="${id}_add" @click=${add}>${plusIcon}${addText(name)}</button>` : nothing}
  `;
}

function addTo(answer: GuideAnswer, name: List): void {
  if (name === 'services') (answer.services ??= []).push({ need: [''] });
  else if (name === 'offices') (answer.offices ??= []).push({ agency: { named: [''] } });
  else (answer.contacts ??= []).push({ name: { fa: '' }, phone: '', illustrative: true });
}

/** What the words find now, or nothing while it is not known. */
function foundText({ model }: EditorView, path: string): TemplateResult | typeof nothing {
  const names = model.found.get(path);
  if (!names?.length) return nothing;
  return html`<div class="found"><p class="soft small">${msg('اکنون این‌ها را می‌یابد:', { id: 'guideEditor.found' })}</p>
    <ul>${names.map(({ title, agency }) => html`<li>${title ? html`<bdi>${title}</bdi> · ` : nothing}<bdi class="soft">${agency}</bdi></li>`)}</ul></div>`;
}

function serviceForm(view: EditorView, node: GuideAnswer, at: number): TemplateResult {
  const path = `nodes.${node.id}.services.${at}`;
  const service = node.services![at]!;
  const member = (tree: GuideTree) => answerIn(tree, node.id).services![at]!;
  const which = 'offering' in service
    ? lineField(view, {
      path: `${path}.offering`, label: msg('شناسه خدمت', { id: 'guideEditor.service.id' }), ltr: true, value: service.offering,
      set: (tree, offering) => Object.assign(member(tree), { offering: offering.trim() }),
    })
    : html`
      ${wordsField(view, {
        path: `${path}.need`, label: msg('واژه‌های عنوان خدمت', { id: 'guideEditor.service.need' }),
        hint: msg('هر خط یک عبارت از عنوان رسمی، بهترین نخست. نخستین خطی که خدمتی بیابد به کار می‌رود.', { id: 'guideEditor.service.need.hint' }),
        value: service.need, set: (tree, need) => Object.assign(member(tree), { need }),
      })}
      ${agencyField(view, {
        path: `${path}.agency`, label: msg('تنها از دستگاهی با این نام', { id: 'guideEditor.service.agency' }), optional: true, value: service.agency,
        set: (tree, agency) => {
          const holder = member(tree) as { agency?: typeof agency };
          if (agency) holder.agency = agency;
          else delete holder.agency;
        },
      })}`;
  return html`${which}${foundText(view, path)}${knownRows(view, `${path}.known`, service.known ?? {}, (tree, known) => (member(tree).known = known))}`;
}

function officeForm(view: EditorView, node: GuideAnswer, at: number): TemplateResult {
  const path = `nodes.${node.id}.offices.${at}`;
  const office = node.offices![at]!;
  const member = (tree: GuideTree) => answerIn(tree, node.id).offices![at]!;
  return html`
    ${agencyField(view, { path: `${path}.agency`, label: msg('واژه‌های نام دستگاه', { id: 'guideEditor.office.agency' }), value: office.agency, set: (tree, agency) => (member(tree).agency = agency!) })}
    ${wordsField(view, {
      path: `${path}.unit`, label: msg('واژه‌های نام واحد', { id: 'guideEditor.office.unit' }), optional: true, value: office.unit ?? [],
      set: (tree, unit) => {
        if (unit.join('').trim()) member(tree).unit = unit;
        else delete member(tree).unit;
      },
    })}
    ${foundText(view, path)}
  `;
}

function contactForm(view: EditorView, node: GuideAnswer, at: number): TemplateResult {
  const path = `nodes.${node.id}.contacts.${at}`;
  const contact = node.contacts![at]!;
  const member = (tree: GuideTree) => answerIn(tree, node.id).contacts![at]!;
  return html`
    ${textField(view, { path: `${path}.name`, label: msg('چه کسی پاسخ می‌دهد', { id: 'guideEditor.contact.name' }), value: contact.name, set: (tree, name) => (member(tree).name = name) })}
    ${lineField(view, { path: `${path}.phone`, label: msg('شماره تلفن', { id: 'guideEditor.contact.phone' }), ltr: true, value: contact.phone, set: (tree, phone) => (member(tree).phone = toAsciiDigits(phone).trim()) })}
    ${textField(view, { path: `${path}.note`, label: msg('با تماس چه می‌شود', { id: 'guideEditor.contact.note' }), optional: true, value: contact.note, set: (tree, note) => (member(tree).note = note) })}
    ${wordsField(view, {
      path: `${path}.provinces`, label: msg('تنها در این استان‌ها', { id: 'guideEditor.contact.provinces' }), optional: true, ltr: true,
      hint: msg('شناسه هر استان در یک خط، مانند isfahan. خالی که باشد، همه استان‌ها این شماره را می‌بینند.', { id: 'guideEditor.contact.provinces.hint' }),
      value: contact.provinces ?? [],
      set: (tree, provinces) => {
        if (provinces.join('').trim()) member(tree).provinces = provinces;
        else delete member(tree).provinces;
      },
    })}
    ${tick(view, { path: `${path}.always`, label: msg('شبانه‌روز پاسخ می‌دهد', { id: 'guideEditor.contact.always' }), value: contact.always === true, set: (tree, always) => setFlag(member(tree), 'always', always) })}
    ${tick(view, { path: `${path}.illustrative`, label: msg('شماره هنوز تأیید نشده است', { id: 'guideEditor.contact.illustrative' }), value: contact.illustrative, set: (tree, illustrative) => (member(tree).illustrative = illustrative) })}
  `;
}
