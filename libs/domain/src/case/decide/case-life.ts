import type { CaseDecision, DecisionsOf } from '../case.decisions.ts';
import type { CaseCommandData } from '../case.commands.ts';
import type { CaseState } from '../case.state.ts';
import type { CommandContext } from '../command-context.ts';

export const decideOpening = (
  data: CaseCommandData['OpenCase'],
  state: CaseState,
  { occurredOn }: CommandContext,
): CaseDecision =>
  state.status === 'unopened' ? [{ type: 'CaseOpened', data: { ...data, openedOn: occurredOn } }] : [];

export const caseLifeDecisions: DecisionsOf<
  | 'LinkCase'
  | 'CloseCase'
  | 'ArchiveCase'
  | 'RecordPartyReport'
  | 'PublishResult'
  | 'WithholdPublication'
  | 'CorrectEvent'
> = {
  LinkCase: () => [],
  CloseCase: () => [],
  ArchiveCase: () => [],
  RecordPartyReport: () => [],
  PublishResult: () => [],
  WithholdPublication: () => [],
  CorrectEvent: () => [],
};
