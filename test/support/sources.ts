import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

export const root = fileURLToPath(new URL('../..', import.meta.url));

export interface Import {
  /** Path inside the repository, or the package's name. */
  target: string;
  ours: boolean;
  typeOnly: boolean;
  dynamic: boolean;
}
export interface Source {
  /** Path inside the repository, with slashes. */
  path: string;
  text: string;
  imports: Import[];
}

/** All files below a folder of the repository whose name ends so. */
export function filesBelow(folder: string, ending: RegExp): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && ending.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath ?? entry.path, entry.name)).replaceAll('\\', '/'))
    .sort();
}

/** Reads a file's imports by TypeScript's own parser. `text` is for tests of this reader. */
export function parseSource(path: string, text = readFileSync(join(root, path), 'utf8')): Source {
  const imports: Import[] = [];
  const add = (specifier: string, typeOnly: boolean, dynamic: boolean) => {
    const ours = specifier.startsWith('.');
    const target = ours ? join(dirname(path), specifier).replaceAll('\\', '/').replace(/\?.*$/, '') : specifier;
    imports.push({ target, ours, typeOnly, dynamic });
  };
  const visit = (node: ts.Node): void => {
    if ((ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) && node.moduleSpecifier && ts.isStringLiteral(node.moduleSpecifier)) {
      const clause = ts.isImportDeclaration(node) ? node.importClause : undefined;
      const bindings = clause?.namedBindings;
      const allTypes = !!bindings && !clause?.name && ts.isNamedImports(bindings) && bindings.elements.length > 0 && bindings.elements.every(({ isTypeOnly }) => isTypeOnly);
      const typeOnly = ts.isExportDeclaration(node) ? node.isTypeOnly : clause?.phaseModifier === ts.SyntaxKind.TypeKeyword || allTypes;
      add(node.moduleSpecifier.text, typeOnly, false);
    } else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword && node.arguments[0] && ts.isStringLiteral(node.arguments[0])) {
      add(node.arguments[0].text, false, true);
    } else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument) && ts.isStringLiteral(node.argument.literal)) {
      add(node.argument.literal.text, true, false);
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(path, text, ts.ScriptTarget.Latest, false));
  return { path, text, imports };
}

let sources: Source[] | undefined;
/** Every source of the product, parsed once. */
export const productSources = (): Source[] => (sources ??= filesBelow('src', /\.ts$/).map((path) => parseSource(path)));
