import type { NationalSheet } from '../../../contract/offering.ts';
import { foldKey } from '../../../persian/fold.ts';
import type { ComparedService } from '../across-rows.ts';
import { warning, type Finding } from '../finding.ts';
import { columnName } from '../headers.ts';

/**
 * Tells where a service and a national sheet have the same title or the same code and not both: they are not taken for one then,
 * and neither is changed.
 */
export function compareNational(services: readonly ComparedService[], nationals: readonly NationalSheet[]): Finding[] {
  const byTitle = new Map(nationals.map((sheet) => [foldKey(sheet.title), sheet]));
  const byCode = new Map(nationals.flatMap((sheet) => (sheet.code ? [[sheet.code, sheet] as const] : [])));
  return services.flatMap(({ row, code, title }): Finding[] => {
    if (!code) return [];
    const sameTitle = byTitle.get(foldKey(title));
    if (sameTitle?.code && sameTitle.code !== code) {
      const message = `«${title}» در برگه کشوری ${sameTitle.organisation.name.fa} شناسه ${sameTitle.code} دارد و اینجا ${code}؛ چیزی از برگه کشوری نیامد.`;
      return [{ row, column: columnName('code'), ...warning('national-code-differs', message), suggested: sameTitle.code }];
    }
    const sameCode = sameTitle ? undefined : byCode.get(code);
    if (!sameCode) return [];
    const message = `شناسه ${code} در برگه کشوری ${sameCode.organisation.name.fa} برای «${sameCode.title}» است؛ چون عنوان‌ها یکی نیست چیزی از برگه کشوری نیامد.`;
    return [{ row, column: columnName('title'), ...warning('national-title-differs', message), suggested: sameCode.title }];
  });
}
