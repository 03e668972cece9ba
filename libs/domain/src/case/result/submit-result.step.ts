import { isRejected, rejected, type Rejected } from '@duban/kernel';
import { Type } from '@sinclair/typebox';
import { sameFacts } from '../../equality/same-facts.ts';
import type { Data, Stored } from '../../schema/data.ts';
import { naming } from '../../schema/held-outside.ts';
import { closed, date, evidence, freeText, id, listOf, orNull, person, whole } from '../../schema/parts.ts';
import { itemRef } from '../../schema/references.ts';
import type { CaseRejection } from '../case.rejections.ts';
import type { DraftState, ItemState, OpenedCase } from '../case.state.ts';
import { disposition, type ItemStage } from '../case.vocabulary.ts';
import type { CommandContext } from '../command-context.ts';
import { findItems, refuseOtherStage, withItem } from '../item-access.ts';
import { ownEntry } from '../own-entry.ts';
import { isAddressee } from '../own-affair.ts';
import type { Step } from '../step.ts';
import { latestDraft, refuseOtherAddressee } from './consultation.ts';

const claim = closed({ itemId: itemRef(), claimedDisposition: disposition(), evidence: evidence() });

/** What an organ says that it reached on one item; kept beside, and never becoming, what a verifier finds (section 2.8). */
export type Claim = Data<typeof claim>;

const resultSubmitted = closed({
  reportNo: id(),
  draftVersion: whole(1),
  signer: person(),
  claims: listOf(claim),
  /** Required when the report departs from the committee's opinion. */
  departureReason: orNull(freeText()),
  submittedOn: date(),
});

export type ResultSubmitted = Stored<'ResultSubmitted', typeof resultSubmitted>;

const sent = naming(
  closed({
    reportNo: id(),
    signer: person(),
    claims: resultSubmitted.properties.claims,
    departureReason: Type.Optional(freeText()),
  }),
);

type Submission = Data<typeof sent>;

const stages: readonly ItemStage[] = ['CONSULTING'];

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
  const claimed = claims.filter((made) => made.evidence.length > 0).map(({ itemId }) => itemId);
  const owed = draft.itemIds.filter(
    (itemId) =>
      ownEntry(state.items, itemId)?.stage === 'CONSULTING' &&
      state.drafts.findLast(({ itemIds }) => itemIds.includes(itemId)) === draft,
  );
  const doubled = claimed.filter((itemId, index) => claimed.indexOf(itemId) !== index);
  return [...owed.filter((itemId) => !claimed.includes(itemId)), ...doubled];
};

/** Without an opinion on the latest draft there is no report; departing from a "disagree" needs a reason (section 2.3). */
const refuseUnconsulted = (
  data: Submission,
  draft: DraftState,
  items: readonly ItemState[],
): Rejected<CaseRejection> | null => {
  const without = items.filter(({ itemId }) => ownEntry(draft.opinions, itemId) === undefined);
  if (without.length > 0) {
    return rejected('result.opinion-missing', {
      itemIds: without.map(({ itemId }) => itemId),
      draft: draft.version,
    });
  }
  const departs = items.filter(({ itemId }) => ownEntry(draft.opinions, itemId)?.verdict === 'disagree');
  return departs.length > 0 && (data.departureReason ?? '').trim() === ''
    ? rejected('result.departure-unexplained', { itemIds: departs.map(({ itemId }) => itemId) })
    : null;
};

const refuseSubmission = (
  data: Submission,
  draft: DraftState,
  { items, state, context }: { items: readonly ItemState[]; state: OpenedCase; context: CommandContext },
): Rejected<CaseRejection> | null => {
  const incomplete = incompleteClaims(data, draft, state);
  return (
    refuseOtherAddressee(items, state, context) ??
    refuseOtherStage(items, stages) ??
    refuseUnconsulted(data, draft, items) ??
    (incomplete.length > 0 ? rejected('result.claims-incomplete', { itemIds: incomplete }) : null)
  );
};

/** 报送整改结果: the addressee's formal report, one claim with evidence for each item that it covers. */
export const submitResult: Step<typeof sent, ResultSubmitted> = {
  label: { zh: '报送整改结果', en: 'Submit the result' },
  source: { supervision: [17, 29, 37] },
  data: sent,
  who: ['government-office'],
  onPaper: true,
  at: stages,
  whose: isAddressee,
  decide: (data, state, context) => {
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
    const refusal = refuseSubmission(data, draft, { items, state, context });
    return refusal ?? [submitted(data, draft.version, context.occurredOn)];
  },
  events: {
    ResultSubmitted: {
      data: resultSubmitted,
      seenBy: 'parties',
      published: true,
      fold: (state, { data }) => {
        const items = Object.fromEntries(
          data.claims.map(({ itemId }) => [itemId, { status: 'submitted' } as const]),
        );
        return data.claims.reduce<OpenedCase>(
          (changed, made) =>
            withItem(changed, made.itemId, ({ cycle, ...item }) => ({
              ...item,
              stage: 'SUBMITTED',
              cycle: cycle && { ...cycle, claim: made },
            })),
          { ...state, results: [...state.results, { submitted: data, items }] },
        );
      },
    },
  },
};
