import { isRejected } from '@duban/kernel';
import { SIGNED_BY_COUNCIL } from '../../authority/deciding-bodies.ts';
import type { Stored } from '../../schema/data.ts';
import { closed, id, listOf, someOf } from '../../schema/parts.ts';
import { itemRef, reportRef } from '../../schema/references.ts';
import { decidingBody, refuseSupervised } from '../competence.ts';
import { withItems } from '../item-access.ts';
import { isNotHandling } from '../own-affair.ts';
import { refuseSilentLeads } from '../separate-handling.ts';
import type { Step } from '../step.ts';
import {
  findReported,
  REVIEWED_STAGES,
  standsSo,
  refuseReviewed,
  withVerdict,
} from './report-under-review.ts';

const resultAccepted = closed({ reportNo: reportRef(), itemIds: listOf(itemRef()), acceptedBy: id() });

export type ResultAccepted = Stored<'ResultAccepted', typeof resultAccepted>;

const sent = closed({ reportNo: reportRef(), itemIds: someOf(itemRef()) });

/** By the working body, or the Council that puts it before the Standing Committee. */
export const acceptForEvaluation: Step<typeof sent, ResultAccepted> = {
  label: { zh: '提请评价', en: 'Accept for evaluation' },
  data: sent,
  who: ['working-body', 'chairpersons-council'],
  decidedBy: SIGNED_BY_COUNCIL,
  at: REVIEWED_STAGES,
  whose: isNotHandling,
  decide: ({ reportNo, itemIds }, state, context) => {
    const named = { reportNo, itemIds };
    const items = findReported(state, named);
    if (isRejected(items)) return items;
    if (standsSo(state, named, { status: 'accepted' })) return [];
    const data = { ...named, acceptedBy: decidingBody(context) };
    return (
      refuseSupervised(items, context) ??
      refuseReviewed(state, named, items) ??
      refuseSilentLeads(state, items) ?? [{ type: 'ResultAccepted', data }]
    );
  },
  events: {
    ResultAccepted: {
      data: resultAccepted,
      seenBy: 'parties',
      published: true,
      fold: (state, { data }) =>
        withItems(withVerdict(state, data, { status: 'accepted' }), data.itemIds, (item) => ({
          ...item,
          stage: 'EVALUATING',
        })),
    },
  },
};
