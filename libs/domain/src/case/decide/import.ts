import type { CaseCommandData } from '../case.commands.ts';
import type { CaseDecision, DecisionsOf } from '../case.decisions.ts';
import type { CommandContext } from '../command-context.ts';

/** The first imported item of a register opens its case. */
export const decideFirstImport = (
  { opening, item }: CaseCommandData['ImportItem'],
  { occurredOn }: CommandContext,
): CaseDecision => [
  { type: 'CaseOpened', data: { ...opening, openedOn: occurredOn } },
  { type: 'ItemImported', data: item },
];

export const importDecisions: DecisionsOf<'ImportItem' | 'TakeBackImport'> = {
  ImportItem: () => [],
  TakeBackImport: () => [],
};
