import type { StepName } from '@duban/domain';
import type { Place } from '../../libs/domain/src/case/every-command.fixture.ts';
import type { Chance } from './chance.ts';

/** Where a case of the walk is led, and how straight. */
export type Course = {
  readonly form: Place['form'];
  readonly itemIds: readonly string[];
  /** How many steps are looked for. */
  readonly length: number;
  /** Of ten steps so many bring the case on, others are those that were taken seldom. */
  readonly pace: number;
  /** Tried before anything else: they lead where chance seldom comes. */
  readonly first: readonly StepName[];
  /** Of a hundred steps so many. */
  readonly insisting: number;
  /** Days between two steps. */
  readonly days: readonly [number, ...number[]];
};

/** What brings an item on, the furthest first. */
export const ONWARD: readonly StepName[] = [
  ...(['ConfirmCorrection', 'DecideContestedConclusion', 'DecideObjection'] as const),
  ...(['Resume', 'DecideReturn', 'CloseItem', 'Conclude', 'DecideEscalation', 'EvaluateReply'] as const),
  ...(['RecordInspection', 'AcceptForEvaluation', 'SubmitResult', 'GiveCommitteeOpinion'] as const),
  ...(['SubmitDraftResult', 'SendReply', 'SubmitCoOpinion', 'FilePlan', 'AcknowledgeReceipt'] as const),
  ...(['Assign', 'ApproveList', 'RegisterItem', 'ImportItem', 'OpenCase'] as const),
];

/**
 * They end an item or the case, hold it up or hide it: taken wherever they can be, they would leave no case to walk. Of a hundred
 * times so many are tried.
 */
export const HELD_BACK: Partial<Readonly<Record<StepName, number>>> = {
  ...{ Withdraw: 3, MergeInto: 4, CloseCase: 15, ArchiveCase: 30, RestrictCase: 3, WithholdPublication: 3 },
  ...{ TakeBackImport: 40, Suspend: 10, RequestReturn: 10, ReturnResult: 50 },
};

const DAYS = [0, 0, 0, 1, 3, 9, 9, 60] as const;

const MANY = ['i1', 'i1', 'i1', 'i2', 'constructor'];

type Detour = Pick<Course, 'first'> & Partial<Pick<Course, 'days' | 'insisting' | 'itemIds' | 'form'>>;

const DETOURS: readonly Detour[] = [
  { first: [] },
  // An organ has seven working days to say that it is not competent.
  { first: ['RequestReturn', 'DecideReturn', 'Reassign'], days: [0, 0, 0, 0, 1], insisting: 85 },
  { first: ['Suspend', 'Resume', 'DecideExtension', 'RequestExtension'] },
  { first: ['ReturnResult', 'ReturnPlan', 'ReportProgress'], days: [0, 0, 1, 3] },
  { first: ['WithholdPublication', 'RestrictCase', 'LiftRestriction'] },
  { first: ['TakeBackImport'], insisting: 80, itemIds: MANY, form: 'register' },
  { first: ['RecordLookBack', 'ScheduleLookBack', 'Reopen'] },
  { first: ['VerifyCommitment', 'RollOverCommitment', 'FulfilCommitment', 'CorrectEvent', 'EvaluateReply'] },
  {
    first: ['DecideContestedConclusion', 'ConfirmCorrection', 'ProposeCorrection'],
    ...{ days: [0, 0, 1, 9], insisting: 80 },
  },
  { first: ['RecordVote', 'RecordAppraisal', 'RecordSurveyWave'] },
  // A conclusion is contested only where another grade comes out of what was corrected.
  {
    first: ['DecideContestedConclusion', 'ConfirmCorrection', 'ProposeCorrection'],
    ...{ days: [0, 0, 1, 3], insisting: 80, itemIds: ['i1'] },
  },
  { first: ['ArchiveCase', 'CloseCase', 'Withdraw', 'MergeInto'] },
];

const FORMS = ['law-inspection', 'suggestion', 'resolution', 'register', 'suggestion'] as const;

/** Every form meets every detour. */
export const courseOf = (index: number, chance: Chance): Course => ({
  form: FORMS[index % FORMS.length] ?? 'law-inspection',
  itemIds: chance.inHundred(60) ? ['i1'] : MANY,
  length: 40 + chance.below(50),
  pace: chance.one([4, 7, 9]),
  days: DAYS,
  first: [],
  insisting: 50,
  ...DETOURS[Math.floor(index / FORMS.length) % DETOURS.length],
});
