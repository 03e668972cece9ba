import { ORGAN_ROLES, type Actor } from '@duban/kernel';
import { isCarried } from '../../libs/domain/src/authority/ground.fixture.ts';
import { lostIn, type Evolve } from '../../libs/domain/src/case/misses/lost-misses.fixture.ts';
import { personOf } from './cast.ts';
import type { Entry, History } from './history.ts';

/** What no history may hold, read from what was recorded. Written by hand: it knows nothing of the rules that are tested. */
export type Faults = (history: History, evolve: Evolve) => readonly string[];

const isSupervised = ({ role }: Actor): boolean => (ORGAN_ROLES as readonly string[]).includes(role);

/** What organs under supervision state, and what the office of a government decides between its bureaus. */
const OF_ORGANS: readonly string[] = [
  ...['ReceiptAcknowledged', 'ReturnRequested', 'CoOpinionSubmitted', 'PlanFiled', 'ProgressReported'],
  ...['ExtensionRequested', 'DraftResultSubmitted', 'ResultSubmitted', 'ReplySent', 'CommitmentFulfilled'],
  ...['CommitmentRolledOver', 'Objected', 'AttachmentFiled', 'CorrectionProposed', 'CorrectionConfirmed'],
  ...['CorrectionDeclined', 'EventCorrected', 'ArchiveCorrected', 'ReturnAccepted', 'ReturnRefused'],
  ...['ReturnRejected', 'ItemReassigned', 'CoOrganAdded', 'LeadChanged'],
];
/** Computed from a correction that was made lawfully. */
const COMPUTED = ['ConclusionConfirmed', 'ConclusionVoided', 'ConclusionContested'];

const correctedBy = ({ data }: Entry['event'], history: History): Entry | undefined =>
  'targetEventId' in data ? history.find(({ event }) => event.id === data.targetEventId) : undefined;

const supervisedChanged: Faults = (history) =>
  history.flatMap(({ event }) => {
    if (!isSupervised(event.actor) || COMPUTED.includes(event.type)) return [];
    if (!OF_ORGANS.includes(event.type)) return [`${event.type} by ${event.actor.role}`];
    const target = correctedBy(event, history);
    return target !== undefined && !isSupervised(target.event.actor)
      ? [`${event.type} of a fact of ${target.event.actor.role}`]
      : [];
  });

const missVanished: Faults = (history, evolve) =>
  lostIn(
    history.map(({ event }) => event),
    evolve,
  );

/** What a post of the Council does as a member of the house. */
const IN_OWN_NAME: readonly string[] = [
  ...[
    'CorrectionProposed',
    'CorrectionConfirmed',
    'CorrectionDeclined',
    'EventCorrected',
    'ArchiveCorrected',
  ],
  ...['AttachmentFiled', ...COMPUTED],
];
/** Nobody does these but for a body. */
const OF_BODIES: readonly string[] = ['VoteRecorded', 'MissAnnulled', 'ListApproved', 'EscalationDecided'];

const isOfBody = ({ type, actor }: Entry['event']): boolean =>
  OF_BODIES.includes(type) || (actor.role === 'chairpersons-council' && !IN_OWN_NAME.includes(type));

const bodyUnfounded: Faults = (history) => {
  const opened = history.find(({ event }) => event.type === 'CaseOpened')?.event;
  const topic = opened?.type === 'CaseOpened' ? opened.data.topic : '';
  return history.flatMap(({ event, step, known }) => {
    // Before anybody registered a body nothing could be named.
    if (!isOfBody(event) || known === undefined || Object.keys(known.bodies).length === 0) return [];
    const { actor, decision, mandate, decidedOn, occurredAt } = event;
    const act = { type: step, topic, actor, decision, mandate, known, decidedOn };
    return isCarried({ ...act, occurredOn: occurredAt.slice(0, 10) })
      ? []
      : [`${event.type} by ${actor.role} without decision or mandate`];
  });
};

/** What binds: counts, verdicts and grades of whoever evaluated for the Congress. */
const BINDS: Readonly<Record<string, RegExp>> = {
  VoteRecorded: /^\/(?:counts|eligible|present|issued|collected|valid|invalid)/,
  InspectionRecorded: /^\/findings\/\d+\/verdict/,
  AppraisalRecorded: /^\/(?:grade|dimensions)/,
  SurveyWaveRecorded: /^\/(?:counts|valid|issued)/,
};

const oneStoodForTwo: Faults = (history) =>
  history.flatMap(({ event }) => {
    if (event.type === 'EventCorrected')
      return BINDS[event.data.targetType]?.test(event.data.field) === true
        ? [`${event.data.targetType} ${event.data.field} changed by one hand`]
        : [];
    if (event.type !== 'CorrectionConfirmed') return [];
    const { proposalId } = event.data;
    const proposed = history.find(
      ({ event: { type, data } }) =>
        type === 'CorrectionProposed' && 'proposalId' in data && data.proposalId === proposalId,
    );
    return proposed === undefined || personOf(proposed.event.actor) === personOf(event.actor)
      ? [`${proposalId} proposed and confirmed by one person`]
      : [];
  });

const inspected = (event: Entry['event'], itemId: string): readonly string[] =>
  event.type === 'InspectionRecorded' && event.data.findings.some((found) => found.itemId === itemId)
    ? event.data.participants
    : [];

/** Whether another round of this item begins with it. */
const beginsRound = ({ data }: Entry['event'], itemId: string): boolean =>
  'itemId' in data && data.itemId === itemId && 'next' in data && data.next !== null;

/** In the round that an item was closed in, and no rule set allowed it. */
const inspectorSigned: Faults = (history) =>
  history.flatMap(({ event }, index) => {
    if (event.type !== 'ItemClosed' || history[index - 1]?.event.type === 'SignedByInspector') return [];
    const { itemId, signer } = event.data;
    const before = history.slice(0, index).map((entry) => entry.event);
    const round = before.slice(before.findLastIndex((each) => beginsRound(each, itemId)) + 1);
    const persons = round.flatMap((each) => inspected(each, itemId)).map((id) => personOf({ id }));
    return persons.includes(personOf({ id: signer })) ? [`${itemId} signed by who inspected it`] : [];
  });

/** A committee that concludes or closes what another one leads, without a word of a body. */
const otherCommittee: Faults = (history) => {
  let lead: string | null = null;
  return history.flatMap(({ event, known }) => {
    if (event.type === 'CaseOpened') lead = event.data.leadCommittee;
    const isTheirs = event.type === 'EvaluationConcluded' || event.type === 'ItemClosed';
    const { role, organ } = event.actor;
    if (!isTheirs || role !== 'working-body' || lead === null || lead === organ) return [];
    if (known === undefined || Object.keys(known.bodies).length === 0) return [];
    const body = event.decision?.body ?? '';
    return ['npcsc-council', 'npcsc'].includes(body) ? [] : [`${event.type} by ${organ}, led by ${lead}`];
  });
};

export const faults = {
  supervisedChanged,
  missVanished,
  bodyUnfounded,
  oneStoodForTwo,
  inspectorSigned,
  otherCommittee,
} as const;
