import { tagOf } from '../../../core/define.ts';
import type { Spot } from './mercator.ts';

/** Where the page says that pictures of a map come from. */
export interface MapSource {
  /** `https://tiles.example.ir/{z}/{x}/{y}.png`. */
  tiles: string;
  /** Whose map it is; shown on it. */
  credit: string;
  /** Where it opens when nothing is known of the place. */
  centre: Spot;
  zoom: number;
}

/** All of Iran, where the page names no centre. */
const iran = { centre: { latitude: 32.4, longitude: 53.7 }, zoom: 5 };
const near = 12;
let warned = '';

/** Undefined when the page names no tiles, or an address that cannot be one, which is told on the console. */
export function mapSource(): MapSource | undefined {
  const config = document.querySelector(`${tagOf('desk-config')}[map-tiles]`);
  const tiles = config?.getAttribute('map-tiles')?.trim();
  if (!config || !tiles) return undefined;
  if (!['{z}', '{x}', '{y}'].every((part) => tiles.includes(part)) || !/^(https:\/\/|http:\/\/(localhost|127\.0\.0\.1)[:/]|\/(?!\/))/.test(tiles)) {
    if (warned !== tiles) console.warn(`map-tiles “${tiles}” is not an address of map tiles. Write it like https://tiles.example.ir/{z}/{x}/{y}.png.`);
    warned = tiles;
    return undefined;
  }
  const [latitude, longitude] = (config.getAttribute('map-centre') ?? '').split(',').map(Number);
  const known = latitude && longitude && Math.abs(latitude) <= 85 && Math.abs(longitude) <= 180;
  return { tiles, credit: config.getAttribute('map-credit') ?? '', ...(known ? { centre: { latitude, longitude }, zoom: near } : iran) };
}
