import { isRejected, type Actor, type Grounds, type Recorded } from '@duban/kernel';
import { contextOn } from '@duban/testing';
import fc from 'fast-check';
import { cnCalendar } from '../calendar/cn/cn-calendar.ts';
import { cqDefault1 } from '../ruleset/cq-default.ts';
import type { CaseCommand, CaseCommandType } from './case.commands.ts';
import { caseDecider } from './case.decider.ts';
import type { CaseEvent } from './case.events.ts';
import type { CaseState } from './case.state.ts';
import { marked } from './case-story.fixture.ts';
import { everyCommand, type Place } from './every-command.fixture.ts';
import { knownOrgans } from './known-organs.fixture.ts';
import { walkedPaper } from './paper/paper.fixture.ts';

/** Random walks through the life of a case. */
type Step = {
  readonly start: number;
  readonly itemId: string;
  readonly variant: number;
  readonly days: number;
  readonly gait: 'onward' | 'wander' | 'leap';
};
export type Walk = { readonly form: Place['form']; readonly steps: readonly Step[] };
export type Taken = {
  readonly command: CaseCommand;
  readonly events: readonly CaseEvent[];
  readonly before: CaseState;
  readonly after: CaseState;
};

export const TYPES = Object.keys(everyCommand) as readonly CaseCommandType[];
/** What brings an item on, the furthest first. */
const ONWARD: readonly CaseCommandType[] = [
  ...(['ConfirmCorrection', 'DecideContestedConclusion', 'DecideObjection'] as const),
  ...([
    'Resume',
    'DecideReturn',
    'Reopen',
    'RecordLookBack',
    'ScheduleLookBack',
    'CloseItem',
    'Conclude',
  ] as const),
  ...([
    'DecideEscalation',
    'VerifyCommitment',
    'FulfilCommitment',
    'EvaluateReply',
    'RecordInspection',
    'AcceptForEvaluation',
    'SubmitResult',
  ] as const),
  ...(['GiveCommitteeOpinion', 'SubmitDraftResult', 'SendReply', 'SubmitCoOpinion', 'FilePlan'] as const),
  ...(['AcknowledgeReceipt', 'Assign', 'ApproveList', 'RegisterItem', 'ImportItem', 'OpenCase'] as const),
];
/** They end an item or hold it up, or could be taken again and again: met only by chance. */
const RARE: readonly CaseCommandType[] = [
  ...(['Withdraw', 'MergeInto', 'CloseCase', 'RequestReturn', 'Suspend', 'Reassign', 'ChangeLead'] as const),
  'ImportItem',
  ...(['RestrictCase', 'LiftRestriction', 'Publish', 'RecordReportVote'] as const),
];

/** The calendar after another year was published, with a holiday in every month. */
const restDays = Object.fromEntries(
  Array.from({ length: 12 }, (_, month) => [`2027-${String(month + 1).padStart(2, '0')}-05`, 'holiday']),
);
const year2027 = { year: 2027, restDays, workDays: {}, notice: 'assumed' };
const nextYearToo = { ...cnCalendar, version: 'CN@2027-1', years: { ...cnCalendar.years, '2027': year2027 } };

const frozen = <Value>(value: Value): Value => {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(frozen);
  }
  return value;
};

/** What is sent at this place, by whom it is usually sent or by somebody else. */
export const commandOf = (type: CaseCommandType, place: Place, by?: Actor): CaseCommand => {
  const sent = everyCommand[type](place);
  const entered = by === undefined ? walkedPaper(type, place, sent.by) : null;
  const context = {
    ...contextOn(place.on, by ?? entered?.by ?? sent.by),
    basis: { documentNo: 'SC 2026 No. 1' },
    importBatch: 'b1',
    calendar: place.variant === 3 ? nextYearToo : cnCalendar,
    currentRuleSet: 'cq-default@1',
    ruleSets: { 'cq-default@1': cqDefault1 },
    organs: knownOrgans,
    ...(entered === null ? {} : { paper: entered.paper }),
  };
  return frozen({ type, data: marked(sent.data), context } as CaseCommand);
};

/** What the act rests on, as the envelope keeps it. */
const groundsOf = ({ decision, mandate, paper }: Grounds): Grounds => ({
  ...(decision === undefined ? {} : { decision }),
  ...(mandate === undefined ? {} : { mandate }),
  ...(paper === undefined ? {} : { paper }),
});

export const record = (
  events: readonly CaseEvent[],
  { context }: CaseCommand,
  from: number,
): readonly Recorded<CaseEvent>[] =>
  events.map((event, index) =>
    frozen({
      ...event,
      id: `e${from + index}`,
      revision: from + index,
      occurredAt: context.occurredAt,
      recordedAt: `${context.decidedOn}T01:00:00.000Z`,
      decidedOn: context.decidedOn,
      actor: context.actor,
      ...groundsOf(context),
    }),
  );

const inOrder = ({ start, gait }: Step): readonly CaseCommandType[] => {
  if (gait === 'onward') return ONWARD;
  const from = TYPES.map((_type, index) => TYPES[(start + index) % TYPES.length] ?? 'OpenCase');
  return gait === 'leap' ? from.slice(0, 1) : from.filter((type) => !RARE.includes(type));
};

/** The first command that decides something here, or the one at `start` whatever it decides. */
const choose = (step: Step, place: Place): CaseCommand => {
  for (const type of inOrder(step)) {
    if (place.state.status === 'unopened' && (type === 'ImportItem') !== (place.form === 'register'))
      continue;
    const command = commandOf(type, place);
    const decision = caseDecider.decide(command, place.state);
    if (!isRejected(decision) && decision.length > 0) return command;
  }
  return commandOf(TYPES[step.start] ?? 'OpenCase', place);
};

export const walk = ({
  form,
  steps,
}: Walk): { readonly taken: readonly Taken[]; readonly log: readonly Recorded<CaseEvent>[] } => {
  const taken: Taken[] = [];
  const log: Recorded<CaseEvent>[] = [];
  let state = caseDecider.initialState;
  let on = Temporal.PlainDate.from('2026-01-05');
  for (const step of steps) {
    on = on.add({ days: step.days });
    const command = choose(step, {
      state,
      form,
      on: on.toString(),
      itemId: step.itemId,
      variant: step.variant,
    });
    const decision = caseDecider.decide(command, state);
    const events = isRejected(decision) ? [] : record(decision, command, log.length);
    const after = frozen(events.reduce<CaseState>(caseDecider.evolve, state));
    if (events.length > 0)
      taken.push({ command, events: isRejected(decision) ? [] : decision, before: state, after });
    log.push(...events);
    state = after;
  }
  return { taken, log };
};

const step = fc.record({
  start: fc.nat(TYPES.length - 1),
  itemId: fc.constantFrom('i1', 'i1', 'i1', 'i2', 'constructor'),
  variant: fc.nat(3),
  days: fc.constantFrom(0, 0, 1, 3, 9, 60),
  gait: fc.constantFrom('onward', 'onward', 'onward', 'wander', 'leap'),
});
export const walks = fc.record({
  form: fc.constantFrom<Place['form']>('law-inspection', 'suggestion', 'resolution', 'register'),
  steps: fc.array(step, { minLength: 20, maxLength: 70, size: 'max' }),
});
