import type { CaseRejection } from '@duban/domain';
import { refusal, type CodesOf, type RefusalTexts } from './refusal.ts';

/** Refusals about a case, its items and who may act. */
export const caseLifeRefusals: RefusalTexts<
  CodesOf<CaseRejection, 'case' | 'command' | 'ruleset' | 'item' | 'actor' | 'party-report' | 'publication'>
> = {
  'case.unknown': refusal(
    ['没有这个案件', 'There is no such case'],
    ['核对案件编号，或先立案', 'Check the case id, or open the case first'],
  ),
  'case.id-taken': refusal(
    ['该案件编号已用于内容不同的案件', 'The case id belongs to a case with other facts'],
    ['换一个编号，或在原案件中办理', 'Choose another id, or go on with the existing case'],
  ),
  'case.number-taken': refusal(
    ['该案件编号已用于另一案件', 'Another case has this case number'],
    [
      '在所列案件中办理；确属另案的换一个编号。所列案件未能立案的，稍后再试',
      'Go on with the case that the details name; for another matter choose another number. If that case was never opened, try again in a minute',
    ],
  ),
  'case.not-open': refusal(
    ['案件已结案或归档', 'The case is closed or archived'],
    [
      '查看案件状态；需要继续办理的，重启事项或另立新案',
      'Look at the case; to go on, reopen an item or open a new case',
    ],
  ),
  'case.items-open': refusal(
    ['仍有事项未销号、并案或撤回', 'Some items are not closed, merged or withdrawn yet'],
    ['逐项办结后再结案', 'End every item first, then close the case'],
  ),
  'case.not-closed': refusal(
    ['案件尚未结案', 'The case is not closed'],
    ['先结案，再归档', 'Close the case, then archive it'],
  ),
  'case.event-unknown': refusal(
    ['案件中没有这个事件', 'The case has no such event'],
    ['从事件记录中选择要更正的事件', 'Pick the event to correct from the case’s history'],
  ),
  'case.correction-stale': refusal(
    ['更正所依据的原值已改变', 'The value to be corrected has changed meanwhile'],
    ['刷新后按现值重新更正', 'Reload and correct the present value'],
  ),
  'case.field-not-correctable': refusal(
    ['该字段不能更正', 'This field cannot be corrected'],
    [
      '用相应的业务操作处理，例如延期、改办',
      'Use the step that changes it, such as an extension or a reassignment',
    ],
  ),
  'case.not-the-author': refusal(
    ['只有原作出人可以更正', 'Only the one who stated it may correct it'],
    ['请原评价人或原登记机构更正', 'Ask the evaluator or the office that recorded it'],
  ),
  'command.in-future': refusal(
    ['发生时间晚于登记日期', 'It is said to happen after the day of recording'],
    ['改为今天或更早的日期', 'Give today’s date or an earlier one'],
  ),
  'ruleset.unknown': refusal(
    ['没有案件所用的规则集', 'The rule set that the case uses is not known'],
    ['发布该规则集，或改用已发布的规则集', 'Publish that rule set, or use one that is published'],
  ),
  'item.unknown': refusal(
    ['案件中没有这个事项', 'The case has no such item'],
    ['核对事项编号', 'Check the item id'],
  ),
  'item.wrong-stage': refusal(
    ['事项所处阶段不能这样办理', 'The item is not in a stage that allows this'],
    ['查看事项所处阶段和可用的操作', 'Look at the item’s stage and what it allows'],
  ),
  'item.id-taken': refusal(
    ['该事项编号已用于内容不同的事项', 'The item id belongs to an item with other facts'],
    ['换一个事项编号', 'Choose another item id'],
  ),
  'item.none-named': refusal(
    ['没有指明任何事项', 'No item is named'],
    ['至少选择一个事项', 'Name at least one item'],
  ),
  'item.out-of-scope': refusal(
    [
      '属于个案、个人事务或国家秘密，不在本系统办理',
      'A court case, personal matter or state secret is not handled here',
    ],
    ['只登记编号，按相应渠道办理', 'Register its number only and use the proper channel'],
  ),
  'item.field-missing': refusal(
    ['清单必填项不全', 'A mandatory field of the list is missing'],
    ['补齐提示的字段', 'Fill in the fields named in the details'],
  ),
  'item.not-your-assignment': refusal(
    ['不是交办给本单位的事项', 'The item is not assigned to your organ'],
    ['由承办单位办理，或先申请改办', 'Leave it to the handling organ, or have it reassigned'],
  ),
  'actor.not-competent': refusal(
    ['该机构无权作出此决定', 'This body is not competent to decide this'],
    ['请有权机构作出决定后登记', 'Have the competent body decide, then record it'],
  ),
  'party-report.number-taken': refusal(
    ['该文号已用于内容不同的请示报告', 'The number belongs to a Party report with other facts'],
    ['核对文号', 'Check the document number'],
  ),
  'publication.withheld': refusal(
    ['该案结果已决定不予公开', 'It was decided to withhold this result'],
    [
      '解除不公开须由有权机构决定，将在以后的版本支持',
      'Lifting it takes a decision of the competent body; that comes with a later version',
    ],
  ),
  'publication.date-impossible': refusal(
    [
      '公开日期早于立案或晚于今天',
      'It cannot have been published before the case was opened, or after today',
    ],
    ['填写实际公开的日期', 'Give the day on which it was published'],
  ),
  'publication.address-invalid': refusal(
    ['网址无效', 'The address is no web address'],
    ['填写以 http:// 或 https:// 开头的网址，或留空', 'Give an address with http:// or https://, or none'],
  ),
  'publication.already-published': refusal(
    ['结果已经公开', 'The result is already published'],
    ['不能再决定不予公开；内容有误的另行更正', 'It cannot be withheld any more; correct what is wrong'],
  ),
};
