/** Iran has had one offset all year since 2022. */
const offsetMs = 3.5 * 3_600_000;

/** The day in Iran, as YYYY-MM-DD, at a time in milliseconds since 1970. */
export const tehranDay = (time: number): string => new Date(time + offsetMs).toISOString().slice(0, 10);

/** The first moment of a day in Iran, given as YYYY-MM-DD. */
export const startOfTehranDay = (day: string): Date => new Date(Date.parse(day) - offsetMs);

/** An instant on the wire, by the clock of Iran. */
export const tehranInstant = (at: Date): string => `${new Date(at.getTime() + offsetMs).toISOString().slice(0, 19)}+03:30`;
