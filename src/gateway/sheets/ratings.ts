import type { ServiceRatingInput } from '../../contract/rating.ts';
import { surveyForm } from '../../rules/survey.ts';
import { offering } from '../catalogue/store.ts';
import type { CallerContext } from '../http/handler.ts';
import { most, sourceOf, used } from '../http/rate-limit.ts';
import type { Ports } from '../ports.ts';
import { requireWork } from '../proof/work.ts';
import { tehranDay } from '../tehran-day.ts';

/** Ratings of one address that cost nothing. Beyond, each costs a proof of work. */
const calm = { limit: 5, seconds: 600 };

/**
 * Keeps what somebody says about a service without a request. Nobody knows whether they used it, so it stands in a table of
 * its own and is in no figure of how requests were handled. Throws `offering.notFound`, `work.needed`.
 */
export async function addRating(ports: Ports, id: string, { answers, reasons }: ServiceRatingInput, { address, request }: CallerContext): Promise<void> {
  await offering(ports.db, id);
  // Counted where calls come in (../http/mount.ts), in windows of the same length.
  if ((await used(ports, `rateService ${sourceOf(address)}`, calm.seconds)) > most(ports, calm.limit)) await requireWork(ports, request, calm.seconds);
  await ports.db.insertInto('service_rating').values({
    offering: id, form: surveyForm(answers), answers: JSON.stringify(answers), reasons: JSON.stringify([...new Set(reasons)]), day: tehranDay(ports.now().getTime()),
  }).execute();
}
