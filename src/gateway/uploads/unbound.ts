import type { Ports } from '../ports.ts';

/** A file that no request took up within this time is erased, whole or not. */
export const unboundHours = 24;

export const unboundSince = (ports: Ports): Date => new Date(ports.now().getTime() - unboundHours * 3_600_000);
export const expiryOf = (created: Date): string => new Date(created.getTime() + unboundHours * 3_600_000).toISOString();
