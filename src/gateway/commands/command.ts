import { parseArgs, type ParseArgsConfig } from 'node:util';

type Options = NonNullable<ParseArgsConfig['options']>;
type Parsed<O extends Options> = ReturnType<typeof parseArgs<{ options: O; allowPositionals: true }>>;

/** What a command comes to: `json` is printed on the last line; not `ok` makes the exit code 1. */
export interface CommandResult<T> {
  json: T;
  ok: boolean;
}

/** What the person who typed the command can mend: printed without a stack, exit code 2. */
export class CommandError extends Error {}

/** Prints the result on the last line and sets the exit code, after all that was written before. */
export function finish<T>(json: T, ok: boolean): void {
  process.stdout.write(`${JSON.stringify(json)}\n`);
  process.exitCode = ok ? 0 : 1;
}

/**
 * The frame of every command: arguments by `node:util` `parseArgs`, `--help`, the result as JSON on the last line of the
 * output, exit code 0 when what it checks holds, 1 when not, 2 when it could not be asked.
 */
export function command<T, O extends Options = Options>(spec: {
  name: string;
  help: string;
  options?: O;
  /** Words besides options that are understood, none when absent: one too many is a mistake worth telling. */
  takes?: number;
  run: (input: { values: Parsed<O>['values']; positionals: string[] }) => CommandResult<T> | Promise<CommandResult<T>>;
}): void {
  void (async () => {
    try {
      const { values, positionals } = parseArgs({
        options: { ...spec.options, help: { type: 'boolean', short: 'h' } } as Options,
        allowPositionals: true,
      });
      if (values.help) {
        process.stdout.write(`${spec.name}\n\n${spec.help.trim()}\n`);
        return;
      }
      const surplus = positionals[spec.takes ?? 0];
      if (surplus !== undefined) throw new CommandError(`“${surplus}” was not expected here.`);
      const { json, ok } = await spec.run({ values: values as Parsed<O>['values'], positionals });
      finish(json, ok);
    } catch (error) {
      const known = error instanceof CommandError || (error as { code?: string }).code?.startsWith('ERR_PARSE_ARGS');
      const told = error instanceof Error ? error.message : String(error);
      // parseArgs goes on to explain how to pass a word that looks like an option; nobody wants that here.
      const message = told.replace(/\. To specify a positional argument .*$/s, '.');
      process.stderr.write(known ? `${message}\nSee ${/^npm run \S+/.exec(spec.name)?.[0] ?? spec.name} -- --help\n` : `${(error as Error).stack ?? message}\n`);
      finish({ error: message }, false);
      process.exitCode = 2;
    }
  })();
}
