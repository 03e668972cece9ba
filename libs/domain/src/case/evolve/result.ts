import type { EvolutionsOf } from '../case.decisions.ts';
import type { ItemState, OpenedCase, ResultVerdict } from '../case.state.ts';
import { withItem } from '../item-access.ts';
import { withDue } from './cycle-change.ts';

export type ResultEventType =
  'DraftResultSubmitted' | 'CommitteeOpinionGiven' | 'ResultSubmitted' | 'ResultAccepted' | 'ResultReturned';

const withItems = (
  state: OpenedCase,
  itemIds: readonly string[],
  change: (item: ItemState) => ItemState,
): OpenedCase => itemIds.reduce((changed, itemId) => withItem(changed, itemId, change), state);

const withVerdict = (
  state: OpenedCase,
  { reportNo, itemIds }: { readonly reportNo: string; readonly itemIds: readonly string[] },
  verdict: ResultVerdict,
): OpenedCase => ({
  ...state,
  results: state.results.map((result) =>
    result.submitted.reportNo === reportNo
      ? {
          ...result,
          items: { ...result.items, ...Object.fromEntries(itemIds.map((itemId) => [itemId, verdict])) },
        }
      : result,
  ),
});

export const resultEvolutions: EvolutionsOf<ResultEventType> = {
  DraftResultSubmitted: (state, { data: { draftVersion, documentHash, itemIds } }) =>
    withItems(
      { ...state, drafts: [...state.drafts, { version: draftVersion, documentHash, itemIds, opinions: {} }] },
      itemIds,
      (item) => ({ ...item, stage: 'CONSULTING' }),
    ),

  CommitteeOpinionGiven: (state, { data: { draftVersion, itemIds, verdict, comments } }) => {
    const given = Object.fromEntries(itemIds.map((itemId) => [itemId, { verdict, comments }]));
    return {
      ...state,
      drafts: state.drafts.map((draft) =>
        draft.version === draftVersion ? { ...draft, opinions: { ...draft.opinions, ...given } } : draft,
      ),
    };
  },

  /** What the organ claims is kept beside, and never becomes, what a verifier finds (section 2.8). */
  ResultSubmitted: (state, { data }) => {
    const items = Object.fromEntries(
      data.claims.map(({ itemId }) => [itemId, { status: 'submitted' } as const]),
    );
    return data.claims.reduce<OpenedCase>(
      (changed, claim) =>
        withItem(changed, claim.itemId, ({ cycle, ...item }) => ({
          ...item,
          stage: 'SUBMITTED',
          cycle: cycle && { ...cycle, claim },
        })),
      { ...state, results: [...state.results, { submitted: data, items }] },
    );
  },

  ResultAccepted: (state, { data }) =>
    withItems(withVerdict(state, data, { status: 'accepted' }), data.itemIds, (item) => ({
      ...item,
      stage: 'EVALUATING',
    })),

  ResultReturned: (state, { data }) => {
    const { defects, newDue, itemIds } = data;
    const verdict = { status: 'returned', defects, newDueDate: newDue?.date ?? null } as const;
    return withItems(withVerdict(state, data, verdict), itemIds, ({ cycle, ...item }) => ({
      ...item,
      stage: 'REWORK',
      cycle: cycle && newDue !== null ? withDue(cycle, newDue) : cycle,
    }));
  },
};
