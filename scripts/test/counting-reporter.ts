/** A reporter of `node:test` that prints nothing but files without a test, and reports the counts. */
import type { TestEvent } from 'node:test/reporters';
import { writeReport } from './report.ts';

export default async function* count(events: AsyncIterable<TestEvent>): AsyncGenerator<string> {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  for await (const { type, data } of events) {
    if (type !== 'test:pass' && type !== 'test:fail') continue;
    if (data.details.type === 'suite') continue;
    if (type === 'test:fail') counts.failed++;
    else if (data.skip !== undefined || data.todo !== undefined) counts.skipped++;
    else if (data.nesting === 0 && data.file?.endsWith(data.name)) {
      counts.failed++; // node:test lets a file without any test pass
      yield `No test in ${data.name}\n`;
    } else counts.passed++;
  }
  writeReport(counts);
}
