import {
  type OpenedCase,
  caseDecider,
  stepRecords,
  type CaseCommand,
  type CaseEvent,
  type CaseState,
  type StepName,
} from '@duban/domain';
import { isRejected, type JsonObject } from '@duban/kernel';
import { record } from '../../libs/domain/src/case/case-walk.fixture.ts';
import type { Place } from '../../libs/domain/src/case/every-command.fixture.ts';
import { attemptAt } from './attempt.ts';
import type { Memory } from './any-value.ts';
import { remember } from './bent-data.ts';
import { chanceOf, type Chance } from './chance.ts';
import { courseOf, HELD_BACK, ONWARD, type Course } from './courses.ts';
import type { Entry, History } from './history.ts';
import { lawful, type Rules } from './rules.ts';

export type Walked = {
  readonly histories: readonly History[];
  readonly accepted: ReadonlyMap<string, number>;
  readonly refused: ReadonlyMap<string, number>;
  /** Stages of items and states of cases. */
  readonly visited: ReadonlySet<string>;
  readonly tried: number;
};

const NAMES = Object.keys(stepRecords) as readonly StepName[];

/** Bent commands beside each step. */
const BENT = 7;
/** As often as each step is looked for before the walk is content. */
const WANTED = 80;

type Counts = Map<string, number>;
const count = (counts: Counts, name: string): void => {
  counts.set(name, (counts.get(name) ?? 0) + 1);
};

/** What all histories of a walk share. */
type Ledger = {
  readonly rules: Rules;
  readonly chance: Chance;
  readonly accepted: Counts;
  readonly refused: Counts;
  /** Bent commands. */
  readonly bent: Counts;
  readonly visited: Set<string>;
  tried: number;
};

/** One case while it is walked. */
type Standing = { state: CaseState; on: string; readonly entries: Entry[]; readonly memory: Memory };

const notePlace = ({ visited }: Ledger, state: CaseState): void => {
  if (state.status === 'unopened') return;
  visited.add(state.status);
  for (const { stage } of Object.values(state.items)) visited.add(stage);
};

/** What the rules say to it; none where they refuse it. */
const ask = (command: CaseCommand, { state }: Standing, ledger: Ledger): readonly CaseEvent[] => {
  ledger.tried += 1;
  const decision = ledger.rules.decide(command, state);
  if (decision !== 'forbidden' && !isRejected(decision)) return decision;
  count(ledger.refused, decision === 'forbidden' ? decision : decision.rejected);
  return [];
};

/** Sends it; whether something came of it. */
const send = (command: CaseCommand, standing: Standing, ledger: Ledger): boolean => {
  const { rules, accepted } = ledger;
  const { entries, memory } = standing;
  const decision = ask(command, standing, ledger);
  if (decision.length === 0) return false;
  count(accepted, command.type);
  remember(memory, command.data);
  for (const event of record(decision, command, entries.length)) {
    standing.state = rules.evolve(standing.state, event);
    entries.push({ event, step: command.type, known: command.context.known });
    remember(memory, event.data as object as JsonObject);
    remember(memory, { targetEventId: event.id });
  }
  notePlace(ledger, standing.state);
  return true;
};

/** The steps that were taken seldom, those first that were taken least, in an order that changes. */
const seldomTaken = ({ accepted, chance }: Ledger): readonly StepName[] =>
  NAMES.map((name) => ({ name, taken: accepted.get(name) ?? 0 }))
    .filter(({ taken }) => taken < WANTED)
    .map((each) => ({ ...each, rank: each.taken + chance.below(25) }))
    .toSorted((one, other) => one.rank - other.rank)
    .map(({ name }) => name);

/** What a step on the case as a whole answers: without it there is little to try. */
const HAS_OBJECT: Partial<Readonly<Record<StepName, (state: OpenedCase) => boolean>>> = {
  ConfirmCorrection: ({ proposals }) => proposals.some(({ status }) => status === 'waiting'),
  DeclineCorrection: ({ proposals }) => proposals.some(({ status }) => status === 'waiting'),
  DecideObjection: ({ objections }) => objections.some(({ decision }) => decision === null),
  CloseCase: ({ items }) => Object.keys(items).length > 0,
  LiftRestriction: ({ restrictions }) => restrictions.at(-1)?.lifted === null,
  DecideContestedConclusion: ({ contests }) => contests.some(({ decision }) => decision === null),
};

/** Whoever asks: whether there is something that the step is about. */
const ANYBODY = { id: 'person:anybody', role: 'auditor', organ: 'nowhere' };

/** Whether it has its stage and its object here: what is tried elsewhere is refused for that, whatever else is wrong with it. */
const hasItsPlace = (type: StepName, { state, itemId }: Place): boolean => {
  const { at, during = ['open'], when } = stepRecords[type];
  if (state.status === 'unopened') return type === 'OpenCase' || type === 'ImportItem';
  if (HAS_OBJECT[type]?.(state) === false) return false;
  const item = Object.hasOwn(state.items, itemId) ? state.items[itemId] : undefined;
  if (type === 'RegisterItem' || type === 'ImportItem') return item === undefined;
  if (at === 'case') return during.includes(state.status);
  return item !== undefined && at.includes(item.stage) && when?.({ ...ANYBODY, state, item }) !== false;
};

const inOrder = ({ pace, first, insisting }: Course, ledger: Ledger): readonly StepName[] => {
  const { chance } = ledger;
  const onward = [...(chance.inHundred(insisting) ? first : []), ...ONWARD];
  return chance.below(10) < pace ? onward : [...seldomTaken(ledger), ...onward];
};

/** A register opens by its import, everything else by its document. */
const opens = (type: StepName, { form }: Course): boolean =>
  (type === 'ImportItem') === (form === 'register');

const placeOf = (course: Course, { state, on }: Standing, { chance }: Ledger): Place => ({
  ...{ state, on, form: course.form },
  ...{ itemId: chance.any(course.itemIds) ?? 'i1', variant: chance.below(4) },
});

/** A correction says most where a conclusion rests on what is corrected. */
const isEarly = (type: StepName, { state }: Place): boolean =>
  type === 'ProposeCorrection' &&
  state.status !== 'unopened' &&
  !Object.values(state.items).some(({ stage, pastCycles }) => pastCycles.length > 0 || stage === 'CLOSED');

const isOpenTo = (type: StepName, course: Course, place: Place, { chance }: Ledger): boolean =>
  (place.state.status !== 'unopened' || opens(type, course)) &&
  (hasItsPlace(type, place) || chance.inHundred(2));

const isTried = (type: StepName, course: Course, place: Place, ledger: Ledger): boolean => {
  if (!isOpenTo(type, course, place, ledger)) return false;
  if (isEarly(type, place)) return ledger.chance.inHundred(10);
  const often = HELD_BACK[type] ?? 100;
  return ledger.chance.inHundred(course.first.includes(type) ? Math.max(often, course.insisting) : often);
};

/** The first step of some order that is taken here, by one of a few who try it. */
const takeOne = (course: Course, standing: Standing, ledger: Ledger): void => {
  const { itemId } = placeOf(course, standing, ledger);
  for (const type of inOrder(course, ledger)) {
    for (let attempt = 0; attempt < 3; attempt += 1) {
      const place = { ...placeOf(course, standing, ledger), itemId };
      if (!isTried(type, course, place, ledger)) break;
      if (send(attemptAt(type, place, { ...ledger, ...standing }, false), standing, ledger)) return;
    }
  }
};

/**
 * Somebody tries something that is wrong in some place, what was tried least before the rest; what is lawful all the same happens, but
 * seldom where it would end the case or happened often enough.
 */
const tryAnything = (course: Course, standing: Standing, ledger: Ledger): void => {
  const place = placeOf(course, standing, ledger);
  const [type] = NAMES.filter((name) => isOpenTo(name, course, place, ledger))
    .map((name) => ({ name, rank: (ledger.bent.get(name) ?? 0) + ledger.chance.below(40) }))
    .toSorted((one, other) => one.rank - other.rank)
    .map(({ name }) => name);
  if (type === undefined) return;
  count(ledger.bent, type);
  const command = attemptAt(type, place, { ...ledger, ...standing }, true);
  const isOften = (ledger.accepted.get(type) ?? 0) > 3 * WANTED;
  const happens = HELD_BACK[type] === undefined && !isOften ? 100 : 5;
  (ledger.chance.inHundred(happens) ? send : ask)(command, standing, ledger);
};

const walkCase = (course: Course, ledger: Ledger): History => {
  const { chance } = ledger;
  const standing: Standing = {
    state: caseDecider.initialState,
    on: '2026-01-05',
    entries: [],
    memory: new Map(),
  };
  for (let step = 0; step < course.length; step += 1) {
    const days = chance.one(course.days);
    standing.on = Temporal.PlainDate.from(standing.on).add({ days }).toString();
    for (let bent = 0; bent < BENT; bent += 1) tryAnything(course, standing, ledger);
    takeOne(course, standing, ledger);
  }
  return standing.entries;
};

export type Walk = {
  readonly seed: number;
  readonly rules?: Rules;
  /** At least so many cases, and at most. */
  readonly cases: readonly [fewest: number, most: number];
  /** Whether everything was seen that the walk is for. */
  readonly isEnough: (walked: Walked) => boolean;
};

/** Case after case, walked by chance and led to where it seldom comes by itself. */
export const walkAllSteps = ({ seed, cases: [fewest, most], rules = lawful, isEnough }: Walk): Walked => {
  const histories: History[] = [];
  const counts = { accepted: new Map(), refused: new Map(), bent: new Map(), visited: new Set<string>() };
  const ledger: Ledger = { rules, chance: chanceOf(seed), ...counts, tried: 0 };
  const walked = (): Walked => ({ ...ledger, histories });
  while (histories.length < fewest || (histories.length < most && !isEnough(walked())))
    histories.push(walkCase(courseOf(histories.length, ledger.chance), ledger));
  return walked();
};
