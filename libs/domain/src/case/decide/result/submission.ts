import { isRejected, rejected, type Rejected } from '@duban/kernel';
import { sameFacts } from '../../../equality/same-facts.ts';
import type { CaseCommandData } from '../../case.commands.ts';
import type { DecisionsOf } from '../../case.decisions.ts';
import type { CaseRejection } from '../../case.rejections.ts';
import type { DraftState, ItemState, OpenedCase } from '../../case.state.ts';
import type { CommandContext } from '../../command-context.ts';
import type { ResultSubmitted } from '../../events/rectification.events.ts';
import { findItems, unlessAt } from '../../item-access.ts';
import { latestDraft, unlessAddressee } from './draft.ts';
import { ownEntry } from '../../own-entry.ts';

type Submission = CaseCommandData['SubmitResult'];

const submitted = (
  { reportNo, signer, claims, departureReason }: Submission,
  draftVersion: number,
  submittedOn: string,
): ResultSubmitted => ({
  type: 'ResultSubmitted',
  data: { reportNo, draftVersion, signer, claims, departureReason: departureReason ?? null, submittedOn },
});

/** One claim with evidence for each item of the draft that is still under consultation. */
const incompleteClaims = (
  { claims }: Submission,
  draft: DraftState,
  state: OpenedCase,
): readonly string[] => {
  const claimed = claims.filter(({ evidence }) => evidence.length > 0).map(({ itemId }) => itemId);
  const owed = draft.itemIds.filter(
    (itemId) =>
      ownEntry(state.items, itemId)?.stage === 'CONSULTING' &&
      state.drafts.findLast(({ itemIds }) => itemIds.includes(itemId)) === draft,
  );
  const doubled = claimed.filter((itemId, index) => claimed.indexOf(itemId) !== index);
  return [...owed.filter((itemId) => !claimed.includes(itemId)), ...doubled];
};

/** Without an opinion on the latest draft there is no report; departing from a "disagree" needs a reason (section 2.3). */
const unlessConsulted = (
  data: Submission,
  draft: DraftState,
  items: readonly ItemState[],
): Rejected<CaseRejection> | null => {
  const without = items.filter(({ itemId }) => draft.opinions[itemId] === undefined);
  if (without.length > 0) {
    return rejected('result.opinion-missing', {
      itemIds: without.map(({ itemId }) => itemId),
      draft: draft.version,
    });
  }
  const departs = items.filter(({ itemId }) => draft.opinions[itemId]?.verdict === 'disagree');
  return departs.length > 0 && (data.departureReason ?? '').trim() === ''
    ? rejected('result.departure-unexplained', { itemIds: departs.map(({ itemId }) => itemId) })
    : null;
};

const unlessComplete = (
  data: Submission,
  draft: DraftState,
  { items, state, context }: { items: readonly ItemState[]; state: OpenedCase; context: CommandContext },
): Rejected<CaseRejection> | null => {
  const incomplete = incompleteClaims(data, draft, state);
  return (
    unlessAddressee(items, context) ??
    unlessAt(items, ['CONSULTING']) ??
    unlessConsulted(data, draft, items) ??
    (incomplete.length > 0 ? rejected('result.claims-incomplete', { itemIds: incomplete }) : null)
  );
};

export const submissionDecisions: DecisionsOf<'SubmitResult'> = {
  SubmitResult: (data, state, context) => {
    const earlier = state.results.find((result) => result.submitted.reportNo === data.reportNo)?.submitted;
    if (earlier !== undefined) {
      const again = submitted(data, earlier.draftVersion, earlier.submittedOn);
      return sameFacts(earlier, again.data)
        ? []
        : rejected('result.number-taken', { reportNo: data.reportNo });
    }
    const itemIds = data.claims.map(({ itemId }) => itemId);
    const items = findItems(state, itemIds);
    if (isRejected(items)) return items;
    const draft = latestDraft(state, items);
    if (draft === undefined) return rejected('result.draft-unknown', { itemIds });
    const refusal = unlessComplete(data, draft, { items, state, context });
    return refusal ?? [submitted(data, draft.version, context.occurredOn)];
  },
};
