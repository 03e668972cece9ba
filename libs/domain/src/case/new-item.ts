import type { DueDate } from '../calendar/calendar.ts';
import type { Cycle, ItemState } from './case.state.ts';
import type { CycleCause, ItemStage } from './case.vocabulary.ts';

/** An item of which nothing is known but its name and stage. */
export const newItem = (itemId: string, stage: ItemStage): ItemState => ({
  itemId,
  stage,
  resumeTo: null,
  resumedOn: null,
  suspension: null,
  registered: null,
  imported: null,
  title: '',
  text: '',
  category: null,
  proposers: [],
  ruleSet: null,
  addressee: null,
  rectificationType: null,
  instruments: [],
  fixedInResolution: false,
  cycle: null,
  pastCycles: [],
  misses: [],
  heldDates: [],
  failures: 0,
  disposition: null,
  lookBackDue: null,
  lookBacks: [],
  relapseFound: false,
  mergedInto: null,
  proposersCarried: [],
  withdrawnFor: null,
  escalations: [],
});

export type CycleStart = {
  readonly n: number;
  readonly cause: CycleCause;
  readonly startedOn: string;
  readonly due: DueDate | null;
};

/** A cycle in which nothing has happened yet. */
export const newCycle = (start: CycleStart): Cycle => ({
  ...start,
  assignments: [],
  // The date of a register is no clock of ours.
  itemDue: start.cause === 'import' ? null : start.due,
  planDue: null,
  extensions: [],
  plans: [],
  progress: [],
  claim: null,
  conclusions: [],
  voidedConclusions: [],
  closing: null,
  replies: [],
  replyEvaluations: [],
  commitments: [],
  rungsNoted: [],
  firstMissedOn: null,
  returns: [],
});
