/** A link in the letters that RFC 3986 allows; nothing when it is none. */
export function uri(link: string | null): string | undefined {
  if (!link || !URL.canParse(link)) return undefined;
  return new URL(link).href.replace(/[^\w\-.~:/?#[\]@!$&'()*+,;=%]/g, encodeURIComponent);
}
