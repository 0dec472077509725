import type { Handlers } from '../http/handler.ts';
import { ProblemException } from '../http/problem.ts';
import type { Ports } from '../ports.ts';
import { checkPassword, foldUsername } from './accounts.ts';
import { audit } from './audit.ts';
import { admit } from './sign-in-limits.ts';
import { closeSession, openSession, sessionAnswer, sessionOf, staffCaller } from './sessions.ts';

export function staffHandlers(ports: Ports): Pick<Handlers, 'signIn' | 'staffSession' | 'signOut'> {
  return {
    async signIn({ body }, caller) {
      const username = foldUsername(body.username);
      const admission = await admit(ports, username, caller);
      const member = await ports.db.selectFrom('staff').selectAll()
        .where('username', '=', username).where('active', '=', true).executeTakeFirst();
      if (!(await checkPassword(body.password, member?.password_hash)) || !member) throw new ProblemException('staff.signInFailed');
      await closeSession(ports, caller.request);
      const { cookie, expiresAt } = await openSession(ports, member.id);
      await audit(ports.db, ports, member.id, 'signedIn', null);
      caller.headers.append('set-cookie', cookie);
      caller.headers.append('set-cookie', await admission.succeeded());
      return sessionAnswer(await staffCaller(ports, member), expiresAt);
    },

    async staffSession(_input, caller) {
      const session = await sessionOf(ports, caller.request);
      if (!session) throw new ProblemException('staff.signInNeeded');
      return sessionAnswer(session.caller, session.expiresAt);
    },

    async signOut(_input, caller) {
      caller.headers.append('set-cookie', await closeSession(ports, caller.request));
    },
  };
}
