import type { LogEntry } from '../fold/log-entry.ts';
import type { StepId } from './model.ts';

/** An event that shows a deviation. */
export type Witness = {
  readonly id: string;
  readonly revision: number;
  readonly type: string;
  readonly occurredAt: string;
  readonly recordedAt: string;
};

/**
 * - `skipped`: a later step was taken and this one never was, in this round;
 * - `out-of-order`: it was taken after the later step;
 * - `legal-order`: recorded in order, but by its legal time it happened before the step it follows;
 * - `look-back-missing`: the day for looking back has passed.
 */
export type DeviationKind = 'skipped' | 'out-of-order' | 'legal-order' | 'look-back-missing';

export type Deviation = {
  readonly itemId: string;
  readonly cycle: number;
  readonly kind: DeviationKind;
  readonly step: StepId;
  readonly label: { readonly zh: string; readonly en: string };
  /** The step that came although, or before, this one was due; null where none did. */
  readonly before: StepId | null;
  /** In the order of the log. */
  readonly shownBy: readonly Witness[];
};

export const witnessOf = ({ event }: LogEntry): Witness => ({
  id: event.id,
  revision: event.revision,
  type: event.type,
  occurredAt: event.occurredAt,
  recordedAt: event.recordedAt,
});
