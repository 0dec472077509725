import { sweep } from '../housekeeping.ts';
import type { Ports } from '../ports.ts';
import { collectOrphans } from '../uploads/orphans.ts';
import { deliverDue } from './deliver.ts';
import { forgetDecoys } from './outbox.ts';
import type { Senders } from './sender.ts';

const deliverEvery = 1_000;
const cleanEvery = 600_000;

/**
 * What a gateway does beside answering: delivers messages, erases what expired. Any number of copies may do it at once.
 * Messages of a channel without a sender wait. A failure is logged and tried again in the next round. The returned function ends it and waits for the round under way.
 */
export function startChores(ports: Ports, senders: Senders): () => Promise<void> {
  let stopped = false;
  const round = (name: string, every: number, work: () => Promise<unknown>) => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let running: Promise<void> = Promise.resolve();
    const run = () => {
      running = (async () => {
        try {
          await work();
        } catch (error) {
          if (!stopped) ports.log.error('chore.failed', { chore: name, message: error instanceof Error ? error.message : String(error) });
        }
        if (!stopped) timer = setTimeout(run, every);
      })();
    };
    run();
    return async () => {
      clearTimeout(timer);
      await running;
    };
  };
  const ends = [
    ...(Object.keys(senders).length ? [round('deliver', deliverEvery, () => deliverDue(ports, senders))] : []),
    round('clean', cleanEvery, async () => {
      await collectOrphans(ports);
      await forgetDecoys(ports);
      await sweep(ports);
    }),
  ];
  return async () => {
    stopped = true;
    await Promise.all(ends.map((end) => end()));
  };
}
