import type { Route } from './route.ts';

/** The working calendar and its versions: what the staff's page for it calls. */
export const calendarRoutes = {
  calendars: { method: 'GET', path: '/v1/staff/calendars', who: 'staff' },
  previewCalendar: { method: 'POST', path: '/v1/staff/calendars/preview', who: 'staff' },
  saveCalendar: { method: 'POST', path: '/v1/staff/calendars', who: 'staff' },
} as const satisfies Record<string, Route>;
