import { openAsBlob } from 'node:fs';
import { readRows } from '../../../src/gateway/declarations/read.ts';

/** Reads the file that is named and tells how it went: run as a process of its own, whose memory is only this. */
const start = performance.now();
let rows = 0;
let services = 0;
let findings = 0;
for await (const step of readRows(await openAsBlob(process.argv[2]!), { lintOn: '2026-11-24' })) {
  rows += step.counts ? 1 : 0;
  services += step.service ? 1 : 0;
  findings += step.findings.length;
}
const { user, system } = process.cpuUsage();
process.stdout.write(JSON.stringify({ rows, services, findings, ms: performance.now() - start, cpu: (user + system) / 1000, peak: process.resourceUsage().maxRSS * 1024 }));
