import type { Actor } from '@duban/kernel';
import { activeAssignments, allCycles } from './item-access.ts';
import { actors, opening } from './case-story.fixture.ts';
import type { CaseCommandData, CaseCommandType } from './case.commands.ts';
import type { AssignmentState, CaseState, ItemState, OpenedCase } from './case.state.ts';
import type { SupervisionForm } from './case.vocabulary.ts';
import { evidence, item as registering, measure } from './handling.fixture.ts';
import { appraisal, inspection, survey, vote } from './evaluation/evaluation.fixture.ts';
import { attachment } from './attachment/attachment.fixture.ts';
import { ownEntry } from './own-entry.ts';
import { answer, promises, reply } from './suggestion/suggestion.fixture.ts';

/** Where a random walk stands, and which of a few variants it tries next. */
export type Place = {
  readonly state: CaseState;
  readonly itemId: string;
  readonly form: SupervisionForm;
  readonly variant: number;
  readonly on: string;
};

export type Sent<Type extends CaseCommandType = CaseCommandType> = {
  readonly by: Actor;
  readonly data: CaseCommandData[Type];
};

const itemOf = ({ state, itemId }: Place): ItemState | undefined =>
  state.status === 'unopened' ? undefined : ownEntry(state.items, itemId);

const BUREAUS = ['housing-bureau', 'market-regulator', 'transport-bureau', 'water-bureau'];
const bureau = (index: number): string => BUREAUS[index % BUREAUS.length] ?? 'housing-bureau';
const at = (organ: string): Actor => ({ ...actors.housing, organ });

const assignmentOf = (place: Place): Pick<AssignmentState, 'id' | 'organ'> => {
  const active = activeAssignments(itemOf(place)?.cycle ?? null);
  return active[place.variant % Math.max(active.length, 1)] ?? { id: 'a-none', organ: 'housing-bureau' };
};

const own = (place: Place) => ({ itemId: place.itemId, assignmentId: assignmentOf(place).id });
const handler = (place: Place): Actor => at(assignmentOf(place).organ);
const openFiles = ({ state }: Place) =>
  state.status === 'unopened' ? [] : state.attachments.filter(({ supersededBy }) => supersededBy === null);
const fresh = ({ itemId, variant, on }: Place): string => `${itemId}-${on}-${variant}`;
const later = ({ on, variant }: Place): string =>
  Temporal.PlainDate.from(on)
    .add({ days: 20 * variant })
    .toString();
const named = (place: Place): string => (place.variant % 2 === 0 ? place.itemId : 'i2');
const both = (place: Place): readonly string[] => [...new Set([place.itemId, named(place)])];
const reportNo = ({ state, itemId }: Place): string =>
  (state.status === 'unopened'
    ? undefined
    : state.results.findLast(({ items }) => Object.hasOwn(items, itemId))
  )?.submitted.reportNo ?? 'R0';
const proposer = (place: Place): Actor => (place.variant % 2 === 0 ? actors.deputy : actors.cosigner);
const commitmentId = (place: Place): string => itemOf(place)?.cycle?.commitments[0]?.id ?? 'k0';
const lastFact = (place: Place) => itemOf(place)?.cycle?.replyEvaluations.at(-1);

const opened = ({ state }: Place): OpenedCase | null => (state.status === 'unopened' ? null : state);
const another = (actor: Actor): Actor => ({ ...actor, id: `${actor.id}-2` });

/** What people decided on, with a slip in it: the latest inspection, or the text of the item. */
const materialFact = (place: Place) => {
  const inspection = opened(place)?.records.inspections.at(-1);
  const registered = itemOf(place)?.registered;
  if (inspection !== undefined && place.variant % 2 === 0) {
    const [found] = inspection.data.findings;
    const next = pick(['not-done', 'verified'], { ...place, variant: place.variant / 2 });
    return {
      ...inspection,
      change: { field: '/findings/0/verdict', old: found?.verdict ?? null, new: next },
    };
  }
  if (registered === null || registered === undefined) return undefined;
  const { text } = registered.data;
  return { ...registered, change: { field: '/text', old: text, new: `${text}.` } };
};

const waiting = (place: Place) => opened(place)?.proposals.findLast(({ status }) => status === 'waiting');
const lastProposal = (place: Place): string => waiting(place)?.data.proposalId ?? 'none';
/** Another person of the organ; now and then the one who proposed, whom the rules refuse. */
const beside = (place: Place): Actor => {
  const by = waiting(place)?.by ?? actors.office;
  return place.variant === 3 ? by : another(by);
};
const concluder = (place: Place): Actor => {
  const contest = opened(place)?.contests.find(
    ({ data, decision }) => data.itemId === place.itemId && decision === null,
  );
  const item = itemOf(place);
  const cycles = item === undefined ? [] : allCycles(item);
  return (
    cycles
      .flatMap(({ conclusions }) => conclusions)
      .find(({ eventId }) => eventId === contest?.data.conclusionEventId)?.by ?? actors.committee
  );
};

const grades = ['satisfied', 'basic', 'dissatisfied'] as const;
const verdicts = ['verified', 'verified', 'partly', 'not-done'] as const;
type Counts = readonly [satisfied: number, basic: number, dissatisfied: number];
const votes: readonly [Counts, ...Counts[]] = [
  [40, 10, 5],
  [20, 20, 10],
  [10, 10, 30],
];
const pick = <Value>(values: readonly [Value, ...Value[]], { variant }: Place): Value =>
  values[variant % values.length] ?? values[0];

/** For specs only: every command there is, each said so that it has a chance where the walk stands. */
export const everyCommand: { readonly [Type in CaseCommandType]: (place: Place) => Sent<Type> } = {
  OpenCase: ({ form }) => ({ by: actors.office, data: opening(form) }),
  LinkCase: ({ variant }) => ({ by: actors.office, data: { kind: 'repeats', target: `case-${variant}` } }),
  CloseCase: () => ({ by: actors.office, data: {} }),
  ArchiveCase: () => ({ by: actors.office, data: { archiveNo: 'A1', retention: 'permanent' } }),
  RecordPartyReport: ({ variant }) => ({
    by: actors.office,
    data: {
      kind: 'request',
      docNo: 'P1',
      date: '2026-01-05',
      subject: 's',
      replyDocNo: variant === 1 ? 'r' : null,
    },
  }),
  PublishResult: ({ on }) => ({ by: actors.office, data: { channel: 'web', url: null, date: on } }),
  WithholdPublication: () => ({ by: actors.office, data: { legalGround: 'S1 art. 10' } }),
  CorrectEvent: (place) => {
    const fact = lastFact(place);
    const correction = { field: '/reasons', new: 'as meant', reason: 'slip', approver: 'person:zhao' };
    const old = fact?.data.reasons ?? null;
    const by = fact?.data.evaluator === actors.cosigner.id ? actors.cosigner : actors.deputy;
    return { by, data: { ...correction, targetEventId: fact?.eventId ?? 'none', old } };
  },
  ProposeCorrection: (place) => {
    const known = materialFact(place);
    return {
      by: known?.by ?? actors.office,
      data: {
        targetEventId: known?.eventId ?? 'none',
        changes: [known?.change ?? { field: '/none', old: null, new: '' }],
        reason: 'slip',
        decision: { body: 'council', documentNo: 'SC 2026 No. 9', decidedOn: place.on },
      },
    };
  },
  ConfirmCorrection: (place) => ({ by: beside(place), data: { proposalId: lastProposal(place) } }),
  DeclineCorrection: (place) => ({
    by: beside(place),
    data: { proposalId: lastProposal(place), reason: 'as it was' },
  }),

  RegisterItem: ({ itemId, form }) => ({
    by: actors.office,
    data: registering(itemId, { proposers: form === 'suggestion' ? [actors.deputy.id] : [] }),
  }),
  ApproveList: (place) => ({
    by: actors.council,
    data: { listNo: fresh(place), itemIds: both(place), approvedBy: 'cc', meetingNo: 'CC-1' },
  }),
  Assign: (place) => ({
    by: actors.office,
    data: {
      itemId: place.itemId,
      assignments: [
        { id: `${fresh(place)}-a`, organ: bureau(place.variant), role: 'lead', scopeText: '' },
        {
          id: `${fresh(place)}-b`,
          organ: bureau(place.variant + 1),
          role: place.variant === 3 ? 'lead' : 'co',
          scopeText: '',
        },
      ],
      addressee: 'city-government',
      rectificationType: place.variant === 2 ? 'continuous' : 'phased',
      ...(place.form === 'resolution' ? { fixedDueDate: later(place) } : {}),
    },
  }),
  AcknowledgeReceipt: (place) => ({ by: handler(place), data: { ...own(place), handler: 'person:clerk' } }),
  RequestReturn: (place) => ({
    by: handler(place),
    data: { ...own(place), reasonCode: 'other', text: 'not ours', proposedOrgan: 'finance-bureau' },
  }),
  DecideReturn: (place) => {
    const assignmentId = itemOf(place)?.cycle?.returns.at(-1)?.request.assignmentId ?? 'a-none';
    return {
      by: actors.office,
      data: {
        itemId: place.itemId,
        assignmentId,
        accept: place.variant % 2 === 0,
        reason: 'as the law says',
      },
    };
  },
  Reassign: (place) => ({
    by: actors.office,
    data: {
      itemId: place.itemId,
      endedAssignmentId: assignmentOf(place).id,
      assignment: {
        id: `${fresh(place)}-r`,
        organ: bureau(place.variant + 2),
        role: pick(['lead', 'co'], place),
        scopeText: '',
      },
      clockRule: place.variant < 2 ? 'restart' : 'continue',
      reason: 'moved',
    },
  }),
  AddCoOrgan: (place) => ({
    by: actors.office,
    data: {
      itemId: place.itemId,
      assignment: { id: `${fresh(place)}-c`, organ: bureau(place.variant), role: 'co', scopeText: '' },
      reason: 'helps',
    },
  }),
  ChangeLead: (place) => ({
    by: actors.office,
    data: {
      itemId: place.itemId,
      assignment: { id: `${fresh(place)}-l`, organ: bureau(place.variant), role: 'lead', scopeText: '' },
      clockRule: place.variant < 2 ? 'restart' : 'continue',
      reason: 'moved',
    },
  }),
  SubmitCoOpinion: (place) => ({
    by: handler(place),
    data: { ...own(place), text: `v${place.variant}`, evidence: [] },
  }),
  RecordCoOpinionMissed: (place) => ({ by: actors.office, data: own(place) }),

  FilePlan: (place) => ({
    by: handler(place),
    data: { ...own(place), measures: [{ ...measure, target: `${place.variant}` }] },
  }),
  ReturnPlan: ({ itemId, variant }) => ({ by: actors.committee, data: { itemId, reason: `r${variant}` } }),
  ReportProgress: (place) => ({
    by: handler(place),
    data: { ...own(place), periodEnd: place.on, percent: 10, milestoneStates: [], blockers: '', evidence },
  }),
  RequestExtension: (place) => ({
    by: handler(place),
    data: { itemId: place.itemId, requestedDue: later({ ...place, variant: 5 }), reason: 'late' },
  }),
  DecideExtension: ({ itemId, variant }) => ({
    by: actors.council,
    data: { itemId, grant: variant % 2 === 0, reason: 'decided' },
  }),
  Suspend: (place) => ({
    by: actors.council,
    data: {
      itemId: place.itemId,
      ground: pick(['law-change', 'force-majeure'], place),
      reviewDate: later(place),
    },
  }),
  Resume: ({ itemId }) => ({ by: actors.office, data: { itemId } }),
  NoteDeadlines: () => ({ by: { id: 'system:clock', role: 'system', organ: 'duban' }, data: {} }),
  RecomputeDueDates: () => ({ by: { id: 'system:clock', role: 'system', organ: 'duban' }, data: {} }),
  SubmitDraftResult: (place) => ({
    by: actors.government,
    data: { documentHash: `h${place.variant}`, itemIds: [place.itemId] },
  }),
  GiveCommitteeOpinion: (place) => ({
    by: actors.committee,
    data: { itemIds: [place.itemId], verdict: pick(['agree', 'disagree'], place), comments: [] },
  }),
  SubmitResult: (place) => ({
    by: actors.government,
    data: {
      reportNo: `R-${fresh(place)}`,
      signer: 'mayor',
      claims: [{ itemId: place.itemId, claimedDisposition: 'resolved', evidence }],
      departureReason: 'a new law',
    },
  }),
  AcceptForEvaluation: (place) => ({
    by: actors.committee,
    data: { reportNo: reportNo(place), itemIds: [place.itemId] },
  }),
  ReturnResult: (place) => ({
    by: actors.committee,
    data: { reportNo: reportNo(place), itemIds: [place.itemId], defects: [`d${place.variant}`] },
  }),

  RecordInspection: (place) => ({
    by: actors.committee,
    data: inspection(`n-${fresh(place)}`, pick(verdicts, place), [place.itemId]),
  }),
  RecordVote: (place) => ({
    by: actors.committee,
    data: vote(`v-${fresh(place)}`, pick(votes, place), both(place)),
  }),
  RecordSurveyWave: (place) => ({
    by: actors.committee,
    data: { ...survey(`w-${fresh(place)}`, [300, 200, 100, 50, 10]), coversItemIds: [place.itemId] },
  }),
  RecordAppraisal: (place) => ({
    by: actors.committee,
    data: {
      ...appraisal(pick(grades, place)),
      appraisalNo: `ap-${fresh(place)}`,
      coversItemIds: [place.itemId],
    },
  }),
  Conclude: (place) => ({ by: actors.committee, data: { itemIds: [place.itemId] } }),
  DecideContestedConclusion: (place) => ({
    by: concluder(place),
    data: { itemId: place.itemId, stands: place.variant % 2 === 0, reason: 'as decided' },
  }),
  CloseItem: ({ itemId, variant }) => ({
    by: actors.committee,
    data: {
      itemId,
      disposition: variant === 1 ? 'long-term-tracking' : 'resolved',
      verifier: 'urban-committee',
      signer: 's',
      publish: true,
    },
  }),
  ScheduleLookBack: (place) => ({
    by: actors.office,
    data: { itemId: place.itemId, ...(place.variant % 2 === 0 ? { dueDate: place.on } : {}) },
  }),
  RecordLookBack: (place) => {
    const seen = { itemId: place.itemId, findings: 'seen' };
    return {
      by: actors.office,
      data:
        place.variant % 2 === 0
          ? { ...seen, passed: true }
          : { ...seen, passed: false, severity: 'minor', evidence },
    };
  },
  Reopen: ({ itemId }) => ({ by: actors.council, data: { itemId, reason: 'relapse' } }),
  MergeInto: ({ itemId }) => ({ by: actors.office, data: { itemId, intoItemId: 'i2' } }),
  Withdraw: (place) => ({
    by: place.form === 'suggestion' ? actors.deputy : actors.office,
    data: { itemId: place.itemId, reason: 'gone', consentDocs: ['d1'] },
  }),
  Escalate: (place) => ({
    by: actors.office,
    data: { itemId: place.itemId, level: pick(['reminder', 'chairpersons-council'], place), reason: 'late' },
  }),
  DecideEscalation: (place) => ({
    by: actors.council,
    data: {
      itemId: place.itemId,
      escalationId: `${place.itemId}-escalation-${itemOf(place)?.escalations.length ?? 1}`,
      measure: pick(['special-inquiry', 'accept-nevertheless'], place),
      decidingBody: 'chairpersons-council',
      meetingNo: 'CC-2',
    },
  }),

  SendReply: (place) => ({
    by: handler(place),
    data: {
      ...reply,
      itemId: place.itemId,
      replyNo: `RE-${fresh(place)}`,
      toProposers: itemOf(place)?.proposers ?? [],
      commitments:
        place.variant === 0 ? promises(1).map((promise) => ({ ...promise, id: fresh(place) })) : [],
    },
  }),
  EvaluateReply: (place) => ({
    by: proposer(place),
    data: answer(pick(grades, place), {
      itemId: place.itemId,
      replyNo: itemOf(place)?.cycle?.replies.at(-1)?.data.replyNo ?? 'none',
      round: (itemOf(place)?.cycle?.conclusions.length ?? 0) > 0 ? 2 : 1,
      evaluator: proposer(place).id,
      organ: assignmentOf(place).organ,
    }),
  }),
  FulfilCommitment: (place) => ({
    by: handler(place),
    data: { itemId: place.itemId, commitmentId: commitmentId(place), evidence },
  }),
  RollOverCommitment: (place) => ({
    by: handler(place),
    data: {
      itemId: place.itemId,
      commitmentId: commitmentId(place),
      newDueOn: later({ ...place, variant: 30 }),
      explanation: 'rain',
    },
  }),

  ImportItem: ({ itemId, variant }) => ({
    by: actors.office,
    data: {
      opening: opening('register'),
      item: {
        ...{
          itemId,
          batchId: 'b1',
          title: 'Lamps',
          text: 'Lamps out',
          organ: bureau(variant),
          category: null,
        },
        register: { name: 'register', fileDigest: 'sha256:f', row: 2, number: itemId },
        proposers: [],
        ...{ madeOn: '2024-03-01', closedOn: null, dueOn: '2024-09-30', registerStatus: null },
        stage: variant === 0 ? 'RECTIFYING' : 'LISTED',
        ...{ disposition: null, reply: null, otherFacts: {}, warnings: [] },
      },
    },
  }),
  FileAttachment: (place) => {
    const older = openFiles(place).at(-1);
    return {
      by: actors.office,
      data: attachment({
        attachmentId: fresh(place),
        itemId: place.variant === 2 ? null : (older?.data.itemId ?? null),
        supersedes: place.variant === 3 ? (older?.data.attachmentId ?? null) : null,
      }),
    };
  },

  TakeBackImport: ({ itemId }) => ({
    by: actors.office,
    data: { itemId, batchId: 'b1', reason: 'wrong file' },
  }),
};
