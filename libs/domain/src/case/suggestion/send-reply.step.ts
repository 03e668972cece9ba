import { isRejected, rejected, statedBy, type Rejected } from '@duban/kernel';
import { sameFacts } from '../../equality/same-facts.ts';
import type { RuleSet } from '../../ruleset/ruleset.ts';
import { uncorrectable } from '../../schema/corrections.ts';
import type { Data, Stored } from '../../schema/data.ts';
import { closed, date, freeText, id, listOf, person, without } from '../../schema/parts.ts';
import { itemRef, newId } from '../../schema/references.ts';
import type { CaseRejection } from '../case.rejections.ts';
import type { ItemState, OpenedCase } from '../case.state.ts';
import type { ItemStage } from '../case.vocabulary.ts';
import { isSuggestion } from './rounds.ts';
import { proposersOf } from '../handlers.ts';
import { allCycles, findItem, itemAt, leadingOrgans, withCycle, withItem } from '../item-access.ts';
import { factOf } from '../occurred.ts';
import { pinnedRules } from '../pinned-rules.ts';
import { leads } from '../own-affair.ts';
import type { Step } from '../step.ts';

const replySent = closed({
  itemId: itemRef(),
  replyNo: uncorrectable(id()),
  signer: person(),
  /** Letters need a scheme: A in one place is not A in another (section 3). */
  scheme: uncorrectable(id()),
  class: uncorrectable(id()),
  text: freeText(),
  commitments: uncorrectable(listOf(closed({ id: newId(), text: freeText(), dueOn: date() }))),
  toProposers: listOf(person()),
  sentOn: date(),
});

export type ReplySent = Stored<'ReplySent', typeof replySent>;

const sendReplyData = without(replySent, 'sentOn');

type Reply = Data<typeof sendReplyData>;

const standing = ({ items }: OpenedCase, replyNo: string) =>
  Object.values(items)
    .flatMap(allCycles)
    .flatMap(({ replies }) => replies)
    .find(({ data }) => data.replyNo === replyNo);

/** Letters need a scheme: A in one place is not A in another (section 3 item 4). */
const classKnown = ({ classSchemes }: RuleSet, { scheme, class: letter }: Reply): boolean =>
  classSchemes.some((known) => known.id === scheme && known.classes.some((each) => each.letter === letter));

/** Joint signers and the proposers of merged suggestions are answered one by one (S3 art. 20, S44). */
const refuseRecipients = (item: ItemState, { toProposers }: Reply): Rejected<CaseRejection> | null => {
  const proposers = proposersOf(item);
  const missing = proposers.filter((proposer) => !toProposers.includes(proposer));
  if (missing.length > 0) return rejected('reply.proposer-not-answered', { missing });
  const strangers = toProposers.filter((recipient) => !proposers.includes(recipient));
  return strangers.length > 0 ? rejected('reply.not-a-proposer', { strangers }) : null;
};

const refuseCommitments = (item: ItemState, { commitments }: Reply): Rejected<CaseRejection> | null => {
  const known = allCycles(item).flatMap((cycle) => cycle.commitments.map((commitment) => commitment.id));
  const ids = commitments.map((commitment) => commitment.id);
  const doubled = ids.filter((each, index) => known.includes(each) || ids.indexOf(each) !== index);
  return doubled.length > 0 ? rejected('commitment.id-taken', { doubled }) : null;
};

const STAGES: readonly ItemStage[] = ['RECEIVED', 'RECTIFYING', 'REWORK', 'EVALUATING'];

/**
 * 答复: takes the place of the handling report (domain.md section 3); a second reply follows when what was planned is
 * solved.
 */
export const sendReply: Step<typeof sendReplyData, ReplySent> = {
  label: { zh: '答复代表', en: 'Send the reply' },
  source: { deputies: [51], shanghai: [20] },
  data: sendReplyData,
  who: ['organ-lead'],
  onPaper: true,
  at: STAGES,
  whose: leads,
  when: ({ state }) => isSuggestion(state),
  decide: (data, state, context) => {
    const { itemId, replyNo } = data;
    const event = { type: 'ReplySent', data: { ...data, sentOn: context.occurredOn } } as const;
    const found = findItem(state, itemId);
    if (isRejected(found)) return found;
    if (!isSuggestion(state))
      return rejected('reply.not-a-suggestion', { form: state.opened.supervisionForm });
    const earlier = standing(state, replyNo);
    if (earlier !== undefined)
      return sameFacts(earlier.data, event.data) ? [] : rejected('reply.number-taken', { replyNo });
    const item = itemAt(state, itemId, STAGES);
    if (isRejected(item)) return item;
    if (!leadingOrgans(item.cycle).includes(context.actor.organ))
      return rejected('item.not-your-assignment', { itemId, organ: context.actor.organ });
    const rules = pinnedRules(item, context);
    if (isRejected(rules)) return rules;
    if (!classKnown(rules, data))
      return rejected('reply.class-unknown', { scheme: data.scheme, class: data.class });
    return refuseRecipients(item, data) ?? refuseCommitments(item, data) ?? [event];
  },
  events: {
    ReplySent: {
      data: replySent,
      seenBy: 'parties',
      published: true,
      personal: { text: ['toProposers'] },
      fold: (state, event) => {
        const promised = event.data.commitments.map((commitment) => ({
          ...commitment,
          promisedBy: statedBy(event),
          fulfilledBy: null,
          evidence: [],
          rolledOver: 0,
          explanation: null,
          statement: null,
          judgement: null,
        }));
        const replied = withCycle(state, event.data.itemId, (cycle) => ({
          ...cycle,
          replies: [...cycle.replies, factOf(event)],
          commitments: [...cycle.commitments, ...promised],
        }));
        return withItem(replied, event.data.itemId, (item) => ({ ...item, stage: 'EVALUATING' }));
      },
    },
  },
};
