/** Keeps the console quiet during each test of a suite and gives what was told to it. */
export function quietConsole(): { errors(): string[]; warnings(): string[] } {
  const lines: Record<'error' | 'warn', string[]> = { error: [], warn: [] };
  const { error, warn } = console;
  beforeEach(() => {
    lines.error = [];
    lines.warn = [];
    console.error = (...parts: unknown[]) => void lines.error.push(parts.map(String).join(' '));
    console.warn = (...parts: unknown[]) => void lines.warn.push(parts.map(String).join(' '));
  });
  afterEach(() => void Object.assign(console, { error, warn }));
  return { errors: () => lines.error, warnings: () => lines.warn };
}
