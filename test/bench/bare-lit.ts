import { html, LitElement } from 'lit';

/** The least that a Lit element with one search field can be: the floor that the finder is compared with. */
class BareLit extends LitElement {
  override render() {
    return html`<label for="q">Search</label><input id="q" type="search" />`;
  }
}
customElements.define('bare-lit', BareLit);
