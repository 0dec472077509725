/** A service was chosen. `preventDefault()` keeps the page where it is. */
export type ServiceFinderSelectEvent = CustomEvent<{ service: string }>;
/** Somebody who did not find it wants to be guided. `preventDefault()` keeps the page where it is. */
export type ServiceFinderGuideEvent = CustomEvent<{ guide: string }>;

export const serviceSelected = (service: string): ServiceFinderSelectEvent =>
  new CustomEvent('service-finder-select', { detail: { service }, bubbles: true, composed: true, cancelable: true });

declare global {
  interface HTMLElementEventMap {
    'service-finder-select': ServiceFinderSelectEvent;
    'service-finder-guide': ServiceFinderGuideEvent;
  }
}
