import type { PartialConfiguration } from './configuration.ts';

/** What the loader leaves for the chunks of its own folder, so that they need not wait for each other. */
export interface ScriptNote extends PartialConfiguration {
  prefix?: string;
}

/** Notes by the folder of the loader that wrote them: copies from two gateways do not read each other's. */
const notes = (globalThis as Record<symbol, unknown>)[Symbol.for('mizban.v1.scripts')] as Record<string, ScriptNote> | undefined;

/** The note of the loader that brought this chunk; empty in the single file and in other people's bundles. */
export function ownNote(): ScriptNote {
  const folder = Object.keys(notes ?? {}).find((each) => import.meta.url.startsWith(each));
  return (folder && notes?.[folder]) || {};
}
