import { readFile, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { declarationTemplate } from '../declarations/template.ts';
import { lintLinks } from '../declarations/lint/links.ts';
import { readDeclaration, type Finding, type ReadProgress } from '../declarations/read.ts';
import { ruleWords } from '../declarations/rule-words.ts';
import { tehranDay } from '../tehran-day.ts';
import { fetchCatalogue, FetchProblem } from '../node/fetch-catalogue.ts';
import { linkCheck } from '../node/link-check.ts';
import { command, CommandError } from './command.ts';

/** Rows by what became of them; a row that was repaired and warned of counts in both. */
interface Counts {
  rows: number;
  published: number;
  repaired: number;
  warned: number;
  rejected: number;
  /** Older copies of a row, told and not imported. */
  superseded: number;
}
/** A file that is rejected as a whole has a finding that names no row. */
const isRejected = ({ findings }: { findings: Finding[] }): boolean => findings.some(({ row, severity }) => row === null && severity === 'rejected');
type FileReport = Counts & { file: string; findings: Finding[] };

const rowsWith = (findings: Finding[], test: (finding: Finding) => boolean): number =>
  new Set(findings.filter((finding) => finding.row !== null && test(finding)).map((finding) => finding.row)).size;

const isLarge = 5_000_000;

/** Tells on the error output how far a large file is, at each tenth of it. */
function progress(file: string, size: number): (progress: ReadProgress) => void {
  let told = 0;
  return ({ part, rows }) => {
    const tenths = Math.floor(part * 10);
    if (size < isLarge || tenths <= told) return;
    told = tenths;
    process.stderr.write(`${file}: ${tenths * 10}%, ${rows} rows\n`);
  };
}

interface Source {
  file: string;
  content: Blob;
}

async function fileAt(path: string): Promise<Source> {
  try {
    return { file: basename(path), content: new Blob([await readFile(path)]) };
  } catch (error) {
    throw new CommandError(`Cannot read ${path}: ${(error as Error).message}`);
  }
}

/** Null when the catalogue holds nothing that was asked for. */
async function catalogueAt(address: string, modifiedAfter: string | undefined): Promise<Source | null> {
  try {
    const onPage = (page: number, pages: number) => pages > 1 && process.stderr.write(`${address}: page ${page} of ${pages}\n`);
    const { file, services } = await fetchCatalogue(address, { modifiedAfter, onPage });
    if (services !== 0) return { file: address, content: file };
    process.stderr.write(`${address} holds no service${modifiedAfter ? ` that changed since ${modifiedAfter}` : ''}.\n`);
    return null;
  } catch (error) {
    throw error instanceof FetchProblem ? new CommandError(error.message) : error;
  }
}

const written = (path: string) => (error: Error): never => {
  throw new CommandError(`Cannot write ${path}: ${error.message}`);
};

async function report({ file, content }: Source, links: boolean): Promise<FileReport> {
  const lintOn = tehranDay(Date.now());
  const { services, findings, rows } = await readDeclaration(content, file, { onProgress: progress(file, content.size), lintOn });
  if (links) findings.push(...(await lintLinks(services, linkCheck())).findings);
  const superseded = rowsWith(findings, ({ rule }) => rule === 'superseded');
  return {
    file,
    rows,
    published: services.length,
    repaired: rowsWith(findings, ({ severity }) => severity === 'repaired'),
    warned: rowsWith(findings, ({ severity }) => severity === 'warning'),
    // A file that is rejected as a whole takes all of its rows with it.
    rejected: rows - services.length - superseded * Number(services.length > 0),
    superseded,
    findings,
  };
}

async function writeTemplate(path: string): Promise<{ template: string }> {
  await writeFile(path, await declarationTemplate(), { flag: 'wx' }).catch(written(path));
  return { template: path };
}

command<{ template: string } | (Counts & { files: number; rejectedFiles: number })>({
  name: 'npm run declare -- FILE... | --from ADDRESS [--report OUT.json] | --template OUT.xlsx',
  help: `
Dry-run of importing agencies' declarations: reads each file as the gateway would and prints every finding with file, row,
column and rule. Rows are physical records from 1, the header included. A file is XLSX, ODS, delimited text, an HTML page with
a table, or JSON, told by what it holds and not by its name. Large files tell how far they are on the error output.

  --from ADDRESS      fetches the catalogue of another authority instead of a file: the address of an HSDS 3 API or of its list of
                      services, all of whose pages are read, or of a CPSV-AP document in JSON-LD; only http and https
  --modified-after T  of HSDS: only what changed then or later, as 2026-11-24 or 2026-11-24T06:30:00Z
  --save OUT.json     writes what was fetched, to be handed in at /desk/declare; a file that is there is not overwritten
  --report OUT.json   writes the full report: counts and findings of each file, each finding with why, mend and legal ground
  --links             also asks whether each link answers; calls the addresses that the files name, where they are public ones
  --template OUT.xlsx writes an empty template to fill in, and reads nothing; a file that is there is not overwritten

Last line: {"files", "rejectedFiles", "rows", "published", "repaired", "warned", "rejected", "superseded"}; all but the
first two count rows. Exit code 1 when a file is rejected as a whole.`,
  takes: Infinity,
  options: {
    report: { type: 'string' }, links: { type: 'boolean' }, template: { type: 'string' },
    from: { type: 'string' }, 'modified-after': { type: 'string' }, save: { type: 'string' },
  },
  run: async ({ values, positionals }) => {
    if (typeof values.template === 'string') return { json: await writeTemplate(values.template), ok: true };
    const { from, save } = values;
    if (from === undefined && (save !== undefined || values['modified-after'] !== undefined)) throw new CommandError('--save and --modified-after go with --from.');
    if (from === undefined ? !positionals.length : positionals.length) throw new CommandError('Name one declaration or more, or one address with --from.');
    const files: FileReport[] = [];
    for (const path of positionals) files.push(await report(await fileAt(path), values.links === true));
    const fetched = typeof from === 'string' ? await catalogueAt(from, values['modified-after'] as string | undefined) : null;
    if (fetched && typeof save === 'string') await writeFile(save, fetched.content.stream(), { flag: 'wx' }).catch(written(save));
    if (fetched) files.push(await report(fetched, values.links === true));
    const total: Counts = { rows: 0, published: 0, repaired: 0, warned: 0, rejected: 0, superseded: 0 };
    for (const counts of files) {
      for (const key of Object.keys(total) as (keyof Counts)[]) total[key] += counts[key];
      for (const { row, column, rule, severity, message } of counts.findings) {
        process.stdout.write(
          `${counts.file}:${row ?? '-'}${column ? ` ${column}` : ''}: ${severity} ${rule}: ${message}\n`,
        );
      }
    }
    const rejectedFiles = files.filter(isRejected).length;
    const json = { files: files.length, rejectedFiles, ...total };
    if (typeof values.report === 'string') {
      const reports = files.map((each) => ({ ...each, findings: each.findings.map((found) => ({ ...found, ...ruleWords[found.rule] })) }));
      await writeFile(values.report, `${JSON.stringify({ ...json, reports }, null, 1)}\n`).catch(written(values.report));
    }
    return { json, ok: rejectedFiles === 0 };
  },
});
