import type { Ports } from '../ports.ts';

/** Erases one-time codes, proofs and never-sent messages that have had their time. */
export async function forgetExpired(ports: Ports): Promise<void> {
  const hourAgo = new Date(ports.now().getTime() - 3_600_000);
  await ports.db.deleteFrom('one_time_code').where('expires_at', '<', hourAgo).execute();
  await ports.db.deleteFrom('proof').where('expires_at', '<', hourAgo).execute();
  await ports.db.deleteFrom('outbox').where('last_error', '=', 'decoy').where('created_at', '<', hourAgo).execute();
}
