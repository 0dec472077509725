/** The reader wants to file this service here. `preventDefault()` keeps the page where it is. */
export type ServiceSheetStartEvent = CustomEvent<{ service: string }>;

export const serviceStarted = (service: string): ServiceSheetStartEvent =>
  new CustomEvent('service-sheet-start', { detail: { service }, bubbles: true, composed: true, cancelable: true });

declare global {
  interface HTMLElementEventMap {
    'service-sheet-start': ServiceSheetStartEvent;
  }
}
