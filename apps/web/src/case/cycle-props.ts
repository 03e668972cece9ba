import type { Cycle, ItemState, OpenedCase } from '../api/answers.ts';

export type CycleProps = {
  readonly item: ItemState;
  readonly cycle: Cycle;
  readonly state: OpenedCase;
};
