import { isRejected, rejected, type Paper, type Rejected } from '@duban/kernel';
import type { CaseDecision } from '../case.decisions.ts';
import type { CaseRejection } from '../case.rejections.ts';
import type { OpenedCase } from '../case.state.ts';
import type { CommandContext } from '../command-context.ts';
import type { RulesOf } from '../step.ts';
import type { AnyStep } from '../step-types.ts';
import { itemsOn } from './author-of.ts';
import { authorOnPaper, refuseDays, refuseNoFile, refuseNumber } from './refuse-paper.ts';

type Sent = {
  readonly step: AnyStep;
  readonly data: object;
  readonly context: CommandContext;
  readonly paper: Paper;
};

/** A paper has one day, on which it came in. */
export const refuseSecondDay = ({
  paper,
  occurredAt,
  decidedAt,
}: CommandContext): Rejected<CaseRejection> | null =>
  paper === undefined ||
  Temporal.Instant.compare(Temporal.Instant.from(occurredAt), Temporal.Instant.from(decidedAt)) === 0
    ? null
    : rejected('paper.time-stated', { occurredAt, receivedOn: paper.receivedOn });

/** Before anything else is asked: of a case that is not there, too. */
export const refuseNotOnPaper = (
  { onPaper }: AnyStep,
  { paper }: CommandContext,
): Rejected<CaseRejection> | null =>
  paper === undefined || onPaper === true
    ? null
    : rejected('paper.not-for-this-step', { enteredFor: paper.enteredFor });

/**
 * 代录. Decided as if whoever handed it in had sent it on the day on which it came in; whose affair it is and which period it keeps
 * is judged so. What comes of it is recorded by the office that enters it.
 */
export const decideOnPaper = (
  { step, data, context, paper }: Sent,
  state: OpenedCase,
  rulesOf: RulesOf,
): CaseDecision => {
  const { actor: by, decidedOn: today } = context;
  const entered = { paper, by, data, today };
  const author = authorOnPaper(step, entered, state);
  if (isRejected(author)) return author;
  const refusal = refuseDays(entered, state) ?? refuseNoFile(paper, state);
  if (refusal !== null) return refusal;
  const decision = step.decide(
    data,
    state,
    { ...context, actor: author, occurredOn: paper.receivedOn },
    rulesOf,
  );
  const [event] = isRejected(decision) ? [] : decision;
  if (event === undefined) return decision;
  const foreign = itemsOn(state, data).some(
    (item) => step.at !== 'case' && step.whose?.isTheirs({ ...author, state, item }) === false,
  );
  return foreign
    ? rejected('paper.not-a-party', { enteredFor: paper.enteredFor })
    : (refuseNumber(entered, event, state.papers) ?? decision);
};
