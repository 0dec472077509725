export const root: string;
/** Ends the process with one sentence that says what to do. */
export function stop(sentence: string): never;
/** For commands without options: prints the help when it is asked for, refuses anything else; true: go on. */
export function only(help: string): boolean;
export function requireNode(): void;
export function install(): void;
/** Digest of all of src and of what builds it: when it stays, so does what is built and published. */
export function sourcesDigest(): string;
/** Holds the digest of the sources of the last build. */
export const buildMarker: string;
/** Builds the widgets when their sources changed since the last build. */
export function build(): void;
