import { isRejected, rejected, type Decider } from '@duban/kernel';
import { authorityOf } from './authority-of-act.ts';
import type { CaseCommand } from './case.commands.ts';
import type { CaseDecision } from './case.decisions.ts';
import type { CaseEvent } from './case.events.ts';
import type { CaseRejection } from './case.rejections.ts';
import { dayThatCounts } from '../time/day-that-counts.ts';
import { refuseStatedTime } from '../time/stated-time.ts';
import type { CaseState } from './case.state.ts';
import { onDay } from './misses/misses.ts';
import { receivedInTime } from './misses/received-in-time.ts';
import { refuseUnknownDigests } from './named-digests.ts';
import { decideOnPaper, refuseNotOnPaper, refuseSecondDay } from './paper/decide-on-paper.ts';
import { withPaper } from './paper/papers.ts';
import { eventsOf, rulesAmong, stepRecords, type StepRecords } from './step-tables.ts';
import type { AnyStep } from './step-types.ts';
import type { RulesOf } from './step.ts';

type Rules = { readonly step: AnyStep; readonly rulesOf: RulesOf };

const decideUnmarked = (command: CaseCommand, state: CaseState, { step, rulesOf }: Rules): CaseDecision => {
  const { data, context } = command;
  const untimely = refuseSecondDay(context) ?? refuseStatedTime(context) ?? refuseNotOnPaper(step, context);
  if (untimely !== null) return untimely;
  const authority = authorityOf(command, step, state);
  if (isRejected(authority)) return authority;
  const deciding = { ...context, ...authority };
  const refusal = step.refuse?.(data, deciding) ?? null;
  if (refusal !== null) return refusal;
  if (state.status === 'unopened') return step.open?.(data, deciding) ?? rejected('case.unknown');
  const { paper } = context;
  return paper === undefined
    ? step.decide(data, state, deciding, rulesOf)
    : decideOnPaper({ step, data, context: deciding, paper }, state, rulesOf);
};

/** What is said of digests beside the facts is for this decision alone. */
const withoutMark = (
  sent: CaseCommand,
): { readonly command: CaseCommand; readonly heldOutside: readonly string[] } => {
  const { heldOutside = [], ...data } = sent.data as { readonly heldOutside?: readonly string[] };
  return { command: { ...sent, data } as CaseCommand, heldOutside };
};

type CaseDecider = Decider<CaseState, CaseCommand, CaseEvent, CaseRejection>;

/** The rules of a case as this table of steps says them. */
export const caseDeciderOver = (records: StepRecords): CaseDecider => {
  const events = eventsOf(records);
  const rulesOf = rulesAmong(events);
  return {
    initialState: { status: 'unopened' },

    decide: (sent, state) => {
      const { command, heldOutside } = withoutMark(sent);
      const step = records[command.type];
      const decision = decideUnmarked(command, state, { step, rulesOf });
      if (isRejected(decision) || step.origin === 'import') return decision;
      return refuseUnknownDigests(decision, state, heldOutside) ?? decision;
    },

    evolve: (state, event) => {
      const record = events.get(event.type);
      if (state.status === 'unopened') return record?.begin?.(event) ?? state;
      // A paper of the office changes its own list alone, or its day would tell of it; the next event finds the same misses.
      const tellsItsDay = record?.seenBy !== 'office';
      const day = dayThatCounts(event);
      const before = tellsItsDay ? onDay(state, day) : state;
      const folded = record?.fold(before, event) ?? before;
      const { paper } = event;
      const entered =
        paper === undefined ? folded : withPaper(receivedInTime(before, folded, day), event, paper);
      return tellsItsDay ? onDay(entered, event.decidedOn) : entered;
    },
  };
};

/** The closed loop of one case (domain.md section 2): one source document, one legal addressee, its items inside. */
export const caseDecider: CaseDecider = caseDeciderOver(stepRecords);
