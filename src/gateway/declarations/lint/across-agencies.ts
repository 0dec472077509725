import { foldKey } from '../../../persian/fold.ts';
import type { ComparedService } from '../across-rows.ts';
import { warning, type Finding } from '../finding.ts';
import { columnName } from '../headers.ts';

/** A service that another agency has published. */
export interface KnownService {
  code: string | null;
  title: string;
  /** Name of the agency, for the message. */
  agency: string;
}

/**
 * Codes are national: the same service has the same one wherever it is offered. Tells where a title goes by another code
 * elsewhere, or a code by another title; neither is changed.
 */
export function compareAgencies(services: readonly ComparedService[], known: readonly KnownService[]): Finding[] {
  const byCode = new Map<string, KnownService>();
  const byTitle = new Map<string, KnownService>();
  for (const service of known) {
    if (!service.code) continue;
    if (!byCode.has(service.code)) byCode.set(service.code, service);
    if (!byTitle.has(foldKey(service.title))) byTitle.set(foldKey(service.title), service);
  }
  return services.flatMap(({ row, code, title }): Finding[] => {
    const sameTitle = byTitle.get(foldKey(title));
    const at = { row, column: columnName('code') };
    if (sameTitle && code && sameTitle.code !== code) {
      return [{ ...at, ...warning('code-mismatch', `«${title}» در ${sameTitle.agency} شناسه ${sameTitle.code} دارد و اینجا ${code}.`), suggested: sameTitle.code! }];
    }
    const sameCode = code ? byCode.get(code) : undefined;
    if (sameCode && foldKey(sameCode.title) !== foldKey(title)) {
      return [{ ...at, ...warning('code-taken', `شناسه ${code} در ${sameCode.agency} برای «${sameCode.title}» است.`) }];
    }
    return [];
  });
}
