import { describe } from '@jest/globals';

/** What a test needs from outside: `undefined` when it is there, else the reason why it is not. */
export type Missing = string | undefined;

/**
 * A `describe` whose tests need a server. Without it they are skipped, and the last lines of the run say which
 * and why; with CI=true that is a failure.
 */
export function describeWith(missing: Missing, title: string, body: () => void): void {
  if (missing === undefined) describe(title, body);
  // eslint-disable-next-line no-restricted-syntax -- this is the one place that skips, and it says why
  else describe.skip(`${title} [not run: ${missing}]`, body);
}
