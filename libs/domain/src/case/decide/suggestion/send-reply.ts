import { isRejected, rejected, type Rejected } from '@duban/kernel';
import type { RuleSet } from '../../../ruleset/ruleset.ts';
import type { CaseCommandData } from '../../case.commands.ts';
import type { Decide } from '../../case.decisions.ts';
import type { CaseRejection } from '../../case.rejections.ts';
import type { Cycle, ItemState, OpenedCase } from '../../case.state.ts';
import type { CommandContext } from '../../command-context.ts';
import { proposersOf } from '../../handlers.ts';
import { activeAssignments, findItem, itemAt } from '../../item-access.ts';
import { pinnedRules } from '../../pinned-rules.ts';
import { sameFacts } from '../../../equality/same-facts.ts';
import { isSuggestion } from '../rounds.ts';

type Reply = CaseCommandData['SendReply'];

export const allCycles = ({ cycle, pastCycles }: ItemState): readonly Cycle[] =>
  cycle === null ? pastCycles : [...pastCycles, cycle];

const standing = ({ items }: OpenedCase, replyNo: string) =>
  Object.values(items)
    .flatMap(allCycles)
    .flatMap(({ replies }) => replies)
    .find(({ data }) => data.replyNo === replyNo);

/** The lead answers, or each of those who handle it separately 分办; a co-organ contributes to the lead's reply. */
const answers = (item: ItemState, { actor }: CommandContext): boolean =>
  activeAssignments(item.cycle).some(({ organ, role }) => role !== 'co' && organ === actor.organ);

/** Letters need a scheme: A in one place is not A in another (section 3 item 4). */
const classKnown = ({ classSchemes }: RuleSet, { scheme, class: letter }: Reply): boolean =>
  classSchemes.some(({ id, classes }) => id === scheme && classes.some((known) => known.letter === letter));

/** Joint signers and the proposers of merged suggestions are answered one by one (S3 art. 20, S44). */
const refuseRecipients = (item: ItemState, { toProposers }: Reply): Rejected<CaseRejection> | null => {
  const proposers = proposersOf(item);
  const missing = proposers.filter((proposer) => !toProposers.includes(proposer));
  if (missing.length > 0) return rejected('reply.proposer-not-answered', { missing });
  const strangers = toProposers.filter((recipient) => !proposers.includes(recipient));
  return strangers.length > 0 ? rejected('reply.not-a-proposer', { strangers }) : null;
};

const refuseCommitments = (item: ItemState, { commitments }: Reply): Rejected<CaseRejection> | null => {
  const known = allCycles(item).flatMap((cycle) => cycle.commitments.map(({ id }) => id));
  const ids = commitments.map(({ id }) => id);
  const doubled = ids.filter((id, index) => known.includes(id) || ids.indexOf(id) !== index);
  return doubled.length > 0 ? rejected('commitment.id-taken', { doubled }) : null;
};

/** 答复: the suggestion's handling report; a second reply follows when what was planned is solved (section 3). */
export const sendReply: Decide<'SendReply'> = (data, state, context) => {
  const { itemId, replyNo } = data;
  const event = { type: 'ReplySent', data: { ...data, sentOn: context.occurredOn } } as const;
  const found = findItem(state, itemId);
  if (isRejected(found)) return found;
  if (!isSuggestion(state)) return rejected('reply.not-a-suggestion', { form: state.opened.supervisionForm });
  const earlier = standing(state, replyNo);
  if (earlier !== undefined)
    return sameFacts(earlier.data, event.data) ? [] : rejected('reply.number-taken', { replyNo });
  const item = itemAt(state, itemId, ['RECEIVED', 'RECTIFYING', 'REWORK', 'EVALUATING']);
  if (isRejected(item)) return item;
  if (!answers(item, context))
    return rejected('item.not-your-assignment', { itemId, organ: context.actor.organ });
  const rules = pinnedRules(item, context);
  if (isRejected(rules)) return rules;
  if (!classKnown(rules, data))
    return rejected('reply.class-unknown', { scheme: data.scheme, class: data.class });
  return refuseRecipients(item, data) ?? refuseCommitments(item, data) ?? [event];
};
