import type { EventTexts } from '../texts/event-text.ts';
import type { CaseEvent } from './case.events.ts';
import { openingTexts } from './opening/opening.texts.ts';
import { caseLifeRefusals, caseLifeTexts } from './case-life/case-life.texts.ts';
import { assignmentRefusals, assignmentTexts } from './assignment/assignment.texts.ts';
import { rectificationRefusals, rectificationTexts } from './rectification/rectification.texts.ts';
import { missRefusals, missTexts } from './misses/misses.texts.ts';
import { resultRefusals, resultTexts } from './result/result.texts.ts';
import { evaluationRefusals, evaluationTexts } from './evaluation/evaluation.texts.ts';
import { correctionRefusals, correctionTexts } from './correction/correction.texts.ts';
import { closingRefusals, closingTexts } from './closing/closing.texts.ts';
import { suggestionRefusals, suggestionTexts } from './suggestion/suggestion.texts.ts';
import { importRefusals, importTexts } from './import/import.texts.ts';
import { objectionRefusals, objectionTexts } from './objection/objection.texts.ts';
import { paperRefusals } from './paper/paper.texts.ts';
import { attachmentRefusals, attachmentTexts } from './attachment/attachment.texts.ts';
import { restrictionRefusals, restrictionTexts } from './restriction/restriction.texts.ts';
import { authorityRefusals } from '../authority/authority.texts.ts';
import type { GroundRejection } from '../envelope/grounds.ts';
import type { CaseRejection, OrganRoleRejection } from './case.rejections.ts';
import { refusal, type CodesOf, type RefusalTexts } from '../texts/refusal-text.ts';

/** Refusals about a case, its items and who may act. */
const caseRefusals: RefusalTexts<
  | CodesOf<CaseRejection, 'case' | 'command' | 'ruleset' | 'item' | 'actor' | 'basis'>
  | Exclude<GroundRejection, `paper.${string}`>
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
  'case.field-material': refusal(
    [
      '票数、日期、结论、等次等实质内容，不能由一人更正',
      'Counts, dates, verdicts and grades are not corrected by one person',
    ],
    [
      '用“提出更正”写明新值和理由，再由本单位另一人确认；只有一个账号的单位和代表，由督办工作办公室确认',
      'Propose the correction with its reason, and have another person of your organ confirm it; of an organ with one account, and of a deputy, the supervision office confirms',
    ],
  ),
  'case.not-the-author': refusal(
    ['只有原作出人可以更正', 'Only the one who stated it may correct it'],
    [
      '请原评价人或原登记单位以原岗位更正',
      'Ask the evaluator, or the organ that recorded it, acting in the same part',
    ],
  ),
  'case.archived': refusal(
    ['案件已归档，不能由一人更正', 'The case is archived and is not corrected by one person any more'],
    [
      '由作出单位集体决定后，用“提出更正”写明决定机构、文号和日期，再由另一人确认',
      'Have the body concerned decide; then propose the correction with that body, its document and day, and have another person confirm it',
    ],
  ),
  'command.in-future': refusal(
    ['发生时间晚于登记时间', 'It is said to happen after the moment of recording'],
    ['改为现在或更早的时间，或不填', 'Give a moment that has passed, or leave it out'],
  ),
  'command.too-early': refusal(
    ['发生时间早于1949年10月1日', 'It is said to have happened before 1 October 1949'],
    ['核对年份', 'Check the year'],
  ),
  'command.time-not-yours': refusal(
    ['承办单位、代表和系统岗位不能自报发生时间', 'Handling organs, deputies and system posts state no time'],
    [
      '不填发生时间，按登记时间计算；书面材料较早送达的，请督办工作办公室登记',
      'Leave the time out: what you do counts from its recording. If a paper was handed in earlier, ask the supervision office to record it',
    ],
  ),
  'command.too-far-back': refusal(
    ['补记的日期超过允许的天数', 'The stated day lies too far back'],
    [
      '最多补记30天；更早的须经集体决定，将在后续版本提供',
      'State a day at most 30 days back; what is older needs a decision, which comes with a later release',
    ],
  ),
  'command.time-without-document': refusal(
    ['补记较早的日期须有当日的文件', 'An earlier day needs a document of that day'],
    [
      '在依据中填写文号，文件日期应为所填的发生日期',
      'Name the document number in the basis; the document bears the stated date',
    ],
  ),
  'decision.not-taken-yet': refusal(
    [
      '这一步不是议决机构的行为，不登记会议决定',
      'No body decides this step, so no decision is recorded with it',
    ],
    ['不填decision；依据文件写在依据中', 'Leave `decision` out; name a document in the basis'],
  ),
  'mandate.not-taken-yet': refusal(
    ['这一步不是议决机构的行为，不适用授权', 'No body decides this step, so no mandate covers it'],
    ['不填mandate，以本人的岗位办理', 'Leave `mandate` out and act in your own post'],
  ),
  'basis.missing': refusal(
    ['主任会议作出的决定须写明依据', 'What the Chairpersons’ Council decides needs a basis'],
    ['在依据中填写文号或会议', 'Name the document number or the meeting in the basis'],
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
};

/** Refusals about organs that are named in a case: given work, or supervising it. */
const organRoleRefusals: RefusalTexts<OrganRoleRejection> = {
  'organ.not-registered': refusal(
    ['单位库中没有这个单位', 'The register of organs does not know this organ'],
    [
      '核对单位编号；确有此单位的，由督办机构或系统管理员先登记单位',
      'Check the id; if the organ exists, the supervision office or the system administrator registers it first',
    ],
  ),
  'organ.not-yet-there': refusal(
    ['该单位当日尚未设立', 'The organ did not exist yet on that day'],
    [
      '核对日期；设立日期登记有误的，先改正单位库',
      'Check the day; if the register has the wrong day, set it right first',
    ],
  ),
  'organ.no-longer-there': refusal(
    ['该单位当日已合并或撤销', 'The organ had merged or was dissolved by that day'],
    [
      '改用所列的承接单位；没有承接单位的，另选在任单位',
      'Name the successor given in the details; where there is none, choose an organ that exists',
    ],
  ),
  'organ.not-supervised': refusal(
    [
      '人大机构是监督方，不能作为承办或受文单位',
      'A body of the Congress supervises; work is not assigned to it',
    ],
    [
      '选择承办单位；代表建议由人大机构自行办理的，将在以后的版本支持',
      'Choose an organ under supervision; suggestions that the Congress’s own bodies handle come with a later version',
    ],
  ),
  'organ.not-of-the-congress': refusal(
    ['牵头委员会须是人大机构', 'Only a body of the Congress leads the supervision'],
    ['选择人大的委员会或工作机构', 'Choose a committee or working body of the Congress'],
  ),
};

/** Label and sentence of every event of a case: a step whose event has none does not compile. */
export const caseTexts: EventTexts<CaseEvent> = {
  ...openingTexts,
  ...caseLifeTexts,
  ...restrictionTexts,
  ...assignmentTexts,
  ...rectificationTexts,
  ...missTexts,
  ...resultTexts,
  ...evaluationTexts,
  ...correctionTexts,
  ...closingTexts,
  ...suggestionTexts,
  ...importTexts,
  ...objectionTexts,
  ...attachmentTexts,
};

/** What every refusal of a case says: a code without words does not compile. */
export const caseRefusalTexts: RefusalTexts<CaseRejection> = {
  ...caseRefusals,
  ...authorityRefusals,
  ...caseLifeRefusals,
  ...restrictionRefusals,
  ...organRoleRefusals,
  ...assignmentRefusals,
  ...rectificationRefusals,
  ...missRefusals,
  ...resultRefusals,
  ...evaluationRefusals,
  ...correctionRefusals,
  ...closingRefusals,
  ...importRefusals,
  ...paperRefusals,
  ...objectionRefusals,
  ...suggestionRefusals,
  ...attachmentRefusals,
};
