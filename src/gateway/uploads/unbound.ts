import type { Ports } from '../ports.ts';
import { waitingHours } from '../waiting-time.ts';

const kept = waitingHours * 3_600_000;

/** A file that no request has taken up since then is erased, whole or not. */
export const unboundSince = (ports: Ports): Date => new Date(ports.now().getTime() - kept);
export const expiryOf = (created: Date): string => new Date(created.getTime() + kept).toISOString();
