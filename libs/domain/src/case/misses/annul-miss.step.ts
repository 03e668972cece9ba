import { isRejected, rejected, type Rejected } from '@duban/kernel';
import { Type } from '@sinclair/typebox';
import { SIGNED_BY_COUNCIL } from '../../authority/deciding-bodies.ts';
import { dueDate as countedFrom, fixedDueDate } from '../../calendar/due-date.ts';
import type { DueDate } from '../../calendar/calendar.ts';
import { clerical, uncorrectable } from '../../schema/corrections.ts';
import type { Data, Stored } from '../../schema/data.ts';
import { closed, date, dueDate, freeText, id, oneOf, orNull, whole, without } from '../../schema/parts.ts';
import { assignmentRef, fileDigest, itemRef } from '../../schema/references.ts';
import type { CaseRejection } from '../case.rejections.ts';
import type { ItemState, Miss, OpenedCase } from '../case.state.ts';
import { ENDED_STAGES, missKind, OPEN_STAGES } from '../case.vocabulary.ts';
import { decidingBody, refuseResolution, refuseSupervised } from '../competence.ts';
import type { CommandContext } from '../command-context.ts';
import { findItem, withItem } from '../item-access.ts';
import { factOf } from '../occurred.ts';
import { isNotHandling } from '../own-affair.ts';
import type { Step } from '../step.ts';
import { withLawfulDate } from './lawful-date.ts';
import { endedBy, isClock, onDay, standingMisses } from './misses.ts';
import { owedDates } from './owed-dates.ts';
import { refuseGround } from './grounds-of-annulment.ts';

const missAnnulled = closed({
  itemId: itemRef(),
  cycle: uncorrectable(whole(1)),
  which: uncorrectable(missKind()),
  /** Of a co-opinion; null for the dates of the item. */
  assignmentId: orNull(assignmentRef()),
  dueDate: uncorrectable(date()),
  /** `provisional-calendar`: the year was published otherwise. `slip`: the date was written down wrongly. */
  ground: uncorrectable(oneOf('provisional-calendar', 'slip')),
  /** Number of the notice, or of the paper that shows the lawful date. */
  documentNo: clerical(id()),
  /** That paper, for a slip: it lies with the case. */
  digest: uncorrectable(orNull(fileDigest())),
  /** The date that was the lawful one all along. */
  lawfulDue: uncorrectable(dueDate()),
  decidedBy: uncorrectable(id()),
  reason: freeText(),
});

/** A date that was never the lawful one is no miss. The date that was takes its place. */
export type MissAnnulled = Stored<'MissAnnulled', typeof missAnnulled>;

const sent = Type.Composite(
  [without(missAnnulled, 'lawfulDue', 'decidedBy'), closed({ lawfulDate: date() })],
  { additionalProperties: false },
);

export type Annulment = Data<typeof sent>;

const isSame =
  (data: Pick<Annulment, 'cycle' | 'which' | 'assignmentId' | 'dueDate'>) =>
  (miss: Miss): boolean =>
    miss.cycle === data.cycle &&
    miss.which === data.which &&
    miss.assignmentId === data.assignmentId &&
    miss.dueDate === data.dueDate;

/** A date fixed in a resolution is the Standing Committee's: it alone says that it was another. */
const refuseBody = (
  item: ItemState,
  { which, dueDate: fixed }: Annulment,
  context: CommandContext,
): Rejected<CaseRejection> | null =>
  (isClock(which) ? refuseResolution(item, context, fixed) : null) ?? refuseSupervised([item], context);

const lawfulDue = (
  { lawfulDate, ground }: Annulment,
  { counted }: Miss,
  { calendar }: CommandContext,
): DueDate =>
  ground === 'slip' || counted === null
    ? fixedDueDate({ date: lawfulDate, calendar })
    : countedFrom({ ...counted, calendar });

/** The item as it is today: a date that passed since the last event of the case is a miss, too. */
const itemToday = (
  state: OpenedCase,
  itemId: string,
  { decidedOn }: CommandContext,
): ItemState | Rejected<CaseRejection> => findItem(onDay(state, decidedOn), itemId);

/** 撤销逾期: only where the date never was the lawful one, on a document that says so. */
export const annulMiss: Step<typeof sent, MissAnnulled> = {
  label: { zh: '撤销逾期记录', en: 'Annul a miss' },
  data: sent,
  who: ['supervision-office', 'chairpersons-council'],
  // The office enters it, and no person of the office lets a miss fall alone where the Council is registered.
  decidedBy: { ...SIGNED_BY_COUNCIL, enteredBy: ['supervision-office', 'chairpersons-council'] },
  at: [...OPEN_STAGES, ...ENDED_STAGES],
  whose: isNotHandling,
  when: ({ item }) => standingMisses(item.misses).length > 0 || owedDates(item).length > 0,
  decide: (data, state, context) => {
    const item = itemToday(state, data.itemId, context);
    if (isRejected(item)) return item;
    const { itemId, cycle, which, assignmentId, dueDate: missed } = data;
    const named = { itemId, cycle, which, assignmentId, dueDate: missed };
    const miss = item.misses.find(isSame(data));
    if (miss === undefined) return rejected('miss.unknown', named);
    if (miss.annulled !== null) {
      const { ground, lawfulDue: lawful } = miss.annulled.data;
      return ground === data.ground && lawful.date === data.lawfulDate
        ? []
        : rejected('miss.annulled', named);
    }
    const refusal =
      refuseBody(item, data, context) ?? refuseGround(data, endedBy(item, miss, state), context);
    if (refusal !== null) return refusal;
    const { lawfulDate: _date, ...said } = data;
    const annulment = {
      ...said,
      lawfulDue: lawfulDue(data, miss, context),
      decidedBy: decidingBody(context),
    };
    return [{ type: 'MissAnnulled', data: annulment }];
  },
  events: {
    MissAnnulled: {
      data: missAnnulled,
      seenBy: 'parties',
      published: true,
      fold: (state, event) =>
        withItem(state, event.data.itemId, (item) => ({
          ...withLawfulDate(item, event.data),
          misses: item.misses.map((miss) =>
            isSame(event.data)(miss) && miss.annulled === null ? { ...miss, annulled: factOf(event) } : miss,
          ),
        })),
    },
  },
};
