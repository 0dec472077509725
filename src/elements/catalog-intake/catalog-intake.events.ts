/** A declaration was published or put back; `detail` is the agency's id and the number of the new publication. */
export class CatalogIntakePublishedEvent extends CustomEvent<{ agency: string; version: number }> {
  static readonly type = 'catalog-intake-published';
  constructor(agency: string, version: number) {
    super(CatalogIntakePublishedEvent.type, { bubbles: true, composed: true, detail: { agency, version } });
  }
}

declare global {
  interface HTMLElementEventMap {
    'catalog-intake-published': CatalogIntakePublishedEvent;
  }
}
