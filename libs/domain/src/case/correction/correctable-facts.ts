import type { Paper } from '@duban/kernel';
import type { CaseEventType } from '../case.events.ts';
import type { Cycle, Fact, ItemState, OpenedCase, PaperState } from '../case.state.ts';

export type CorrectableFact = Fact<object> & {
  readonly type: CaseEventType;
  /** From which it was entered; the paper of what the case keeps no fact of can be corrected, too. */
  readonly paper?: Paper;
};

/** Meets every fact that may be corrected, and puts back what it is given. */
type Visit = <Kept extends Fact<object>>(type: CaseEventType, fact: Kept) => Kept;

const each = <Kept extends Fact<object>>(
  visit: Visit,
  type: CaseEventType,
  facts: readonly Kept[],
): readonly Kept[] => facts.map((fact) => visit(type, fact));

/** Computed conclusions are none of these: they follow from what is corrected. */
const visitCycle = (cycle: Cycle, visit: Visit): Cycle => ({
  ...cycle,
  assignments: cycle.assignments.map((assignment) => ({
    ...assignment,
    coOpinion: assignment.coOpinion && visit('CoOpinionSubmitted', assignment.coOpinion),
  })),
  plans: each(visit, 'PlanFiled', cycle.plans),
  progress: each(visit, 'ProgressReported', cycle.progress),
  closing: cycle.closing && visit('ItemClosed', cycle.closing),
  replies: each(visit, 'ReplySent', cycle.replies),
  replyEvaluations: each(visit, 'ReplyEvaluated', cycle.replyEvaluations),
});

const visitItem = (item: ItemState, visit: Visit): ItemState => {
  const registered = item.registered && visit('ItemRegistered', item.registered);
  const imported = item.imported && visit('ItemImported', item.imported);
  const { title, text, category } = (registered ?? imported)?.data ?? item;
  return {
    ...item,
    ...{ registered, imported, title, text, category },
    cycle: item.cycle && visitCycle(item.cycle, visit),
    pastCycles: item.pastCycles.map((cycle) => visitCycle(cycle, visit)),
    lookBacks: item.lookBacks.map((fact) =>
      'severity' in fact.data ? visit('RelapseFound', fact) : visit('LookBackPassed', fact),
    ),
    escalations: each(visit, 'EscalationRaised', item.escalations),
  };
};

/** The case with every correctable fact as `visit` gives it back. */
export const visitFacts = (state: OpenedCase, visit: Visit): OpenedCase => {
  const opened = visit('CaseOpened', {
    eventId: state.openedEventId,
    on: state.opened.openedOn,
    by: state.openedBy,
    data: state.opened,
  });
  const { votes, reportVotes, repetitions, surveys, inspections, appraisals } = state.records;
  return {
    ...state,
    opened: opened.data,
    items: Object.fromEntries(
      Object.entries(state.items).map(([itemId, item]) => [itemId, visitItem(item, visit)]),
    ),
    records: {
      votes: each(visit, 'VoteRecorded', votes),
      reportVotes: each(visit, 'ReportVoteRecorded', reportVotes),
      repetitions: each(visit, 'VoteRepeated', repetitions),
      surveys: each(visit, 'SurveyWaveRecorded', surveys),
      inspections: each(visit, 'InspectionRecorded', inspections),
      appraisals: each(visit, 'AppraisalRecorded', appraisals),
    },
  };
};

/** What was entered from paper: the data of its fact, or nothing where the case keeps no fact of it. */
const enteredFact = (
  { eventId, type, on, by, data: paper }: PaperState,
  fact: CorrectableFact | undefined,
): CorrectableFact => ({
  ...{ eventId, type: type as CaseEventType, on, by, data: fact?.data ?? {} },
  ...{ enteredFor: paper.enteredFor, paper },
});

/** The fact that an event states, as corrected so far. */
export const factById = (state: OpenedCase, eventId: string): CorrectableFact | undefined => {
  const found: CorrectableFact[] = [];
  visitFacts(state, (type, fact) => {
    if (fact.eventId === eventId) found.push({ ...fact, type });
    return fact;
  });
  const entered = state.papers.find((paper) => paper.eventId === eventId);
  return entered === undefined ? found[0] : enteredFact(entered, found[0]);
};
