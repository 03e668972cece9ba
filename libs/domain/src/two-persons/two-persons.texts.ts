import { refusal, type RefusalTexts } from '../texts/refusal-text.ts';
import type { TwoPersonRejection } from './two-persons.ts';

/** Refusals about what waits for a second person, wherever it waits. */
export const proposalRefusals: RefusalTexts<TwoPersonRejection> = {
  'proposal.unknown': refusal(
    ['没有这项待确认的提议', 'There is no such proposal'],
    ['从待办清单中选择', 'Pick one from the list of what waits for you'],
  ),
  'proposal.own': refusal(
    ['提出人不能确认自己的提议', 'Nobody confirms what they proposed, in whichever post'],
    [
      '请本单位另一人确认；人手不足的单位，可在规则集中列明由一人办理，每次都会列入异常清单',
      'Ask another person of the organ. An office with too few people lists the act in its rule set; each such act is then marked',
    ],
  ),
  'proposal.expired': refusal(['提议已过期', 'The proposal has expired'], ['重新提出', 'Propose it anew']),
  'proposal.ended': refusal(
    ['提议已经确认或退回', 'The proposal was confirmed or declined already'],
    ['查看记录；仍有需要的重新提出', 'Look at the history; propose anew what is still wanted'],
  ),
  'proposal.waiting': refusal(
    ['同一事项已有提议待确认', 'Another proposal about the same waits for its second person'],
    ['先确认或退回该提议', 'Have it confirmed or declined first'],
  ),
  'proposal.not-yours': refusal(
    ['该提议不由本单位确认', 'This proposal is not for your organ to confirm'],
    ['请作出记录的单位确认或退回', 'Leave it to the organ that stated the fact'],
  ),
};
