import { msg } from '@lit/localize';
import type { TemplateResult } from 'lit';
import { agenciesOf, agencyOptions, type AgenciesHere } from '../../../core/facts/agencies.ts';
import { localText } from '../../../core/facts/place.ts';
import type { Filling } from '../form/filling.ts';
import { itemsOf } from '../form/raw.ts';
import type { RarerField } from './field-view.ts';
import { searchChoice } from './search-choice.ts';

const there = new WeakMap<Filling, AgenciesHere | undefined>();

/** The agencies of the form's province; undefined while they are on their way, or cannot be had. */
function agenciesFor(filling: Filling): AgenciesHere | undefined {
  if (!there.has(filling)) {
    there.set(filling, undefined);
    const { client } = filling.host;
    agenciesOf(client, filling.offering.province).then((here) => {
      there.set(filling, here);
      filling.host.requestUpdate();
    }, () => there.delete(filling));
  }
  return there.get(filling);
}

/** An office by its name: chosen from those on the gateway, or written where it is none of them. */
export function agencyField({ model, path, view, line }: RarerField): TemplateResult {
  const { locale, filling } = model;
  const here = agenciesFor(filling);
  const { options, find } = here ? agencyOptions(locale, here) : { options: [], find: () => [] };
  return searchChoice(model, path, {
    ...view,
    options,
    find,
    text: line.value,
    none: msg('در فهرست نیست؛ همین نوشته می‌ماند.', { id: 'form.agencyNotListed' }),
    onInput: (text) => model.set(path, text),
    onChoose: ({ label }) => model.set(path, label),
  });
}

const given = new WeakSet<Filling>();

/** The office that the way here has named, by its id: an address can be made by anybody, so its words are not taken from it. */
export async function nameKnownAgency(filling: Filling, known: string): Promise<void> {
  const way = new URLSearchParams(known);
  const field = itemsOf(filling.session.definition).find((item) => item.type === 'text' && item.suggest && way.has(item.id));
  if (!field || given.has(filling)) return;
  given.add(filling);
  const here = await agenciesOf(filling.host.client, filling.offering.province).catch(() => undefined);
  const agency = here?.agencies.find(({ id }) => id === way.get(field.id));
  if (!agency || filling.session.value(field.id) !== undefined) return;
  filling.session.set(field.id, localText(filling.host.language, agency.name));
  filling.host.requestUpdate();
}
