export { calendarView } from '../parts/calendar-view.ts';
export { calendarStyles as styles } from './calendar.styles.ts';
