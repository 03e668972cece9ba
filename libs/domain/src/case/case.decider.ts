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
import { rulesOf, stepEvents, stepRecords } from './step-tables.ts';

const decideUnmarked = (command: CaseCommand, state: CaseState): CaseDecision => {
  const { type, data, context } = command;
  const step = stepRecords[type];
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

/** The closed loop of one case (domain.md section 2): one source document, one legal addressee, its items inside. */
export const caseDecider: Decider<CaseState, CaseCommand, CaseEvent, CaseRejection> = {
  initialState: { status: 'unopened' },

  decide: (sent, state) => {
    const { command, heldOutside } = withoutMark(sent);
    const decision = decideUnmarked(command, state);
    if (isRejected(decision) || stepRecords[command.type].origin === 'import') return decision;
    return refuseUnknownDigests(decision, state, heldOutside) ?? decision;
  },

  evolve: (state, event) => {
    const record = stepEvents.get(event.type);
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
