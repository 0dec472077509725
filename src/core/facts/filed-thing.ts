import { msg } from '@lit/localize';
import type { RequestKind } from '../../contract/form.ts';

/** What is filed, as sentences call it: «درخواست», «شکایت». Call while rendering. */
export const filedThing = (kind?: RequestKind): string =>
  kind === 'complaint' ? msg('شکایت', { id: 'filed.complaint' }) : msg('درخواست', { id: 'filed.request' });
