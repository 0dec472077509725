import { warning, type Finding } from '../finding.ts';
import { columnName } from '../headers.ts';
import type { DeclaredService } from '../row.ts';

/** Whether something answers at an address; undefined when that could not be found out. */
export type LinkCheck = (url: string) => Promise<boolean | undefined>;

/** What asking the links of services came to; counts are of addresses, each of which is asked once. */
export interface CheckedLinks {
  findings: Finding[];
  links: number;
  dead: number;
  /** Of which it could not be found out, or that were not reached in time. */
  unknown: number;
}

const atOnce = 8;

/**
 * Tells which links are dead. Only for whom it is allowed: it calls addresses that strangers wrote, so a gateway does not do it
 * by itself. `signal` ends it; what was not asked by then is unknown.
 */
export async function lintLinks(services: readonly Pick<DeclaredService, 'row' | 'link'>[], check: LinkCheck, signal?: AbortSignal): Promise<CheckedLinks> {
  const links = [...new Set(services.flatMap(({ link }) => link ?? []))];
  const answers = new Map<string, boolean | undefined>();
  const waiting = [...links];
  const work = async (): Promise<void> => {
    for (let link = waiting.shift(); link !== undefined && !signal?.aborted; link = waiting.shift()) answers.set(link, await check(link));
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return {
    findings: services.filter(({ link }) => link !== null && answers.get(link) === false)
      .map(({ row, link }) => ({ row, column: columnName('link'), ...warning('link-dead', `نشانی ${link} پاسخ نمی‌دهد.`) })),
    links: links.length,
    dead: links.filter((link) => answers.get(link) === false).length,
    unknown: links.filter((link) => answers.get(link) === undefined).length,
  };
}
