/** The chunk that shows a state: asked for together with the state itself, so that neither waits for the other. */
export { statusView } from './status-view.ts';
export { stateSentence } from './sentences.ts';
