import type { Finding } from '../declarations/finding.ts';

/** Names the rows that were rejected, and gives how many they are. */
export function tellRejected(declarations: readonly { fileName: string; findings: readonly Finding[] }[]): number {
  const rejected = declarations.flatMap(({ fileName, findings }) => findings.filter(({ severity }) => severity === 'rejected').map(({ row, message }) => `${fileName}, ${row ?? '-'}: ${message}`));
  for (const line of rejected) console.log(line);
  return rejected.length;
}
