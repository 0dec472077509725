/** Where the signed receipt is checked: the tracking page, which reads it behind `#`, so that no server on the way gets it. */
export const receiptLink = (trackingLink: string | undefined, receipt: string): string => {
  if (!trackingLink) return receipt;
  const page = new URL(trackingLink);
  page.searchParams.delete('code');
  page.hash = `receipt=${receipt}`;
  return page.href;
};
