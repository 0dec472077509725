/** Where a place lies on a map of square tiles, as web maps have them: pixels from the north-west corner of the world. */
export interface Point {
  x: number;
  y: number;
}
export interface Spot {
  latitude: number;
  longitude: number;
}

export const tileSize = 256;
/** Beyond it the projection runs away. */
const steepest = 85.05;
const worldSize = (zoom: number): number => tileSize * 2 ** zoom;

export function pointOf({ latitude, longitude }: Spot, zoom: number): Point {
  const size = worldSize(zoom);
  const sine = Math.sin((Math.max(-steepest, Math.min(steepest, latitude)) * Math.PI) / 180);
  return { x: ((longitude + 180) / 360) * size, y: (0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)) * size };
}

/** Degrees, to five places: about a metre. */
export function spotOf({ x, y }: Point, zoom: number): Spot {
  const size = worldSize(zoom);
  const inside = { x: Math.max(0, Math.min(size, x)), y: Math.max(0, Math.min(size, y)) };
  const round = (degrees: number) => Math.round(degrees * 1e5) / 1e5;
  return { latitude: round((Math.atan(Math.sinh(Math.PI * (1 - (2 * inside.y) / size))) * 180) / Math.PI), longitude: round((inside.x / size) * 360 - 180) };
}

/** The tiles that cover a box of this size around a centre; each with its place in the box. */
export function tilesAround(centre: Point, zoom: number, width: number, height: number): { key: string; column: number; row: number; left: number; top: number }[] {
  const last = 2 ** zoom - 1;
  const first = { x: Math.floor((centre.x - width / 2) / tileSize), y: Math.floor((centre.y - height / 2) / tileSize) };
  const tiles = [];
  for (let row = Math.max(0, first.y); row <= last && row * tileSize < centre.y + height / 2; row++) {
    for (let column = Math.max(0, first.x); column <= last && column * tileSize < centre.x + width / 2; column++) {
      tiles.push({ key: `${zoom}/${column}/${row}`, column, row, left: Math.round(column * tileSize - centre.x + width / 2), top: Math.round(row * tileSize - centre.y + height / 2) });
    }
  }
  return tiles;
}
