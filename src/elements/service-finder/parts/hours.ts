import type { GatewayClient } from '../../../client/client.ts';
import type { WorkingCalendar } from '../../../contract/calendar.ts';
import type { IndexEntry } from '../../../contract/catalogue.ts';
import { isOpenAt } from '../../../rules/working-calendar.ts';
import type { Engine } from './engine.ts';

const minute = 60_000;

/** From now on the engine knows what is open. False when the calendar could not be had. */
export async function readHours(engine: Engine | undefined, client: GatewayClient, province: string | undefined, signal: AbortSignal): Promise<boolean> {
  try {
    const calendar = await client.call('calendar', { query: { province } }, { signal });
    if (engine) engine.isOpen = openNow(calendar, engine.county);
    return true;
  } catch {
    return false;
  }
}

/** Whether the unit in charge of a service is open now. Unknown hours are not open. */
function openNow(calendar: WorkingCalendar, county: Map<string, string | null>): (entry: IndexEntry) => boolean {
  let told = new Map<string, boolean>();
  let at = 0;
  return ({ agency, hours }) => {
    if (!hours) return false;
    const now = Math.floor(Date.now() / minute);
    if (now !== at) told = new Map();
    at = now;
    const key = `${agency} ${hours}`;
    let open = told.get(key);
    if (open === undefined) told.set(key, (open = isOpenAt(calendar, new Date(), { agency, county: county.get(agency) ?? null, hours })));
    return open;
  };
}
