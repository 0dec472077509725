export { mapView } from '../map/map-view.ts';
