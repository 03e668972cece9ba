import type { CaseState, Commitment, OpenedCase, StepName } from '@duban/domain';
import type { JsonObject, JsonValue } from '@duban/kernel';
import type { Place } from '../../libs/domain/src/case/every-command.fixture.ts';
import { actors } from '../../libs/domain/src/case/case-story.fixture.ts';
import type { Chance } from './chance.ts';

type Twist = (said: JsonObject, place: Place & { readonly state: OpenedCase }, chance: Chance) => JsonObject;

/** What the server finds in another case before an item is merged into one of it; a sender cannot say it. */
const elsewhere: Twist = (said, { form }, chance) => ({
  ...said,
  intoItemId: 'case-c2/i1',
  target: {
    ...{ caseId: 'c2', open: !chance.inHundred(20), mergedInto: [] },
    supervisionForm: chance.inHundred(30) ? 'work-report' : form,
    addressee: chance.inHundred(30) ? 'district-government' : 'city-government',
  },
});

const backIntoItself: Twist = (said, { state }) => {
  const merged = Object.values(state.items).find(({ stage }) => stage === 'MERGED');
  return merged === undefined ? said : { ...said, itemId: merged.mergedInto, intoItemId: merged.itemId };
};

const saying =
  (more: JsonObject): Twist =>
  (said) => ({ ...said, ...more });

const promising: Twist = (said, { on }) => ({
  ...said,
  commitments: [1, 2].map((n) => ({
    id: `${on}-${String(n)}`,
    text: 'lamps',
    dueOn: on,
  })),
});

/** A miss that was annulled, once more and otherwise. */
const annulledAgain: Twist = (said, { state, itemId }) => {
  const misses = Object.hasOwn(state.items, itemId) ? (state.items[itemId]?.misses ?? []) : [];
  const miss = misses.find(({ annulled }) => annulled !== null);
  if (miss === undefined) return said;
  const { which, cycle, assignmentId, dueDate } = miss;
  return { ...said, which, cycle, assignmentId, dueDate, lawfulDate: '2033-01-01' };
};

const dayAfter = (day: JsonValue | undefined): string =>
  typeof day === 'string' ? Temporal.PlainDate.from(day).add({ days: 1 }).toString() : '2026-01-06';

/** A date that was the lawful one, and had passed all the same. */
const lateAllTheSame: Twist = (said) => ({
  ...said,
  lawfulDate: dayAfter(said['dueDate']),
});

/** In the place of a file of something else. */
const instead: Twist = (said, { state }) => {
  const older = state.attachments.find(({ supersededBy }) => supersededBy === null);
  if (older === undefined) return said;
  const { attachmentId, itemId } = older.data;
  return { ...said, supersedes: attachmentId, itemId: itemId === null ? 'i1' : null };
};

/** In the place of a file that has a newer one. */
const onceMore: Twist = (said, { state }) => {
  const older = state.attachments.find(({ supersededBy }) => supersededBy !== null);
  return older === undefined
    ? said
    : { ...said, supersedes: older.data.attachmentId, itemId: older.data.itemId };
};

const madeOn: Twist = (said) => ({
  ...said,
  item: { ...(said['item'] as JsonObject), madeOn: '2039-01-01' },
});

const ungrounded: Twist = saying({
  reasons: null,
  dimensions: ['attitude', 'result'].map((dimension) => ({ dimension, grade: 'dissatisfied' })),
});

/** As the survey here would have to have closed it. */
const closedOtherwise: Twist = (said) => {
  const { issued, valid, counts, weightedRatePerMille, marginPerMille } = said;
  const tally = { issued, valid, counts, weightedRatePerMille, marginPerMille } as JsonObject;
  return { ...said, closedWave: { ...tally, datasetHash: 'sha256:other' } };
};

const promisesOf = ({ state, itemId }: Parameters<Twist>[1]): readonly Commitment[] =>
  Object.hasOwn(state.items, itemId) ? (state.items[itemId]?.cycle?.commitments ?? []) : [];

/** What was found of a promise, found once more and otherwise. */
const judgedAgain: Twist = (said, place) => {
  const judged = promisesOf(place).find(({ judgement }) => judgement !== null);
  return judged === undefined ? said : { ...said, commitmentId: judged.id, ground: 'otherwise' };
};

const unstated: Twist = (said, place) => {
  const silent = promisesOf(place).find(({ statement }) => statement === null);
  return silent === undefined ? said : { ...said, commitmentId: silent.id };
};

/** Each organ for its own part, without a lead. */
const separately: Twist = (said) => ({
  ...said,
  assignments: (said['assignments'] as readonly JsonObject[]).map((each) => ({ ...each, role: 'separate' })),
});

/** By somebody who was there. */
const signedByInspector: Twist = (said, { state }) => ({
  ...said,
  signer: state.records.inspections.at(-1)?.data.participants[0] ?? said['signer'] ?? null,
});

const PROMISE = { id: 'k1', text: 'lamps', dueOn: '2027-01-04' };

/** What chance would seldom say, for so many of a hundred who send the step. */
const TWISTS: Partial<Readonly<Record<StepName, readonly (readonly [often: number, twist: Twist])[]>>> = {
  MergeInto: [
    [20, elsewhere],
    [20, backIntoItself],
  ],
  ReturnResult: [[10, saying({ defects: [] })]],
  TakeBackImport: [[20, saying({ batchId: 'b2' })]],
  RollOverCommitment: [[15, saying({ explanation: ' ' })]],
  SendReply: [
    [40, promising],
    [15, saying({ commitments: [PROMISE, PROMISE] })],
  ],
  AnnulMiss: [
    [15, annulledAgain],
    [15, lateAllTheSame],
  ],
  DecideEscalation: [
    [12, saying({ decidingBody: 'standing-committee' })],
    [20, saying({ measure: 'interpellation-proposal' })],
  ],
  DecideReturn: [[30, saying({ accept: true })]],
  FileAttachment: [
    [5, instead],
    [10, onceMore],
  ],
  ImportItem: [[5, madeOn]],
  EvaluateReply: [[10, ungrounded]],
  RecordSurveyWave: [
    [15, saying({ closedWave: null })],
    [15, closedOtherwise],
  ],
  Assign: [[15, separately]],
  ReportProgress: [[50, saying({ percent: 100 })]],
  VerifyCommitment: [
    [10, saying({ ground: ' ' })],
    [20, judgedAgain],
    [20, unstated],
  ],
  CloseItem: [[20, signedByInspector]],
  DecideObjection: [[10, saying({ ground: ' ' })]],
};

/** Both deputies sign half of the suggestions; now and then a bureau would lead its own supervision. */
const varied = (type: StepName, said: JsonObject, { form, variant }: Place, chance: Chance): JsonObject => {
  if (type === 'OpenCase') return chance.inHundred(4) ? { ...said, leadCommittee: 'housing-bureau' } : said;
  return type === 'RegisterItem' && form === 'suggestion' && variant % 2 === 1
    ? { ...said, proposers: [actors.deputy.id, actors.cosigner.id] }
    : said;
};

const isOpened = (place: Place): place is Place & { readonly state: OpenedCase } =>
  (place.state satisfies CaseState).status !== 'unopened';

export const twisted = (type: StepName, said: JsonObject, place: Place, chance: Chance): JsonObject => {
  const signed = varied(type, said, place, chance);
  if (!isOpened(place)) return signed;
  const found = (TWISTS[type] ?? []).find(([often]) => chance.inHundred(often));
  return found === undefined ? signed : found[1](signed, place, chance);
};
