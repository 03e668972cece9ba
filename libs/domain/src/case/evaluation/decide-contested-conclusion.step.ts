import { isRejected, rejected, type Rejected } from '@duban/kernel';
import { Type } from '@sinclair/typebox';
import { DECIDED_BY_COUNCIL } from '../../authority/deciding-bodies.ts';
import { dueDate as counted, fixedDueDate } from '../../calendar/due-date.ts';
import type { DueDate } from '../../calendar/calendar.ts';
import type { Data, Stored } from '../../schema/data.ts';
import { closed, date, dueDate, flag, freeText, orNull, shape, whole } from '../../schema/parts.ts';
import { eventRef, itemRef } from '../../schema/references.ts';
import type { CaseRejection } from '../case.rejections.ts';
import type { Contest, ItemState, OpenedCase } from '../case.state.ts';
import { ENDED_STAGES, OPEN_STAGES } from '../case.vocabulary.ts';
import type { CommandContext } from '../command-context.ts';
import { inNextCycle } from '../in-next-cycle.ts';
import { allCycles, findItem, withItem } from '../item-access.ts';
import { factOf } from '../occurred.ts';
import { pinnedRules, rehandlingPeriod } from '../pinned-rules.ts';
import type { Step } from '../step.ts';

const contestedConclusionDecided = closed({
  itemId: itemRef(),
  conclusionEventId: eventRef(),
  /** It stands, whatever its facts say today; else the item is handled again in a cycle of its own. */
  stands: flag(),
  reason: freeText(),
  next: orNull(
    shape('ContestedCycle', { cycle: whole(1), cause: Type.Literal('contested'), due: dueDate() }),
  ),
});

export type ContestedConclusionDecided = Stored<
  'ContestedConclusionDecided',
  typeof contestedConclusionDecided
>;

const sent = closed({
  itemId: itemRef(),
  stands: flag(),
  reason: freeText(),
  /** Of a new cycle. Omitted: as long as items of this form are handled anew. */
  fixedDueDate: Type.Optional(date()),
});

type Sent = Data<typeof sent>;

const contestsOf = ({ contests }: OpenedCase, itemId: string): readonly Contest[] =>
  contests.filter(({ data }) => data.itemId === itemId);

/** The body that concluded, and no other: what it said is its to uphold or to open again. */
const refuseOtherBody = (
  item: ItemState,
  { data: { conclusionEventId } }: Contest,
  { actor }: CommandContext,
): Rejected<CaseRejection> | null => {
  const conclusion = allCycles(item)
    .flatMap(({ conclusions }) => conclusions)
    .find(({ eventId }) => eventId === conclusionEventId);
  return conclusion?.by.role === actor.role && conclusion.by.organ === actor.organ
    ? null
    : rejected('contest.other-body', {
        role: conclusion?.by.role ?? null,
        organ: conclusion?.by.organ ?? null,
      });
};

const dueOf = (
  state: OpenedCase,
  item: ItemState,
  { fixedDueDate: fixed }: Sent,
  { calendar, occurredOn, ...context }: CommandContext,
): DueDate | Rejected<CaseRejection> => {
  const rules = pinnedRules(item, { calendar, occurredOn, ...context });
  if (isRejected(rules)) return rules;
  if (fixed === undefined)
    return counted({ start: occurredOn, period: rehandlingPeriod(state, rules), calendar });
  return fixed < occurredOn
    ? rejected('reopen.due-in-past', { itemId: item.itemId, date: fixed })
    : fixedDueDate({ date: fixed, calendar });
};

const repeated = (contest: Contest | undefined, { stands, reason }: Sent): boolean =>
  contest?.decision?.data.stands === stands && contest.decision.data.reason === reason;

/**
 * 对存疑结论作出决定: the facts that a conclusion rests on were corrected and say something else now. Until its body has
 * decided, nothing moves (authority.md section 5).
 */
export const decideContestedConclusion: Step<typeof sent, ContestedConclusionDecided> = {
  label: { zh: '决定存疑结论', en: 'Decide on a contested conclusion' },
  data: sent,
  who: ['chairpersons-council', 'working-body'],
  decidedBy: DECIDED_BY_COUNCIL,
  at: [...OPEN_STAGES, ...ENDED_STAGES],
  when: ({ state, item }) => contestsOf(state, item.itemId).some(({ decision }) => decision === null),
  decide: (data, state, context) => {
    const item = findItem(state, data.itemId);
    if (isRejected(item)) return item;
    const contests = contestsOf(state, data.itemId);
    const open = contests.find(({ decision }) => decision === null);
    if (open === undefined)
      return repeated(contests.at(-1), data) ? [] : rejected('contest.none', { itemId: data.itemId });
    const refusal = refuseOtherBody(item, open, context);
    if (refusal !== null) return refusal;
    const { itemId, stands, reason } = data;
    const said = { itemId, conclusionEventId: open.data.conclusionEventId, stands, reason };
    if (stands) return [{ type: 'ContestedConclusionDecided', data: { ...said, next: null } }];
    if (item.cycle?.n !== open.data.cycle || !['CLOSED', 'LOOKBACK'].includes(item.stage))
      return rejected('contest.cycle-under-way', { itemId, stage: item.stage });
    const due = dueOf(state, item, data, context);
    if (isRejected(due)) return due;
    const next = { cycle: open.data.cycle + 1, cause: 'contested', due } as const;
    return [{ type: 'ContestedConclusionDecided', data: { ...said, next } }];
  },
  events: {
    ContestedConclusionDecided: {
      data: contestedConclusionDecided,
      seenBy: 'public',
      published: true,
      fold: (state, event) => {
        const decision = factOf(event);
        const { itemId, conclusionEventId, next } = decision.data;
        const contests = state.contests.map((contest) =>
          contest.decision === null && contest.data.conclusionEventId === conclusionEventId
            ? { ...contest, decision }
            : contest,
        );
        const decided = { ...state, contests };
        return next === null
          ? decided
          : withItem({ ...decided, status: 'open', closedOn: null }, itemId, (item) =>
              inNextCycle(item, next, decision.on),
            );
      },
    },
  },
};
