/** First import of the single file: the prefix must be known before any element is defined. */
import { configureScript, scriptOf } from './script.ts';

configureScript(scriptOf(import.meta.url)?.dataset ?? {}, import.meta.url);
