/** Where the signed receipt is checked: the tracking page, which reads it behind `#`, so that no server on the way gets it. */
export const receiptLink = (trackingLink: string | undefined, receipt: string): string => {
  if (!trackingLink) return receipt;
  const page = new URL(trackingLink);
  page.searchParams.delete('code');
  page.hash = `receipt=${receipt}`;
  return page.href;
};

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
