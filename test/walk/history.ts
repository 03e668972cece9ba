import type { CaseEvent, KnownAuthority, StepName } from '@duban/domain';
import type { Recorded } from '@duban/kernel';

/** An event with the step that it came of and what the registers said then. */
export type Entry = {
  readonly event: Recorded<CaseEvent>;
  readonly step: StepName;
  readonly known: KnownAuthority | undefined;
};

/** One case from its first event on. */
export type History = readonly Entry[];
