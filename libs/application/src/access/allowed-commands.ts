import {
  ENDED_STAGES,
  stepRecords,
  type CaseCommandType,
  type ItemStage,
  type ItemState,
  type OpenedCase,
  type StepPlace as Place,
} from '@duban/domain';
import { maySend } from './command-table.ts';

const OPEN: readonly ItemStage[] = [
  'REGISTERED',
  'LISTED',
  'ASSIGNED',
  'RETURN_REQUESTED',
  'RECEIVED',
  'RECTIFYING',
  'SUSPENDED',
  'REWORK',
  'CONSULTING',
  'SUBMITTED',
  'EVALUATING',
  'LOOKBACK',
];
const KEPT: readonly ItemStage[] = [...OPEN, ...ENDED_STAGES.filter((stage) => stage === 'CLOSED')];

type Row = {
  readonly stages: readonly ItemStage[];
  /** What else must be there for the step to have an object: an open escalation, a promise, a reply. */
  readonly when?: (place: Place) => boolean;
};

const isSuggestion = ({ state }: Place): boolean => state.opened.supervisionForm === 'suggestion';
const hasPromise = ({ item }: Place): boolean =>
  [item.cycle, ...item.pastCycles].some((cycle) =>
    cycle?.commitments.some(({ fulfilledBy }) => fulfilledBy === null),
  );

/**
 * Where a command on an item can be accepted at all: its stage, and what the step is about. A hint for people and clients; the
 * decider alone decides. Commands on the case as a whole have no item and are not named.
 */
const ofSteps: Partial<Readonly<Record<CaseCommandType, Row>>> = Object.fromEntries(
  Object.entries(stepRecords).flatMap(([name, { at: stages, when }]) =>
    stages === 'case' ? [] : [[name, { stages, ...(when === undefined ? {} : { when }) }]],
  ),
);

const ROWS: Partial<Readonly<Record<CaseCommandType, Row>>> = {
  ...ofSteps,
  SendReply: { stages: ['RECEIVED', 'RECTIFYING', 'REWORK', 'EVALUATING'], when: isSuggestion },
  EvaluateReply: { stages: ['EVALUATING'], when: isSuggestion },
  FulfilCommitment: { stages: KEPT, when: hasPromise },
  RollOverCommitment: { stages: KEPT, when: hasPromise },
};

/** The commands that this role may send and that this item of the case can take now. */
export const allowedCommands = (
  role: string,
  state: OpenedCase,
  item: ItemState,
): readonly CaseCommandType[] =>
  (Object.keys(ROWS) as CaseCommandType[]).filter((type) => {
    const row = ROWS[type];
    return (
      maySend(role, type) &&
      row?.stages.includes(item.stage) === true &&
      (row.when?.({ role, state, item }) ?? true)
    );
  });
