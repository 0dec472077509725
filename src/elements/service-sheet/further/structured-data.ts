import { html, render } from 'lit';
import type { Offering } from '../../../contract/offering.ts';
import { governmentService } from '../../../rules/government-service.ts';

/**
 * Puts a service into the host page for search engines, as a block of data that is never run; gives the way to take it out.
 * The block comes from a template: there browsers mark it as run already, so that a page with Trusted Types does not take
 * its text for a script.
 */
export function tellSearchEngines(offering: Offering): () => void {
  const page = location.href.replace(/#.*$/, '');
  const holder = document.createElement('div');
  // Its end is left to the parser: written out, it would end a script that this code stands in.
  // eslint-disable-next-line lit/no-invalid-html
  render(html`<script type="application/ld+json">`, holder);
  const block = holder.querySelector('script')!;
  block.append(JSON.stringify(governmentService(offering, page)).replaceAll('<', '\\u003c'));
  document.head.append(block);
  return () => block.remove();
}
