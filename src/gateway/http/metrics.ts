/** Counters since this copy started. No label ever holds what a caller sent. */
export class Metrics {
  private readonly requests = new Map<string, number>();
  private readonly seconds = new Map<string, { sum: number; count: number }>();

  count(route: string, status: number, ms: number): void {
    const key = `route="${route}",status="${status}"`;
    this.requests.set(key, (this.requests.get(key) ?? 0) + 1);
    const time = this.seconds.get(route) ?? { sum: 0, count: 0 };
    time.sum += ms / 1000;
    time.count++;
    this.seconds.set(route, time);
  }

  /** Prometheus text format. */
  text(version: string): string {
    const lines = ['# HELP mizban_info Running version.', '# TYPE mizban_info gauge', `mizban_info{version="${version}"} 1`];
    lines.push('# HELP mizban_requests_total Requests by route and status.', '# TYPE mizban_requests_total counter');
    for (const [labels, value] of this.requests) lines.push(`mizban_requests_total{${labels}} ${value}`);
    lines.push('# HELP mizban_request_seconds Time to answer by route.', '# TYPE mizban_request_seconds summary');
    for (const [route, { sum, count }] of this.seconds) {
      lines.push(`mizban_request_seconds_sum{route="${route}"} ${sum.toFixed(6)}`, `mizban_request_seconds_count{route="${route}"} ${count}`);
    }
    return `${lines.join('\n')}\n`;
  }
}
