import { CodedError } from '@duban/kernel';
import {
  clockCommands,
  type CaseCommands,
  type CommandOutcome,
  type ReferenceCommands,
} from '@duban/application';
import { DEMO_STARTS_AT, referenceSteps, type ReferenceStep } from './cast/reference-steps.ts';
import { demoScripts } from './demo-scripts.ts';
import { stepsOf, type CaseStep } from './script/steps.ts';

/** The clock that the log is told by: it stands still between two calls. */
export type DemoTime = { readonly moveTo: (instant: string) => void };

export type DemoOffice = { readonly cases: CaseCommands; readonly references: ReferenceCommands };

type Step = CaseStep | ReferenceStep;

const millisecondOf = ({ at }: Step): number => Temporal.Instant.from(at).epochMilliseconds;

/** Every command of the demo in the order of its instants; what happens at the same time keeps the order of the cases. */
export const demoSteps = (): readonly Step[] =>
  [...referenceSteps, ...demoScripts.flatMap(stepsOf)].toSorted(
    (a, b) => millisecondOf(a) - millisecondOf(b),
  );

const nameOf = (step: Step): string =>
  'name' in step ? step.name : `${step.sent.type} of ${step.sent.actor.id} (${step.sent.commandId})`;

const fail = (step: Step, outcome: CommandOutcome, expected: string): never => {
  throw new CodedError(
    'seed.refused',
    `${nameOf(step)} at ${step.at}: expected ${expected}, found ${JSON.stringify(outcome)}`,
  );
};

/** Whether this round found nothing because 2026 was known before the demo began. */
const mayBeIdle = (step: Step): boolean => 'sent' in step && step.sent.type === clockCommands.recount;

/** The outcome of one step; null where it was left out. */
const play = async (step: Step, office: DemoOffice, repeats: boolean): Promise<CommandOutcome | null> => {
  if ('name' in step) return step.send(office.references);
  if (step.refused !== null && repeats) return null;
  return office.cases(step.caseId, step.sent);
};

const check = (step: Step, outcome: CommandOutcome): void => {
  const refused = 'refused' in step ? step.refused : null;
  if (refused !== null) {
    if (outcome.outcome !== 'rejected' || outcome.rejected !== refused) fail(step, outcome, refused);
    return;
  }
  if (outcome.outcome === 'nothing-to-do' && mayBeIdle(step)) return;
  if (outcome.outcome !== 'accepted') fail(step, outcome, 'an event');
};

/**
 * Tells the worked examples of domain.md section 6 to a log, by ordinary commands at the instants at which they
 * happened. Command ids are fixed: telling them again writes nothing, and a telling that was cut off is completed.
 * While it repeats what is written already, acts that were refused at their time are left out: the state has moved on.
 * @throws CodedError `seed.refused` with the step, where a rule says no, or fails to say it
 */
export const seedDemo = async (office: DemoOffice, time: DemoTime): Promise<void> => {
  let repeats = false;
  for (const step of demoSteps()) {
    time.moveTo(step.at);
    const outcome = await play(step, office, repeats);
    if (outcome === null) continue;
    check(step, outcome);
    if (outcome.outcome === 'accepted') repeats = outcome.replayed;
  }
};

/** What an office of the demo profile starts with. */
export const demoSeed = { startsAt: DEMO_STARTS_AT, play: seedDemo };
