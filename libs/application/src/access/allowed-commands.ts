import { stepRecords, type CaseCommandType, type ItemState, type OpenedCase } from '@duban/domain';
import { maySend } from './command-table.ts';

const commands = Object.keys(stepRecords) as readonly CaseCommandType[];

/**
 * The commands that this role may send and that this item of the case can take now: at its stage, and where there is what the
 * step is about. A hint for people and clients; the decider alone decides. Commands on the case as a whole are not named.
 */
export const allowedCommands = (
  role: string,
  state: OpenedCase,
  item: ItemState,
): readonly CaseCommandType[] =>
  commands.filter((type) => {
    const { at, when } = stepRecords[type];
    return (
      maySend(role, type) &&
      at !== 'case' &&
      at.includes(item.stage) &&
      (when?.({ role, state, item }) ?? true)
    );
  });
