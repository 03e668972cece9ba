import type { Subject } from '@duban/application';

/**
 * Whether a read is written down: whatever shows cases, people or who read them. Totals over organs, reference data,
 * digests and figures of the process show none of these.
 */
export const IS_RECORDED: Readonly<Record<Subject, boolean>> = {
  cases: true,
  board: true,
  deadlines: true,
  satisfaction: true,
  'audit-trail': true,
  events: true,
  exports: true,
  imports: true,
  people: true,
  reads: true,
  performance: false,
  proofs: false,
  reference: false,
  operations: false,
};

/** Subjects whose routes show every case there is, unless they name one. */
export const SHOWS_ALL: readonly Subject[] = ['events', 'exports'];
