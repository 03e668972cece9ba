import type { Deviation, DeviationKind } from '@duban/contracts';
import type { LogEntry } from '../fold/log-entry.ts';
import { witnessOf } from './deviation.ts';
import type { LawfulModel, Step, StepId } from './model.ts';

/** One item on its way through a model. */
export type ItemWalk = {
  readonly itemId: string;
  readonly model: LawfulModel;
  readonly cycle: number;
  /** First event of each step that counts for the present round. */
  readonly taken: ReadonlyMap<StepId, LogEntry>;
  /** Steps that a later one went past, with the event that did. */
  readonly passed: ReadonlyMap<StepId, { readonly by: Step; readonly entry: LogEntry }>;
  readonly deviations: readonly Deviation[];
};

export const startWalk = (itemId: string, model: LawfulModel): ItemWalk => ({
  ...{ itemId, model, cycle: 1, deviations: [] },
  ...{ taken: new Map<never, never>(), passed: new Map<never, never>() },
});

type Shown = { readonly kind: DeviationKind; readonly step: Step; readonly before: Step | null };

export const deviationOf = (
  { itemId, cycle }: ItemWalk,
  { kind, step, before }: Shown,
  entries: readonly LogEntry[],
): Deviation => ({
  ...{ itemId, cycle, kind },
  step: step.id,
  label: step.label,
  before: before?.id ?? null,
  shownBy: entries.map(witnessOf).sort((a, b) => a.revision - b.revision),
});

/** A step that was gone past and is taken now was not skipped: it came late. */
const caughtUp = (walk: ItemWalk, step: Step, entry: LogEntry): ItemWalk => {
  const past = walk.passed.get(step.id);
  if (past === undefined) return walk;
  const passed = new Map(walk.passed);
  passed.delete(step.id);
  const late = deviationOf(walk, { kind: 'out-of-order', step, before: past.by }, [past.entry, entry]);
  return { ...walk, passed, deviations: [...walk.deviations, late] };
};

/** Earlier steps that nobody took are gone past by this one; the first later step is the one that shows it. */
const gonePast = (walk: ItemWalk, step: Step, entry: LogEntry): ItemWalk => {
  const earlier = walk.model.steps.slice(0, walk.model.steps.indexOf(step));
  const fresh = earlier.filter(({ id }) => !walk.taken.has(id) && !walk.passed.has(id));
  const passed = new Map([...walk.passed, ...fresh.map(({ id }) => [id, { by: step, entry }] as const)]);
  return { ...walk, passed };
};

const inLegalTime = (walk: ItemWalk, step: Step, entry: LogEntry): ItemWalk => {
  const { steps } = walk.model;
  const former = steps.slice(0, steps.indexOf(step)).findLast(({ id }) => walk.taken.has(id));
  const first = former === undefined ? undefined : walk.taken.get(former.id);
  if (first === undefined || entry.occurredMs >= first.occurredMs) return walk;
  const broken = deviationOf(walk, { kind: 'legal-order', step, before: former ?? null }, [first, entry]);
  return { ...walk, deviations: [...walk.deviations, broken] };
};

export const takeStep = (walk: ItemWalk, step: Step, entry: LogEntry): ItemWalk => {
  const walked = inLegalTime(gonePast(caughtUp(walk, step, entry), step, entry), step, entry);
  return walked.taken.has(step.id)
    ? walked
    : { ...walked, taken: new Map([...walked.taken, [step.id, entry]]) };
};

export const undo = (walk: ItemWalk, steps: readonly StepId[]): ItemWalk => ({
  ...walk,
  taken: new Map([...walk.taken].filter(([id]) => !steps.includes(id))),
});

/** What was gone past and never taken. */
const skipped = (walk: ItemWalk): readonly Deviation[] =>
  [...walk.passed].flatMap(([id, { by, entry }]) => {
    const step = walk.model.steps.find((each) => each.id === id);
    return step === undefined ? [] : [deviationOf(walk, { kind: 'skipped', step, before: by }, [entry])];
  });

/** The next round: what carries over stays taken, and nothing of the last round can be made up for. */
export const nextRound = (walk: ItemWalk, cycle: number): ItemWalk => {
  const again = walk.model.steps.filter(({ carriesOver }) => !carriesOver).map(({ id }) => id);
  return { ...undo(walk, again), cycle, passed: new Map(), deviations: finished(walk) };
};

export const finished = (walk: ItemWalk): readonly Deviation[] => [...walk.deviations, ...skipped(walk)];
