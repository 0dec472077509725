import { configurationChanged, type PartialConfiguration } from '../../core/configuration.ts';

/**
 * Configuration for the elements inside it, or, standing alone, for all of the page.
 *
 * @summary Says once which gateway, province and agency the desk's elements belong to.
 */
export class DeskConfig extends HTMLElement {
  static readonly observedAttributes = ['gateway', 'province', 'agency'];

  get configuration(): PartialConfiguration {
    return { gateway: this.getAttribute('gateway'), province: this.getAttribute('province'), agency: this.getAttribute('agency') };
  }

  connectedCallback(): void {
    document.dispatchEvent(new Event(configurationChanged));
  }

  attributeChangedCallback(): void {
    if (this.isConnected) document.dispatchEvent(new Event(configurationChanged));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'desk-config': DeskConfig;
  }
}
