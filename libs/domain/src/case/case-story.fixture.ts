import { CodedError, isRejected, type Actor, type Paper, type Recorded } from '@duban/kernel';
import { cnCalendar } from '../calendar/cn/cn-calendar.ts';
import { fixedDueDate } from '../calendar/due-date.ts';
import type { DueDate } from '../calendar/calendar.ts';
import { cqDefault1 } from '../ruleset/cq-default.ts';
import type { RuleSet } from '../ruleset/ruleset.ts';
import type { CaseCommand, CaseCommandData, CaseCommandType } from './case.commands.ts';
import { caseDecider } from './case.decider.ts';
import type { CaseDecision } from './case.decisions.ts';
import type { CaseEvent } from './case.events.ts';
import type { CaseState, ItemState, OpenedCase } from './case.state.ts';
import type { CommandContext } from './command-context.ts';
import type { SupervisionForm } from './case.vocabulary.ts';
import { digestsIn } from './named-digests.ts';
import { knownOrgans } from './known-organs.fixture.ts';
import type { NewAssignment } from './assignment/new-assignment.ts';

const person = (name: string, role: string, organ: string): Actor => ({ id: `person:${name}`, role, organ });

export const actors = {
  office: person('li', 'supervision-office', 'npcsc-office'),
  committee: person('wang', 'working-body', 'urban-committee'),
  council: person('zhao', 'chairpersons-council', 'npcsc-council'),
  housing: person('chen', 'organ-lead', 'housing-bureau'),
  market: person('sun', 'organ-co', 'market-regulator'),
  government: person('zhou', 'government-office', 'city-government'),
  deputy: person('deputy-1', 'deputy', 'npc-delegation'),
  cosigner: person('deputy-2', 'deputy', 'npc-delegation'),
} as const;

const dateOf = (date: string): DueDate => fixedDueDate({ date, calendar: cnCalendar });

type Scene = {
  readonly state: CaseState;
  /** What the state is folded from. */
  readonly log: readonly Recorded<CaseEvent>[];
  readonly on: string;
  readonly actor: Actor;
  readonly onBehalfOf: string | null;
  readonly rules: RuleSet;
  readonly organs: CommandContext['organs'];
  readonly count: number;
  /** The started batch that imports are part of; unsaid: the one that they name. */
  readonly batch?: string | null;
  /** What else is in the context: decision, mandate, what the registers say. */
  readonly around?: Partial<CommandContext>;
  /** What is transcribed; unsaid: nothing. */
  readonly paper?: Paper;
};

/** A case told step by step: facts that were recorded, commands that are sent, by somebody on some day. */
export type Story = Scene & {
  readonly at: (on: string) => Story;
  readonly by: (actor: Actor, onBehalfOf?: string) => Story;
  readonly under: (rules: RuleSet) => Story;
  /** The register of organs is changed by these. */
  readonly knowing: (organs: CommandContext['organs']) => Story;
  /** Put into the context of what is sent from here on. */
  readonly with: (around: Partial<CommandContext>) => Story;
  /** What follows rests on nothing that was put into the context. */
  readonly alone: () => Story;
  /** What follows is transcribed from this paper; null: it is sent by whoever acts. */
  readonly onPaper: (paper: Paper | null) => Story;
  readonly inBatch: (batch: string | null) => Story;
  /** Facts, folded as they are. */
  readonly told: (...events: readonly CaseEvent[]) => Story;
  readonly decides: <Type extends CaseCommandType>(type: Type, data: CaseCommandData[Type]) => CaseDecision;
  /** Decides and folds; a refusal ends the story with its code. */
  readonly does: <Type extends CaseCommandType>(type: Type, data: CaseCommandData[Type]) => Story;
  readonly item: (itemId: string) => ItemState;
  readonly opened: () => OpenedCase;
};

/** The files of the stories lie elsewhere, unless a story says otherwise. */
export const marked = (data: object): object => {
  const heldOutside = digestsIn(data);
  return heldOutside.length === 0 ? data : { heldOutside, ...data };
};

/** Imports are told as part of the batch that they name. */
const batchOf = (data: object): string | null => {
  const { item, batchId = null } = data as { item?: { batchId?: string }; batchId?: string | null };
  return item?.batchId ?? batchId;
};

/** What is sent there and then. */
export const commandIn = (scene: Scene, type: CaseCommandType, data: object): CaseCommand => {
  const context = {
    actor: scene.actor,
    onBehalfOf: scene.onBehalfOf,
    basis: { documentNo: 'SC 2026 No. 1' },
    occurredAt: `${scene.on}T09:00:00+08:00`,
    occurredOn: scene.on,
    decidedAt: `${scene.on}T01:00:00.000Z`,
    decidedOn: scene.on,
    calendar: cnCalendar,
    currentRuleSet: 'cq-default@1',
    ruleSets: { 'cq-default@1': scene.rules },
    organs: scene.organs,
    importBatch: scene.batch === undefined ? batchOf(data) : scene.batch,
    ...scene.around,
    ...(scene.paper === undefined ? {} : { paper: scene.paper }),
  };
  return { type, data: marked(data), context } as CaseCommand;
};

const recordedAs = (
  event: CaseEvent,
  { on, actor, count, paper, around }: Scene,
  index: number,
): Recorded<CaseEvent> => ({
  ...event,
  id: `e${count + index + 1}`,
  revision: count + index,
  occurredAt: `${on}T09:00:00+08:00`,
  recordedAt: `${on}T01:00:00.000Z`,
  decidedOn: on,
  actor,
  ...(paper === undefined ? {} : { paper }),
  ...(around?.decision === undefined ? {} : { decision: around.decision }),
});

const openedCase = ({ state }: Scene): OpenedCase => {
  if (state.status === 'unopened') throw new CodedError('story.unopened', 'Open the case first');
  return state;
};

const storyOf = (scene: Scene): Story => {
  const told = (...events: readonly CaseEvent[]): Story => {
    const recorded = events.map((event, index) => recordedAs(event, scene, index));
    return storyOf({
      ...scene,
      count: scene.count + events.length,
      log: [...scene.log, ...recorded],
      state: recorded.reduce<CaseState>(caseDecider.evolve, scene.state),
    });
  };
  const decides: Story['decides'] = (type, data) =>
    caseDecider.decide(commandIn(scene, type, data), scene.state);
  return {
    ...scene,
    at: (on) => storyOf({ ...scene, on }),
    by: (actor, onBehalfOf) => storyOf({ ...scene, actor, onBehalfOf: onBehalfOf ?? null }),
    under: (rules) => storyOf({ ...scene, rules }),
    knowing: (organs) => storyOf({ ...scene, organs: { ...scene.organs, ...organs } }),
    with: (around) => storyOf({ ...scene, around: { ...scene.around, ...around } }),
    alone: () => {
      const { around: _said, ...others } = scene;
      return storyOf(others);
    },
    onPaper: (paper) => {
      const { paper: _before, ...others } = scene;
      return storyOf(paper === null ? others : { ...others, paper });
    },
    inBatch: (batch) => storyOf({ ...scene, batch }),
    told,
    decides,
    does: (type, data) => {
      const decision = decides(type, data);
      if (isRejected(decision))
        throw new CodedError(decision.rejected, JSON.stringify(decision.details ?? {}));
      return told(...decision);
    },
    item: (itemId) => {
      const item = openedCase(scene).items[itemId];
      if (item === undefined) throw new CodedError('story.item-unknown', `There is no ${itemId}`);
      return item;
    },
    opened: () => openedCase(scene),
  };
};

export const nothingYet: Story = storyOf({
  state: caseDecider.initialState,
  log: [],
  on: '2026-01-05',
  actor: actors.office,
  onBehalfOf: null,
  rules: cqDefault1,
  organs: knownOrgans,
  count: 0,
});

export const opening = (form: SupervisionForm): CaseCommandData['OpenCase'] => ({
  caseId: 'c1',
  caseNo: 'DB-2026-001',
  tenant: 'npcsc',
  supervisionForm: form,
  source: {
    type: form,
    title: '物业管理',
    documentNo: 'SC 2026 No. 1',
    date: '2026-01-04',
    paragraphs: 3,
    digest: null,
  },
  addressee: 'city-government',
  leadCommittee: 'urban-committee',
  topic: 'property',
  linkedFrom: null,
});

export const lead: NewAssignment = { id: 'a-lead', organ: 'housing-bureau', role: 'lead', scopeText: 'all' };
export const co: NewAssignment = { id: 'a-co', organ: 'market-regulator', role: 'co', scopeText: 'fees' };

const registered = (itemId: string, proposers: readonly string[]): CaseEvent => ({
  type: 'ItemRegistered',
  data: {
    itemId,
    caseId: 'c1',
    sourceId: 's1',
    sourceParagraph: '1',
    title: itemId,
    text: `What is wrong with ${itemId}`,
    category: proposers.length > 0 ? 'suggestion' : 'problem',
    topicTag: 'property',
    proposers,
  },
});

type Assigned = Partial<Extract<CaseEvent, { readonly type: 'ItemAssigned' }>['data']>;

const assigned = (itemId: string, more: Assigned): CaseEvent => ({
  type: 'ItemAssigned',
  data: {
    itemId,
    assignments: [
      { ...lead, id: `${itemId}-lead` },
      { ...co, id: `${itemId}-co` },
    ],
    addressee: 'city-government',
    rectificationType: 'phased',
    legalPeriod: { n: 3, unit: 'month' },
    due: dateOf('2026-04-06'),
    fixedInResolution: false,
    planDue: null,
    coOpinionDue: dateOf('2026-02-06'),
    returnUntil: dateOf('2026-01-14'),
    assignedOn: '2026-01-05',
    ruleSet: 'cq-default@1',
    instruments: [],
    thresholdRuleId: 'vote-majority-of-all-members',
    ...more,
  },
});

const result = (reportNo: string, itemIds: readonly string[]): readonly CaseEvent[] => [
  {
    type: 'DraftResultSubmitted',
    data: { draftVersion: 1, documentHash: 'h', itemIds, missingCoOpinions: [] },
  },
  {
    type: 'ResultSubmitted',
    data: {
      reportNo,
      draftVersion: 1,
      signer: 'mayor',
      claims: itemIds.map((itemId) => ({ itemId, claimedDisposition: 'resolved', evidence: [] })),
      departureReason: null,
      submittedOn: '2026-03-20',
    },
  },
  { type: 'ResultAccepted', data: { reportNo, itemIds, acceptedBy: 'urban-committee' } },
];

type Cast = {
  readonly items?: readonly string[];
  readonly form?: SupervisionForm;
  readonly proposers?: readonly string[];
  readonly assignment?: Assigned;
};

/** Items that were registered and assigned; the organs have received them. */
export const receivedItems = ({
  items = ['i1'],
  form = 'law-inspection',
  proposers = [],
  assignment = {},
}: Cast = {}): Story =>
  nothingYet.does('OpenCase', opening(form)).told(
    ...items.map((itemId) => registered(itemId, proposers)),
    ...items.map((itemId) => assigned(itemId, assignment)),
    ...items.map((itemId): CaseEvent => {
      const data = {
        itemId,
        assignmentId: `${itemId}-lead`,
        handler: 'post',
        phoneMasked: null,
        receivedOn: '2026-01-06',
      };
      return { type: 'ReceiptAcknowledged', data };
    }),
  );

/** Their result reported and accepted: whoever evaluates may begin. */
export const evaluatedAgain = (story: Story, reportNo: string, items: readonly string[] = ['i1']): Story =>
  story.told(...result(reportNo, items));

export const evaluatingItems = (cast: Cast = {}): Story =>
  evaluatedAgain(receivedItems(cast), 'R1', cast.items).at('2026-03-25').by(actors.committee);
