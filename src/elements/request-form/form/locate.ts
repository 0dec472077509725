import type { Locating } from '../parts/model.ts';
import type { Filling } from './filling.ts';
import type { PlaceParts } from './raw.ts';

/** Adds the position of the device to a place; `tell` is told while it is asked for and when it is not to be had. */
export async function locate(filling: Filling, path: string, tell: (locating: Locating) => void): Promise<void> {
  tell({ path, state: 'asking' });
  const found = await position();
  if (typeof found === 'string') return tell({ path, state: found });
  tell(undefined);
  const { text = '' } = (filling.session.value(path) as PlaceParts | undefined) ?? {};
  filling.set(path, { text, ...found });
}

/** Where the device is, or why it does not say. */
const position = (): Promise<{ latitude: number; longitude: number } | 'denied' | 'failed'> =>
  new Promise((resolve) => {
    navigator.geolocation.getCurrentPosition(
      ({ coords: { latitude, longitude } }) => resolve({ latitude, longitude }),
      ({ code, PERMISSION_DENIED }) => resolve(code === PERMISSION_DENIED ? 'denied' : 'failed'),
      { enableHighAccuracy: true, timeout: 15_000, maximumAge: 60_000 },
    );
  });
