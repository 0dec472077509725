import { parseAccept } from 'hono/utils/accept';

/** How exactly a range names a type: whole, its first half, anything; 0 when it does not. Parameters other than `profile` are not looked at. */
function exactness(range: string, profile: string | undefined, type: string, ownProfile: string | undefined): number {
  if (profile !== undefined && profile !== ownProfile) return 0;
  if (range === type) return profile === undefined ? 3 : 4;
  if (range === `${type.split('/')[0]}/*`) return 2;
  return range === '*/*' ? 1 : 0;
}

export interface Offered {
  mediaType: string;
  /** Address of a profile, where two of one media type are offered (RFC 6906). */
  profile?: string;
}

/**
 * What of `offered` a reader prefers by `Accept` (RFC 9110, 12.5.1): for each the quality of the range that names it most
 * exactly; of equals the one that is offered first. Undefined when the reader takes none of them.
 */
export function preferred<T extends Offered>(accept: string | null, offered: readonly T[]): T | undefined {
  const ranges = parseAccept(accept?.trim() || '*/*').map(({ type, params, q }) => ({
    type: type.toLowerCase(), q, profile: params['profile']?.replace(/^"|"$/g, ''),
  }));
  let best: T | undefined;
  let quality = 0;
  for (const each of offered) {
    let exact = 0;
    let own = 0;
    for (const { type, profile, q } of ranges) {
      const now = exactness(type, profile, each.mediaType, each.profile);
      if (now > exact) [exact, own] = [now, q];
    }
    if (own > quality) [best, quality] = [each, own];
  }
  return best;
}
