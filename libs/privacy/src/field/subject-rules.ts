import type { DubanEventType } from '@duban/contracts';
import { stepEvents, type EventRecord, type StepEvent } from '@duban/domain';
import type { ActorRole } from '@duban/kernel';

/**
 * Whose a text is besides the stream's. The key is a path in dots; the value names the members of the event's data that
 * hold `person:<id>`s. A path that the schema does not mark as free text is encrypted all the same once it stands here.
 */
export type SubjectRules = {
  readonly [Type in DubanEventType]?: Readonly<Record<string, readonly string[]>>;
};

type Rule = SubjectRules[DubanEventType];

const ofSteps = (ruleOf: (record: EventRecord<StepEvent>) => Rule): SubjectRules =>
  Object.fromEntries(
    [...stepEvents].flatMap(([type, record]) => {
      const rule = ruleOf(record);
      return rule === undefined ? [] : [[type, rule]];
    }),
  );

/**
 * The rule behind the table: what officials write in office is the case's record (State archives order no. 8) and goes
 * with the case only; what is by or about somebody whom the event names as a private person or a deputy goes with each
 * of them as well. Adding a row is safe at any time: it holds for what is written from then on.
 */
export const subjectRules: SubjectRules = ofSteps(({ personal }) => personal);

/** Who speaks in their own name: every text of their events is theirs too. */
export const ownVoices: readonly ActorRole[] = ['deputy'];

/**
 * What stands in clear until it concerns somebody: a digest that is in the open lets anybody check the file offline, and
 * lets anybody with the log test guesses of a short file of somebody who was erased (ADR 6).
 */
export const withPersonsOnly: SubjectRules = ofSteps(({ personalWithPersons }) => personalWithPersons);
