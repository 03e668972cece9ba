import type { SampleStream } from './sample.ts';
import { strainedEvaluation } from './strained-evaluation.sample.ts';
import { strainedHandling } from './strained-handling.sample.ts';

/** What goes wrong, and what becomes of it. */
export const caseStrain: SampleStream = {
  stream: 'case-g2',
  steps: [...strainedHandling, ...strainedEvaluation],
};
