import { isRejected, type Rejected } from '@duban/kernel';
import type { CaseRejection } from '../case.rejections.ts';
import type { CaseState } from '../case.state.ts';
import { authorOnPaper, refuseDays, refuseNoFile, refuseNumber } from '../paper/refuse-paper.ts';
import { stepByEvent } from '../step-tables.ts';
import { onEachEvent, type ExaminedCaseEvent } from './examination-rule.ts';

/** Why this would not be entered from its paper today, every reason there is; none where it came in by no paper. */
const refusalsOf = (
  { type, data, paper, actor: by, decidedOn: today }: ExaminedCaseEvent,
  before: CaseState,
): readonly Rejected<CaseRejection>[] => {
  const step = stepByEvent.get(type);
  if (paper === undefined || before.status === 'unopened' || step === undefined) return [];
  const entered = { paper, by, data, today };
  const author = authorOnPaper(step, entered, before);
  return [
    isRejected(author) ? author : null,
    refuseDays(entered, before),
    refuseNoFile(paper, before),
    refuseNumber(entered, { type, data }, before.papers),
  ].filter((refusal) => refusal !== null);
};

const CODES = [
  'paper.not-for-this-step',
  'paper.not-yours-to-enter',
  'paper.not-a-party',
  'paper.received-in-future',
  'paper.dated-after-receipt',
  'paper.received-before-assignment',
  'paper.attachment-missing',
  'paper.number-missing',
  'paper.number-taken',
] as const satisfies readonly CaseRejection[];

/** What was entered from a paper that is not there, by or for somebody else than may, or of a day that cannot be. */
export const paperRules = CODES.map((code) =>
  onEachEvent(code, (event, before) =>
    refusalsOf(event, before).flatMap(({ rejected, details = {} }) => (rejected === code ? [details] : [])),
  ),
);
