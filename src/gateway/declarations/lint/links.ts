import { warning, type Finding } from '../finding.ts';
import { columnName } from '../headers.ts';
import type { DeclaredService } from '../row.ts';

/** Whether something answers at an address; undefined when that could not be found out. */
export type LinkCheck = (url: string) => Promise<boolean | undefined>;

const atOnce = 8;

/**
 * Tells which links are dead. Only for whom it is allowed: it calls addresses that strangers wrote, so a gateway does not do it
 * by itself. Each address is asked for once.
 */
export async function lintLinks(services: readonly Pick<DeclaredService, 'row' | 'link'>[], check: LinkCheck): Promise<Finding[]> {
  const links = [...new Set(services.flatMap(({ link }) => link ?? []))];
  const dead = new Set<string>();
  const work = async (): Promise<void> => {
    for (let link = links.pop(); link !== undefined; link = links.pop()) if ((await check(link)) === false) dead.add(link);
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return services.filter(({ link }) => link !== null && dead.has(link))
    .map(({ row, link }) => ({ row, column: columnName('link'), ...warning('link-dead', `نشانی ${link} پاسخ نمی‌دهد.`) }));
}
