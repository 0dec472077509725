/** Iran keeps +03:30 all year since 1401; the day there, ISO, whatever the device's own zone is. */
export const tehranToday = (now = new Date()): string => new Date(now.getTime() + 210 * 60_000).toISOString().slice(0, 10);
