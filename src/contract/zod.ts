/**
 * The one import of zod. `zod/mini` weighs 7 kB gzip against 26 to 92 for `zod`; `jitless` keeps it from probing
 * `new Function`, which a host page with a strict Content-Security-Policy would report as an attack.
 */
import * as z from 'zod/mini';

z.config({ jitless: true });

export { z };
