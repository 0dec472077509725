import { province as findProvince } from '../catalogue/store.ts';
import { keyedHash, randomBytes, randomToken, seal, unsealText } from '../crypto.ts';
import type { Handlers } from '../http/handler.ts';
import { ProblemException } from '../http/problem.ts';
import { sourceOf, take } from '../http/rate-limit.ts';
import { enqueue } from '../messages/outbox.ts';
import { carryText } from '../messages/texts.ts';
import type { Ports } from '../ports.ts';
import { onlineOffering } from '../requests/online-offering.ts';
import { contactHash } from '../requests/vault.ts';

/** How long a draft waits for its other device. */
export const validHours = 24;
const mostTries = 5;
/** Letters of a draft as JSON; a form of 200 long answers has less. */
const longest = 300_000;
/** Messages that one phone gets in this way, whoever asks. */
const perPhone = { limit: 3, seconds: 3600 };
const guesses = { limit: 20, seconds: 3600 };

const codeHash = (ports: Ports, id: string, otp: string) => keyedHash(ports.secrets.lookup, 'carried-draft', `${id} ${otp}`);
const sealContext = (id: string) => `carried draft ${id}`;

/** Eight digits, each row of them as likely. */
function makeCode(): string {
  for (;;) {
    const bytes = randomBytes(4);
    const number = new DataView(bytes.buffer, bytes.byteOffset, 4).getUint32(0);
    if (number < 4_200_000_000) return String(number % 100_000_000).padStart(8, '0');
  }
}

/**
 * A draft goes to another device over the gateway only when its writer asks for it: sealed, for a day, opened once by a
 * code that is sent to the writer's phone. Whoever does not hold that phone can neither read nor replace it.
 */
export function draftHandlers(ports: Ports): Pick<Handlers, 'carryDraft' | 'fetchDraft'> {
  return {
    async carryDraft({ body }) {
      const { sheet } = await onlineOffering(ports.db, body.offering);
      const text = JSON.stringify(body.draft);
      if (text.length > longest) throw new ProblemException('input.tooLarge', { detail: `A draft has at most ${longest} letters.` });
      const contact = await contactHash(ports, body.mobile);
      await take(ports, `carryDraft ${contact}`, perPhone.limit, perPhone.seconds);
      const { name } = await findProvince(ports.db, sheet.province);
      const id = randomToken(16);
      const otp = makeCode();
      const now = ports.now();
      const expires = new Date(now.getTime() + validHours * 3_600_000);
      const content = await seal(ports.secrets.data, sealContext(id), text);
      await ports.db.transaction().execute(async (trx) => {
        await trx.insertInto('carried_draft').values({
          id, offering: body.offering, contact_hash: contact, code_hash: await codeHash(ports, id, otp), tries: 0, content,
          created_at: now, expires_at: expires,
        }).execute();
        const from = { province: name.fa, language: body.language ?? 'fa' };
        await enqueue(trx, ports, { request: null, to: body.mobile, about: 'code', from, text: carryText(from, otp, validHours), goodUntil: expires });
      });
      return { validHours };
    },

    async fetchDraft({ body }, { address }) {
      const contact = await contactHash(ports, body.mobile);
      await take(ports, `fetchDraft ${contact} ${sourceOf(address)}`, guesses.limit, guesses.seconds);
      const rows = await ports.db.updateTable('carried_draft').set((eb) => ({ tries: eb('tries', '+', 1) }))
        .where('offering', '=', body.offering).where('contact_hash', '=', contact)
        .where('expires_at', '>', ports.now()).where('tries', '<', mostTries)
        .returning(['id', 'code_hash', 'content']).execute();
      for (const row of rows) {
        if ((await codeHash(ports, row.id, body.otp)) !== row.code_hash) continue;
        const draft = JSON.parse(await unsealText(ports.secrets.data, sealContext(row.id), row.content)) as Record<string, unknown>;
        await ports.db.deleteFrom('carried_draft').where('id', '=', row.id).execute();
        return { draft };
      }
      throw new ProblemException('proof.wrong');
    },
  };
}
