/** The one-time code in a message; nothing else in one has a run of six digits. */
export const otpIn = (text: string): string | undefined => /(?<!\d)\d{6}(?!\d)/.exec(text)?.[0];

/** The newest one-time code among messages, the newest first. */
export const newestOtp = (messages: readonly { text: string }[]): string | undefined => messages.map(({ text }) => otpIn(text)).find(Boolean);
