import { msg } from '@lit/localize';
import { html, nothing } from 'lit';
import type { IndexEntry } from '../../../contract/catalogue.ts';
import type { Why } from '../../../search/searcher.ts';
import { becauseView } from './notes.ts';

/** Beside a title: why it stands here; on paper, by what an office finds the service. */
export const besideView = ({ code }: IndexEntry, why: Why[]) =>
  html`${becauseView(why)}${code ? html`<span class="paper soft small">${msg(html`کد خدمت: ${html`<bdi dir="ltr">${code}</bdi>`}`, { id: 'finder.paperCode' })}</span>` : nothing}`;
