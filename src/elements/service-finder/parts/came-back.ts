/** Whether the page was opened by the browser's way back, or loaded anew. */
export const cameBack = (): boolean => (performance.getEntriesByType('navigation')[0] as PerformanceNavigationTiming | undefined)?.type !== 'navigate';
