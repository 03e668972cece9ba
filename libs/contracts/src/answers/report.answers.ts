import { actor } from './case-parts.answers.ts';
import {
  answer,
  anyObject,
  date,
  enumeration,
  flag,
  instant,
  list,
  listOf,
  orNull,
  pageOf,
  text,
  whole,
  type Answer,
} from './parts.ts';
import { batchStatuses, deadlineKinds, evaluationKinds } from './vocabularies.ts';

const deadline = answer('Deadline', {
  caseId: text(),
  caseNo: text(),
  itemId: text('Empty for what is owed of the case as a whole'),
  title: text(),
  kind: deadlineKinds,
  reference: text(
    'Assignment, commitment or measure; of a publication what and to whom, as `report/deputies`; empty for dates of the item itself',
  ),
  date: date(),
  provisional: flag(),
  calendar: orNull(text()),
  organ: orNull(text()),
  open: flag(),
  late: flag('It waits, and its day is over'),
  cycle: whole('0 for what is owed of the case as a whole'),
  missed: flag('It passed without what was owed by it, or counts as missed since its day is over'),
  missedBy: list(text('Who owed it when it passed')),
  waits: flag('An extension was asked for in time and is not decided on: the wait is the decider’s'),
  waitedUntil: orNull(date('Until when it waited, where the extension was then refused')),
});

const evaluation = answer('Evaluation', {
  eventId: text(),
  kind: evaluationKinds,
  caseId: text(),
  itemIds: list(text()),
  cycle: orNull(whole()),
  date: date(),
  outcome: orNull(text()),
  positivePerMille: orNull(whole('Null where no ballots count')),
  topTwoPerMille: orNull(whole('Null where no ballots count')),
  data: anyObject('Of the event that states it: by `kind`, the data of its event under /schemas'),
});

const summary = answer('SatisfactionSummary', {
  concludedItems: whole(),
  satisfied: whole(),
  basic: whole(),
  dissatisfied: whole(),
  satisfiedFirstTime: whole('Concluded items whose first conclusion was not dissatisfied'),
});

const organPerformance = answer('OrganPerformance', {
  organ: text(),
  items: whole(),
  open: whole(),
  finished: whole(),
  onTime: whole(),
  late: whole(),
  lateDays: whole(),
  medianDays: orNull(whole()),
  overdueNow: whole(),
  returns: whole('Assignments that this organ gave back'),
  extensions: whole(),
  misses: whole(
    'Dates that passed without what this organ owed by them, of all its parts: none of them goes away',
  ),
  satisfiedFirstTime: whole(),
  concluded: whole(),
  roundsToSatisfactionTimes100: orNull(whole()),
  relapses: whole(),
});

const importBatch = answer('ImportBatch', {
  batchId: text(),
  status: batchStatuses,
  register: orNull(text()),
  fileName: orNull(text()),
  fileDigest: orNull(text()),
  startedBy: orNull(text()),
  rows: orNull(whole()),
  imported: orNull(whole()),
  unchanged: orNull(whole()),
  refused: orNull(whole()),
  warnings: orNull(whole()),
  takenBack: orNull(whole()),
  undoneFor: orNull(text()),
  onBoard: whole('Items of the batch that are on the board now'),
  recordedAt: instant(),
});

const waitingProposal = answer(
  'WaitingProposal',
  {
    proposalId: text(),
    act: enumeration('ProposedAct', ['correction', 'grant', 'link', 'erasure']),
    caseId: orNull(text('Of a correction, as the next three')),
    caseNo: orNull(text()),
    targetType: orNull(text('Type of the event to be corrected')),
    targetEventId: orNull(text()),
    personId: orNull(text('Whom a grant, a link or an erasure is about')),
    otherId: orNull(text('Of a link: the other id')),
    post: orNull(text('Of a grant')),
    proposedBy: actor,
    proposedOn: date(),
    expiresOn: date('The last day on which another person can confirm it'),
    own: flag('Proposed by whoever asks, under any of their ids: another person confirms it'),
  },
  'What waits for a second person',
);

export const deadlinePage = pageOf('DeadlinePage', deadline);
export const satisfaction = answer('Satisfaction', { ...pageOf('', evaluation).properties, summary });
export const performance = listOf('Performance', organPerformance);
export const waitingProposals = listOf('WaitingProposals', waitingProposal);
export const importBatches = listOf('ImportBatches', importBatch);

export type Deadline = Answer<typeof deadline>;
export type DeadlineKind = Deadline['kind'];
export type Evaluation = Answer<typeof evaluation>;
export type EvaluationKind = Evaluation['kind'];
export type SatisfactionSummary = Answer<typeof summary>;
export type Satisfaction = Answer<typeof satisfaction>;
export type OrganPerformance = Answer<typeof organPerformance>;
export type WaitingProposal = Answer<typeof waitingProposal>;
export type ImportBatch = Answer<typeof importBatch>;
