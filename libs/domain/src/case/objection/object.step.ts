import { isRejected, rejected, type Actor, type Rejected } from '@duban/kernel';
import type { Data, Stored } from '../../schema/data.ts';
import { closed, freeText, id, orNull, without } from '../../schema/parts.ts';
import { eventRef, itemRef } from '../../schema/references.ts';
import type { CaseRejection } from '../case.rejections.ts';
import type { ObjectionState, OpenedCase } from '../case.state.ts';
import { objectionSubject } from '../case.vocabulary.ts';
import type { CommandContext } from '../command-context.ts';
import { proposersOf } from '../handlers.ts';
import { allCycles, findItem } from '../item-access.ts';
import { factOf } from '../occurred.ts';
import { itemsOn } from '../paper/author-of.ts';
import type { Step } from '../step.ts';

const objected = closed({
  objectionId: id(),
  /** Null: it is about the case as a whole, a notice for instance. */
  itemId: orNull(itemRef()),
  against: objectionSubject(),
  /** The event that states what is objected to: of a received day and an entry the one that was entered from the paper. */
  subjectId: eventRef(),
  ground: freeText(),
});

/** 异议 stands beside the fact and changes nothing of it. */
export type Objected = Stored<'Objected', typeof objected>;

const sent = without(objected, 'objectionId');

type Sent = Data<typeof sent>;
type Refusal = Rejected<CaseRejection> | null;

/** Who objects: a deputy as a person, everybody else as their organ. */
const partyOf = ({ role, id: person, organ }: Actor): string => (role === 'deputy' ? person : organ);

const isParty = (
  state: OpenedCase,
  data: Sent,
  { role, organ, id: person }: CommandContext['actor'],
): boolean => {
  const items = itemsOn(state, data);
  if (role === 'deputy') return items.some((item) => proposersOf(item).includes(person));
  const isAddressed = state.opened.addressee === organ || items.some(({ addressee }) => addressee === organ);
  const hasHandled = items
    .flatMap(allCycles)
    .some(({ assignments }) => assignments.some((assignment) => assignment.organ === organ));
  return isAddressed || hasHandled;
};

/** What others entered is objected to by whoever it was entered for; a miss names its item. */
const refuseSubject = (state: OpenedCase, data: Sent, { actor }: CommandContext): Refusal => {
  if (data.against === 'miss' && data.itemId === null) return rejected('item.none-named');
  if (data.against !== 'received-day' && data.against !== 'entry') return null;
  const paper = state.papers.find(({ eventId }) => eventId === data.subjectId);
  if (paper === undefined) return rejected('objection.not-on-paper', { eventId: data.subjectId });
  return paper.data.enteredFor === partyOf(actor)
    ? null
    : rejected('objection.not-yours', { enteredFor: paper.data.enteredFor });
};

/** Of one party against one fact: what waits or was decided is not said again in other words. */
const earlier = (
  { objections }: OpenedCase,
  { against, subjectId }: Sent,
  { actor, paper }: CommandContext,
): ObjectionState | undefined =>
  objections.find(
    ({ data, by, enteredFor }) =>
      data.against === against &&
      data.subjectId === subjectId &&
      (enteredFor ?? partyOf(by)) === (paper?.enteredFor ?? partyOf(actor)),
  );

/**
 * 提出异议: against the day on which a paper is said to have come in, how it was entered, a miss or a notice. By those whose it is; who
 * objects edits nothing.
 */
export const objectTo: Step<typeof sent, Objected> = {
  label: { zh: '提出异议', en: 'Object' },
  data: sent,
  who: ['organ-lead', 'organ-co', 'government-office', 'deputy'],
  onPaper: true,
  at: 'case',
  during: ['open', 'closed'],
  decide: (data, state, context) => {
    if (data.itemId !== null) {
      const item = findItem(state, data.itemId);
      if (isRejected(item)) return item;
    }
    if (!isParty(state, data, context.actor))
      return rejected('objection.not-yours', { organ: context.actor.organ });
    const said = earlier(state, data, context);
    if (said !== undefined)
      return said.data.ground === data.ground && said.data.itemId === data.itemId
        ? []
        : rejected('objection.made-already', { objectionId: said.data.objectionId });
    if (state.status === 'archived') return rejected('case.not-open');
    const refusal = refuseSubject(state, data, context);
    if (refusal !== null) return refusal;
    if (data.ground.trim() === '') return rejected('objection.unexplained');
    const objectionId = `objection-${state.objections.length + 1}`;
    return [{ type: 'Objected', data: { objectionId, ...data } }];
  },
  events: {
    Objected: {
      data: objected,
      seenBy: 'parties',
      published: true,
      fold: (state, event) => ({
        ...state,
        objections: [...state.objections, { ...factOf(event), decision: null }],
      }),
    },
  },
};
