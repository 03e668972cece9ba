import type { DecisionsOf } from '../case.decisions.ts';
import { closeItem } from './closing/close.ts';
import { lookBackDecisions } from './closing/look-back.ts';
import { mergeInto } from './closing/merge.ts';
import { withdraw } from './closing/withdraw.ts';

type ClosingCommandType =
  'CloseItem' | 'ScheduleLookBack' | 'RecordLookBack' | 'Reopen' | 'MergeInto' | 'Withdraw';

export const closingDecisions: DecisionsOf<ClosingCommandType> = {
  CloseItem: closeItem,
  MergeInto: mergeInto,
  Withdraw: withdraw,
  ...lookBackDecisions,
};
