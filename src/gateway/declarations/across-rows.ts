import { toPersianDigits } from '../../persian/digits.ts';
import { foldKey } from '../../persian/fold.ts';
import type { Finding } from './finding.ts';
import { columnName } from './headers.ts';
import type { DeclaredService } from './row.ts';

/** As much of a service as is compared over all rows, so that large files need not be held as a whole. */
export type ComparedService = Pick<DeclaredService, 'row' | 'code' | 'parentCode' | 'title' | 'editedOn'>;

const family = (code: string): string => code.slice(0, 4);

const groupBy = <T>(items: readonly T[], keyOf: (item: T) => string | null): T[][] => {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    if (key === null) continue;
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return [...groups.values()];
};

/** The same service twice: the newest stays, the others are told and not imported. */
export function dropSuperseded<S extends ComparedService>(services: S[]): { services: S[]; findings: Finding[] } {
  const findings: Finding[] = [];
  const dropped = new Set<S>();
  for (const same of groupBy(services, ({ code, title }) => `${code ?? ''} ${foldKey(title).replace(/\s/g, '')}`)) {
    const [newest, ...older] = same.sort((a, b) => (b.editedOn ?? '').localeCompare(a.editedOn ?? '') || b.row - a.row);
    for (const service of older) {
      dropped.add(service);
      findings.push({
        row: service.row,
        column: null,
        rule: 'superseded',
        severity: 'warning',
        message: `خدمت «${service.title}» دو بار آمده است؛ سطر ${toPersianDigits(newest!.row)} تازه‌تر است و این سطر وارد نشد.`,
      });
    }
  }
  return { services: services.filter((service) => !dropped.has(service)), findings };
}

/** One code for several titles, a code of another family, a parent that is none of its child, a code with one digit too many. */
export function compareCodes(services: readonly ComparedService[]): Finding[] {
  const findings: Finding[] = [];
  const column = columnName('code');
  for (const same of groupBy(services, ({ code }) => code)) {
    for (const { row, code } of same.length > 1 ? same : []) {
      const rows = same.map((other) => other.row).filter((other) => other !== row);
      findings.push({
        row,
        column,
        rule: 'code-shared',
        severity: 'warning',
        message: `شناسه ${code} برای خدمت دیگری هم آمده است (سطر ${toPersianDigits(rows.join('، '))})؛ هر دو با همین شناسه وارد شد.`,
      });
    }
  }

  const coded = services.filter((service) => /^\d{11}$/.test(service.code ?? ''));
  const families = groupBy(coded, ({ code }) => family(code!)).sort((a, b) => b.length - a.length);
  const [main, ...others] = families;
  for (const { row, code } of main && main.length > 2 ? others.flat() : []) {
    findings.push({
      row,
      column,
      rule: 'code-family',
      severity: 'warning',
      message: `شناسه ${code} از خانواده دیگری است؛ بیشتر شناسه‌های این فایل با ${family(main![0]!.code!)} آغاز می‌شود.`,
    });
  }

  for (const { row, code } of services.filter((service) => /^\d{12}$/.test(service.code ?? ''))) {
    const shorter = [...code!].map((_, i) => code!.slice(0, i) + code!.slice(i + 1));
    const suggestion = shorter.find((candidate) =>
      coded.some((other) => other.code!.slice(0, 8) === candidate.slice(0, 8)),
    );
    if (suggestion) {
      findings.push({
        row,
        column,
        rule: 'code-suggestion',
        severity: 'warning',
        message: `شاید شناسه ${code} باید ${suggestion} باشد.`,
        suggested: suggestion,
      });
    }
  }

  for (const { row, code, parentCode } of services) {
    if (!code || !parentCode || family(code) === family(parentCode)) continue;
    // Dashes between 4+4+3 digits and text from right to left turn the groups round.
    const turned = parentCode.slice(4, 8) + parentCode.slice(0, 4) + parentCode.slice(8);
    const isTurned = family(turned) === family(code);
    const hint = isTurned ? `؛ شاید باید ${turned} باشد` : '';
    findings.push({
      row,
      column: columnName('parentCode'),
      rule: 'parent-code',
      severity: 'warning',
      message: `شناسه مادر ${parentCode} با شناسه خدمت ${code} نمی‌خواند${hint}.`,
      ...(isTurned && { suggested: turned }),
    });
  }
  return findings;
}
