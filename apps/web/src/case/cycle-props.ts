import type { Cycle, ItemState, OpenedCase } from '@duban/contracts/browser';

export type CycleProps = {
  readonly item: ItemState;
  readonly cycle: Cycle;
  readonly state: OpenedCase;
};
