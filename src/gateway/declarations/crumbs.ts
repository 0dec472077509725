import { DomUtils, parseDocument } from 'htmlparser2';

const tag = (names: string): RegExp => new RegExp(`</?(?:${names})(?:\\s[^<>]*|/)?>`, 'giu');
/** Ends and begins of lines. */
const breaks = tag('br|p|div|li|ul|ol|tr|table|h[1-6]|hr|dt|dd|dl|blockquote|section|article');
const spaces = tag('td|th');
/** The other tags by name: «a < b» and «<۵ روز» are none, and neither is `<name>` as a word for what to fill in. */
const others = tag(
  'a|abbr|address|b|big|body|button|center|code|del|em|embed|font|form|head|html|i|iframe|img|input|ins|label|link|meta|nav|object|pre|s|script|small|span|strike|strong|style|sub|sup|svg|tbody|tfoot|thead|title|u|video|[a-z]:[a-z]+',
);
const comments = /<!--[^<>]*-->/g;
const unread = /<(script|style)(?:\s[^<>]*)?>[^<]*<\/\1\s*>/giu;
/** A link with its address, which the text of it need not tell. */
const links = /<a\s[^<>]*?href\s*=\s*["']?(https?:[^"'<>\s]+)["']?[^<>]*>([^<]*)<\/a\s*>/giu;
/** Only with its semicolon: `?a=1&copy=2` is an address. */
const entities = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,30});/giu;
/** Pages that were written into pages have their entities written as entities. */
const mostRounds = 4;

const letterOf = (entity: string): string => DomUtils.textContent(parseDocument(entity)).replace(/\p{Cc}/gu, ' ');

function withAddress(_link: string, address: string, text: string): string {
  const words = text.trim();
  return !words || words === address ? address : `${words} (${address})`;
}

const withoutTags = (text: string): string =>
  text.replace(comments, '').replace(unread, '').replace(links, withAddress).replace(breaks, '\n').replace(spaces, ' ').replace(others, '');

/** Text of a cell that was copied from the code of a page: tags become line breaks or nothing, entities their letters. */
export function withoutCrumbs(raw: string): string {
  if (!/[<&]/.test(raw)) return raw;
  // Of an address that stands alone the address is wanted, as it is of a link in the table of a page.
  let text = raw.replace(/^\s*<a\s[^<>]*?href\s*=\s*["'](https?:[^"'<>\s]+)["'][^<>]*>[^<]*<\/a\s*>\s*$/iu, '$1');
  for (let round = 0; round < mostRounds; round++) {
    const before = text;
    text = withoutTags(text).replace(entities, letterOf);
    if (text === before) return text;
  }
  // A space in the place of a tag makes no other one.
  return [breaks, spaces, others].reduce((rest, tags) => rest.replace(tags, ' '), text);
}
