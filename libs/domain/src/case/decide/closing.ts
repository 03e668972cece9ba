import type { DecisionsOf } from '../case.decisions.ts';

type ClosingCommandType =
  | 'CloseItem'
  | 'ScheduleLookBack'
  | 'RecordLookBack'
  | 'Reopen'
  | 'MergeInto'
  | 'Withdraw'
  | 'Escalate'
  | 'DecideEscalation';

export const closingDecisions: DecisionsOf<ClosingCommandType> = {
  CloseItem: () => [],
  ScheduleLookBack: () => [],
  RecordLookBack: () => [],
  Reopen: () => [],
  MergeInto: () => [],
  Withdraw: () => [],
  Escalate: () => [],
  DecideEscalation: () => [],
};
