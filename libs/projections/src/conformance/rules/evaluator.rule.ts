import { handled, proposersOf, type ItemState, ownEntry } from '@duban/domain';
import type { LogEntry } from '../../fold/log-entry.ts';
import type { ConformanceRule } from '../conformance-rule.ts';

type EventOf<Type extends string> = Extract<LogEntry['event'], { readonly type: Type }>;

/** The proposer in person, or somebody who transcribed that proposer's paper. */
const isProposers = ({ data, actor, paper }: EventOf<'ReplyEvaluated'>, item: ItemState): boolean =>
  proposersOf(item).includes(data.evaluator) &&
  (actor.id === data.evaluator || paper?.enteredFor === data.evaluator);

const RECORDS: ReadonlySet<string> = new Set([
  'VoteRecorded',
  'SurveyWaveRecorded',
  'InspectionRecorded',
  'AppraisalRecorded',
  'EvaluationConcluded',
]);

/** Evaluated by somebody else than may: not the deputy whose suggestion it is, or an organ about its own work (S3 art. 21; C48). */
export const evaluatedByAnother: ConformanceRule = {
  kind: 'by-another',
  step: 'evaluate',
  label: { zh: '评价', en: 'evaluation' },
  find: ({ event }, before, itemIds) =>
    itemIds.filter((itemId) => {
      const item = ownEntry(before.items, itemId);
      if (item === undefined) return false;
      if (event.type === 'ReplyEvaluated') return !isProposers(event, item);
      return RECORDS.has(event.type) && handled(before, item, event.actor.organ);
    }),
};
