import { allowedCommands, caseKind, loadStream, type StepAsker } from '@duban/application';
import { commandNameOf } from '@duban/contracts';
import { caseStream, type ItemState, type OpenedCase, ownEntry } from '@duban/domain';
import type { ProblemDetails } from '@duban/nest';
import type { EventReader } from '@duban/event-store';

/** Items that a command names, wherever its data has them. */
const itemIdsOf = (data: object): readonly string[] => {
  const { itemId, itemIds, coversItemIds } = data as Record<string, unknown>;
  return [itemId, itemIds, coversItemIds].flat().filter((id) => typeof id === 'string');
};

const namedItems = (state: OpenedCase, data: object): readonly ItemState[] =>
  itemIdsOf(data).flatMap((itemId) => ownEntry(state.items, itemId) ?? []);

/** Where the named items stand and what the asker could do with them now: what a refused asker needs to go on. */
export const refusalState = async (
  store: EventReader,
  caseId: string,
  asker: StepAsker,
  data: object,
): Promise<ProblemDetails> => {
  const { state } = await loadStream(store, caseKind, caseStream(caseId));
  if (state.status === 'unopened') return {};
  const items = namedItems(state, data);
  const allowed = new Set(items.flatMap((item) => allowedCommands(asker, state, item)));
  return {
    state: {
      case: state.status,
      items: items.map(({ itemId, stage, cycle }) => ({ itemId, stage, cycle: cycle?.n ?? 0 })),
    },
    allowed: [...allowed].map(commandNameOf),
  };
};
