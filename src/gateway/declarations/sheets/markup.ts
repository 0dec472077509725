import { Parser } from 'htmlparser2';
import { FileProblem } from '../limits.ts';

/** What a reader of markup hears. Names come without their prefix, but attributes with it. */
export interface MarkupListener {
  open(name: string, attributes: Record<string, string>): void;
  text(text: string): void;
  /** `implied` when the end is not written. */
  close(name: string, implied: boolean): void;
}

/** Elements within elements; pages with forgotten ends go deep. */
const deepest = 2_000;
/** Characters without an element's begin or end or a text: an attribute that never ends. */
const longestSilence = 2_000_000;

const broken = (): FileProblem => new FileProblem('file-broken', 'ساختار درونی فایل خراب است؛ آن را باز کنید، دوباره ذخیره کنید و بفرستید.');

/**
 * XML or HTML, piece by piece, to what its listener makes of it. Entities of a document's own are not known to the
 * parser, so none is expanded; what is cut off is closed where it ends.
 */
export async function* readMarkup<T>(
  pieces: AsyncIterable<string>,
  kind: 'xml' | 'html',
  listen: (give: (item: T) => void) => MarkupListener,
): AsyncGenerator<T> {
  const found: T[] = [];
  const listener = listen((item) => found.push(item));
  const local = (name: string): string => name.slice(name.indexOf(':') + 1);
  let depth = 0;
  let silence = 0;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        silence = 0;
        if (++depth > deepest) throw broken();
        listener.open(local(name), attributes);
      },
      ontext(text) {
        silence = 0;
        listener.text(text);
      },
      onclosetag(name, implied) {
        silence = 0;
        depth--;
        listener.close(local(name), implied);
      },
    },
    { xmlMode: kind === 'xml', decodeEntities: true },
  );
  for await (const piece of pieces) {
    silence += piece.length;
    parser.write(piece);
    if (silence > longestSilence) throw broken();
    if (found.length) yield* found.splice(0);
  }
  parser.end();
  yield* found.splice(0);
}
