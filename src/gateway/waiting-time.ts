/**
 * Hours that a filing and its files may be on their way: a draft lives seven days on a device, and a day more leaves room for
 * clocks and lines.
 */
export const waitingHours = 8 * 24;
