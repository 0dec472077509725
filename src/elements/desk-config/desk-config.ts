import { configurationChanged } from '../../core/configuration.ts';

/**
 * Configuration for the elements inside it, or, standing alone, for all of the page. They read its attributes; this
 * class only tells them when one changes.
 *
 * @summary Says once which gateway, province and agency the desk's elements belong to.
 * @attr gateway - Origin of the gateway, when it is not the one of the script tag.
 * @attr province - Province, when it is not the gateway's own.
 * @attr agency - Agency whose services are shown.
 * @attr map-tiles - Address of map tiles for places in forms, `https://tiles.example.ir/{z}/{x}/{y}.png`; without it there is no map.
 * @attr map-credit - Whose map it is; shown on it.
 * @attr map-centre - Where the map opens, `35.83,50.99`; all of Iran when absent.
 */
export class DeskConfig extends HTMLElement {
  static readonly observedAttributes = ['gateway', 'province', 'agency'];

  connectedCallback(): void {
    document.dispatchEvent(new Event(configurationChanged));
  }

  disconnectedCallback(): void {
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
