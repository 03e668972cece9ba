import type { EvolutionsOf } from '../case.decisions.ts';
import type { OpenedCase } from '../case.state.ts';
import { withItem } from '../item-access.ts';
import { factOf } from '../occurred.ts';
import { proposersOf } from '../handlers.ts';
import { inNextCycle } from './cycle.ts';

type ClosingEventType =
  | 'ItemClosed'
  | 'LookBackScheduled'
  | 'LookBackPassed'
  | 'RelapseFound'
  | 'ItemReopened'
  | 'ItemMerged'
  | 'ItemWithdrawn';

/** A case closes with its last item, so an item that comes back brings its case back (C16, C22). */
const reopenCase = (state: OpenedCase): OpenedCase => ({ ...state, status: 'open', closedOn: null });

export const closingEvolutions: EvolutionsOf<ClosingEventType> = {
  ItemClosed: (state, event) =>
    withItem(state, event.data.itemId, (item) => ({
      ...item,
      stage: 'CLOSED',
      disposition: event.data.disposition,
      lookBackDue: event.data.lookBackDue,
      cycle: item.cycle === null ? null : { ...item.cycle, closing: factOf(event) },
    })),

  LookBackScheduled: (state, { data }) =>
    withItem(state, data.itemId, (item) => ({ ...item, stage: 'LOOKBACK', lookBackDue: data.due })),

  LookBackPassed: (state, event) =>
    withItem(state, event.data.itemId, (item) => ({
      ...item,
      stage: 'CLOSED',
      lookBackDue: event.data.nextDue,
      lookBacks: [...item.lookBacks, factOf(event)],
    })),

  RelapseFound: (state, event) =>
    withItem(state, event.data.itemId, (item) => ({
      ...item,
      relapseFound: true,
      lookBacks: [...item.lookBacks, factOf(event)],
    })),

  ItemReopened: (state, event) =>
    reopenCase(
      withItem(state, event.data.itemId, (item) => inNextCycle(item, event.data.next, factOf(event).on)),
    ),

  ItemMerged: (state, { data }) => {
    const merged = withItem(state, data.itemId, (item) => ({
      ...item,
      stage: 'MERGED',
      mergedInto: data.intoItemId,
    }));
    return withItem(merged, data.intoItemId, (item) => ({
      ...item,
      proposersCarried: proposersOf({
        ...item,
        proposers: item.proposersCarried,
        proposersCarried: data.proposersCarried,
      }),
    }));
  },

  ItemWithdrawn: (state, { data }) =>
    withItem(state, data.itemId, (item) => ({ ...item, stage: 'WITHDRAWN', withdrawnFor: data.reason })),
};
