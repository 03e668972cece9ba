import { isRejected, rejected } from '@duban/kernel';
import { Type } from '@sinclair/typebox';
import { DECIDED_BY_COUNCIL } from '../../authority/deciding-bodies.ts';
import { dueDate, fixedDueDate } from '../../calendar/due-date.ts';
import type { Stored } from '../../schema/data.ts';
import { closed, date, freeText } from '../../schema/parts.ts';
import { itemRef } from '../../schema/references.ts';
import type { OpenedCase } from '../case.state.ts';
import type { ItemStage } from '../case.vocabulary.ts';
import { isUntouched } from '../fresh-cycle.ts';
import { inNextCycle } from '../in-next-cycle.ts';
import { findItem, withItem } from '../item-access.ts';
import { nextCycle } from '../next-cycle.ts';
import { factOf } from '../occurred.ts';
import { pinnedRules, rehandlingPeriod } from '../pinned-rules.ts';
import type { Step } from '../step.ts';

const itemReopened = closed({ itemId: itemRef(), next: nextCycle(), reason: freeText() });

export type ItemReopened = Stored<'ItemReopened', typeof itemReopened>;

const sent = closed({
  itemId: itemRef(),
  reason: freeText(),
  /** Omitted: as long as items of this form are handled anew. */
  fixedDueDate: Type.Optional(date()),
});

const stages: readonly ItemStage[] = ['LOOKBACK', 'CLOSED'];

/** A case closes with its last item, so an item that comes back brings its case back (C16, C22). */
const reopenCase = (state: OpenedCase): OpenedCase => ({ ...state, status: 'open', closedOn: null });

/** A relapse opens the next cycle, with its own date and the same organs; the closed cycle keeps its closing (C19). */
export const reopen: Step<typeof sent, ItemReopened> = {
  label: { zh: '重新办理', en: 'Reopen' },
  data: sent,
  who: ['chairpersons-council'],
  decidedBy: DECIDED_BY_COUNCIL,
  at: stages,
  decide: ({ itemId, reason, fixedDueDate: fixed }, state, context) => {
    const item = findItem(state, itemId);
    if (isRejected(item)) return item;
    if (isUntouched(item, 'relapse') && (fixed === undefined || item.cycle?.due?.date === fixed)) return [];
    if (!stages.includes(item.stage)) {
      return rejected('item.wrong-stage', { itemId, stage: item.stage, allowed: ['LOOKBACK'] });
    }
    if (!item.relapseFound) return rejected('reopen.no-relapse', { itemId });
    const rules = pinnedRules(item, context);
    if (isRejected(rules)) return rules;
    const { calendar, occurredOn } = context;
    if (fixed !== undefined && fixed < occurredOn)
      return rejected('reopen.due-in-past', { itemId, date: fixed });
    const due =
      fixed === undefined
        ? dueDate({ start: occurredOn, period: rehandlingPeriod(state, rules), calendar })
        : fixedDueDate({ date: fixed, calendar });
    const cycle = (item.cycle?.n ?? 0) + 1;
    return [{ type: 'ItemReopened', data: { itemId, next: { cycle, cause: 'relapse', due }, reason } }];
  },
  events: {
    ItemReopened: {
      data: itemReopened,
      seenBy: 'public',
      published: true,
      fold: (state, event) =>
        reopenCase(
          withItem(state, event.data.itemId, (item) => inNextCycle(item, event.data.next, factOf(event).on)),
        ),
    },
  },
};
