/** Styles of the pages that the gateway itself serves. */
export const docsStyle = `
:root { color-scheme: light dark; --ink: light-dark(#1c2730, #e6edf2); --quiet: light-dark(#55656f, #9db0bb); --line: light-dark(#d7dfe4, #33424c); --field: light-dark(#f5f8f9, #17222a); --accent: light-dark(#0b6b6b, #5cc5c0); }
* { box-sizing: border-box; }
body { margin: 0 auto; max-inline-size: 62rem; padding: 1.5rem 1rem 5rem; font: 1rem/1.6 system-ui, sans-serif; color: var(--ink); }
h1 { font-size: 1.8rem; margin-block: 0 .25rem; }
h2 { margin-block: 3rem 1rem; padding-block-end: .3rem; border-block-end: 2px solid var(--line); font-size: 1.35rem; }
h3 { margin: 0; font-size: 1rem; display: inline; font-weight: 600; }
h4 { margin-block: 1rem .3rem; font-size: .85rem; color: var(--quiet); text-transform: uppercase; letter-spacing: .04em; }
p { margin-block: .4rem; }
a { color: var(--accent); }
code, pre { font: .875rem/1.6 ui-monospace, Consolas, monospace; }
pre { padding: .75rem 1rem; overflow-x: auto; background: var(--field); border-radius: .5rem; }
nav ul { columns: 24rem; padding: 0; list-style: none; }
details.route, details.schema { margin-block: .75rem; padding: .75rem 1rem; border: 1px solid var(--line); border-radius: .6rem; }
details.route[open], details.schema[open] { border-color: var(--accent); }
summary { cursor: pointer; }
.method { display: inline-block; min-inline-size: 4.2rem; padding: .1rem .5rem; margin-inline-end: .5rem; border-radius: .35rem; background: var(--field); color: var(--accent); font: 600 .8rem/1.6 ui-monospace, monospace; text-align: center; }
.who { float: inline-end; color: var(--quiet); font-size: .85rem; }
table { inline-size: 100%; border-collapse: collapse; }
td, th { padding: .35rem .5rem; text-align: start; vertical-align: top; border-block-end: 1px solid var(--line); }
th { color: var(--quiet); font-weight: 600; font-size: .85rem; }
.type { color: var(--quiet); }
.required { color: var(--accent); }
ul.fields { margin: 0; padding-inline-start: 1.2rem; }
`;

/** The file that the build of the widgets puts beside them. */
const persianFont = "@font-face { font-family: Vazirmatn; src: url('/assets/vazirmatn-33.woff2') format('woff2'); font-weight: 100 900; font-display: swap; }";

export const deskStyle = `
${persianFont}
:root { color-scheme: light dark; }
body { margin: 0; font: 1rem/1.8 Vazirmatn, Tahoma, system-ui, sans-serif; background: #f3f6f7; color: #1c2730; }
@media (prefers-color-scheme: dark) { body { background: #10181d; color: #e6edf2; } }
desk-console, desk-monitor, guide-editor, catalog-intake, form-studio { display: block; min-block-size: 100vh; }
desk-console > p, desk-monitor > p, guide-editor > p, catalog-intake > p, form-studio > p { max-inline-size: 40rem; margin: 20vh auto; padding: 1rem; text-align: center; }
`;

/** A few words to a person, in two languages. */
export const noteStyle = `
${persianFont}
:root { color-scheme: light dark; }
body { margin: 0; font: 1rem/1.8 Vazirmatn, Tahoma, system-ui, sans-serif; background: #fff; color: #1c2730; }
main { max-inline-size: 36rem; margin: 10vh auto; padding: 1rem; }
h1, h2 { font-size: 1.3rem; }
section { margin-block-start: 2.5rem; }
@media (prefers-color-scheme: dark) { body { background: #10181d; color: #e6edf2; } }
`;

/** A service on a page of its own. */
export const serviceStyle = `
${persianFont}
:root { color-scheme: light dark; }
body { margin: 0; font: 1rem/1.8 Vazirmatn, Tahoma, system-ui, sans-serif; background: #fff; color: #1c2730; }
main { max-inline-size: 46rem; margin-inline: auto; padding: 1rem 1rem 4rem; }
h1 { margin-block: 1rem .5rem; font-size: 1.5rem; line-height: 1.5; }
h2 { margin-block: 1.5rem .5rem; font-size: 1.1rem; }
dt { color: #55656f; }
dd { margin: 0 0 .75rem; overflow-wrap: anywhere; }
@media (prefers-color-scheme: dark) { body { background: #10181d; color: #e6edf2; } dt { color: #9db0bb; } a { color: #7cc4ff; } }
`;
