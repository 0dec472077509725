import { recalculateOpen } from '../calendars/recalculate.ts';
import { sweep } from '../housekeeping.ts';
import type { Ports } from '../ports.ts';
import { checkpointOfDay } from '../transparency/checkpoints.ts';
import { numberEntries } from '../transparency/tree.ts';
import { collectOrphans } from '../uploads/orphans.ts';
import { fireDue } from '../timers/fire.ts';
import { deliverDue } from './deliver.ts';
import { forgetDecoys } from './outbox.ts';
import type { Senders } from './sender.ts';

/** Work that comes round, `every` milliseconds after it was done the last time. */
interface Chore {
  name: string;
  every: number;
  /** `ending`: whether the gateway is about to stop. */
  work: (ending: () => boolean) => Promise<unknown>;
}

/**
 * What a gateway does beside answering: delivers messages, counts anew what a calendar moved, does what time brings about, gives the log its tree and signs it once a day, erases what
 * expired. Any number of copies may do it at once.
 * Messages of a channel without a sender wait.
 */
const choresOf = (ports: Ports, senders: Senders): Chore[] => [
  ...(Object.keys(senders).length ? [{ name: 'deliver', every: 1_000, work: () => deliverDue(ports, senders) }] : []),
  { name: 'calendars', every: 5_000, work: (ending) => recalculateOpen(ports, ending) },
  { name: 'timers', every: 5_000, work: (ending) => fireDue(ports, ending) },
  {
    name: 'log', every: 10_000,
    async work() {
      await numberEntries(ports);
      await checkpointOfDay(ports);
    },
  },
  {
    name: 'clean', every: 600_000,
    async work() {
      await collectOrphans(ports);
      await forgetDecoys(ports);
      await sweep(ports);
    },
  },
];

/** A failure is logged and tried again in the next round. The returned function ends them and waits for the rounds under way. */
export function startChores(ports: Ports, senders: Senders): () => Promise<void> {
  let stopped = false;
  const begin = ({ name, every, work }: Chore) => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let running: Promise<void> = Promise.resolve();
    const run = () => {
      running = (async () => {
        try {
          await work(() => stopped);
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
  const ends = choresOf(ports, senders).map(begin);
  return async () => {
    stopped = true;
    await Promise.all(ends.map((end) => end()));
  };
}
