import { writeSync } from 'node:fs';

const REASON = /\[not run: (.+?)\]/;

/**
 * Ends a run with what did not run and why, then `N passed, N failed, N skipped` as the very last line.
 * With CI=true a test that did not run fails the run: a green build must have run everything. Only tests on files that are
 * not ours to ship (a reason that starts with `optional:`) may be missing there.
 */
export default class LastLinesReporter {
  #lines = [];
  #error;

  onRunComplete(_contexts, results) {
    const skipped = results.numPendingTests + results.numTodoTests;
    // A file that cannot be loaded has no test to count, and is a failure all the same.
    const failed = results.numFailedTests + results.numRuntimeErrorTestSuites;
    const reasons = skippedByReason(results.testResults);
    for (const [reason, titles] of reasons) {
      this.#lines.push(
        `not run (${titles.length}), because ${reason}:`,
        ...titles.map((title) => `  - ${title}`),
      );
    }
    const needed = [...reasons.keys()].filter((reason) => !reason.startsWith('optional:'));
    if (process.env.CI === 'true' && needed.length > 0) {
      this.#error = new Error('CI=true: every test must run');
      this.#lines.push('CI=true: the tests above must run, so this run has failed');
    }
    this.#lines.push(`${results.numPassedTests} passed, ${failed} failed, ${skipped} skipped`);
    // Jest prints its own summary after every reporter; the exit hook is what comes after that.
    process.once('exit', () => writeSync(1, `\n${this.#lines.join('\n')}\n`));
  }

  getLastError() {
    return this.#error;
  }
}

/** `describeWith` puts the reason into the title of the block it skips; see test/setup/describe-with.ts. */
function skippedByReason(testResults) {
  const reasons = new Map();
  for (const file of testResults) {
    for (const test of file.testResults) {
      if (test.status !== 'pending' && test.status !== 'todo') continue;
      const reason = REASON.exec(test.fullName)?.[1] ?? 'it is marked as skipped, without a reason';
      reasons.set(reason, [
        ...(reasons.get(reason) ?? []),
        test.fullName.replace(REASON, '').replaceAll('  ', ' ').trim(),
      ]);
    }
  }
  return reasons;
}
