/**
 * Where a request is tracked: the address that the webmaster gave, or this page when it tracks requests itself. Undefined
 * when neither is known.
 */
export function trackingLink(template: string, code: string, tag: string): string | undefined {
  if (template) return new URL(template.replaceAll('{code}', code), document.baseURI).href;
  if (!document.querySelector(tag)) return undefined;
  const here = new URL(location.href);
  here.hash = '';
  here.searchParams.set('code', code);
  return here.href;
}
