import { caseDecider } from '../case.decider.ts';
import type { CaseState } from '../case.state.ts';
import type {
  ExaminationRule,
  ExaminedCaseEvent,
  ExaminedOtherEvent,
  FoundDetails,
} from './examination-rule.ts';

/** One place in the log that today's rules would refuse. */
export type ExaminationFinding<Code extends string = string> = {
  readonly code: Code;
  readonly stream: string;
  readonly revision: number;
  readonly eventId: string;
  readonly eventType: string;
  readonly details: FoundDetails;
};

export type Examination<Code extends string> = {
  readonly see: (event: ExaminedOtherEvent) => void;
  /** The whole stream of one case in order, as a list or one by one. */
  readonly examineCase: (events: Iterable<ExaminedCaseEvent>) => readonly ExaminationFinding<Code>[];
};

/** Holds a log against the rules of today. Feed it all other streams first, then case after case. */
export const beginExamination = <Code extends string>(
  rules: readonly ExaminationRule<Code>[],
): Examination<Code> => {
  const examiners = rules.map(({ code, begin }) => ({ code, ...begin() }));
  const examineEvent = (event: ExaminedCaseEvent, before: CaseState): readonly ExaminationFinding<Code>[] =>
    examiners.flatMap(({ code, examine }) =>
      examine(event, before).map((details) => ({
        code,
        stream: event.stream,
        revision: event.revision,
        eventId: event.id,
        eventType: event.type,
        details,
      })),
    );
  return {
    see: (event) => {
      for (const { see } of examiners) see?.(event);
    },
    examineCase: (events) => {
      const found: ExaminationFinding<Code>[] = [];
      let state: CaseState = caseDecider.initialState;
      for (const event of events) {
        found.push(...examineEvent(event, state));
        state = caseDecider.evolve(state, event);
      }
      return found;
    },
  };
};
