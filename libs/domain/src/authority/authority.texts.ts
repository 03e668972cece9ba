import { refusal, type RefusalTexts } from '../texts/refusal-text.ts';
import type { DecisionRejection, MandateUseRejection } from './authority.rejections.ts';

/** Why a decision carries nothing. */
export const decisionRefusals: RefusalTexts<DecisionRejection> = {
  'decision.missing': refusal(
    ['没有写明议决机构的决定或授权', 'It names neither the decision of the body nor its mandate'],
    [
      '在decision中写明机构、方式、日期和会议或文号；领导在会议间隙签批的，在mandate中写明授权',
      'Name body, form, day and meeting or document in `decision`; what a leader signs between meetings names its mandate in `mandate`',
    ],
  ),
  'decision.not-leading': refusal(
    [
      '本案由另一委员会牵头，没有写明由本委员会办理的决定',
      'Another committee leads the case, and no decision lets yours act',
    ],
    [
      '由 details.leadCommittee 办理，或在decision中写明 details.bodies 之一的决定',
      'Leave it to details.leadCommittee, or name in `decision` what a body of details.bodies decided',
    ],
  ),
  'decision.beside-mandate': refusal(
    ['同时写明了决定和授权', 'It names a decision and a mandate at once'],
    [
      '一项行为只有一个依据：由机构决定的不填授权',
      'An act has one ground: leave the mandate out where the body decided',
    ],
  ),
  'decision.body-unknown': refusal(
    ['作出决定的机构当日没有登记', 'The body is not registered on the day of its decision'],
    ['先登记该机构，或核对编号和日期', 'Register the body first, or check its id and the day'],
  ),
  'decision.body-not-competent': refusal(
    ['该机构无权作出这一决定', 'This body is not competent to decide this'],
    ['由 details.competent 所列的机构决定', 'Have a body of details.competent decide'],
  ),
  'decision.not-your-body': refusal(
    ['该机构的决定不由本单位登记', 'Your organ does not enter what this body decides'],
    [
      '由 details.keptBy 中的单位办理，或变更机构的登记单位',
      'Leave it to an organ of details.keptBy, or change who keeps the body',
    ],
  ),
  'decision.form-not-allowed': refusal(
    ['这一步不能以该方式决定', 'This step is not decided in this form'],
    ['采用 details.allowed 所列的方式', 'Use a form of details.allowed'],
  ),
  'decision.in-future': refusal(
    ['决定日期在今天之后', 'The decision is dated after today'],
    ['核对日期；作出决定后再办理', 'Check the day; act once it was decided'],
  ),
  'decision.after-the-act': refusal(
    ['决定日期晚于所填的发生日期', 'The decision is dated after the act that rests on it'],
    ['核对两个日期', 'Check both days'],
  ),
  'decision.document-missing': refusal(
    ['传签、签批的决定须有文号', 'What was circulated or signed has a document'],
    ['在 decision.documentNo 中写明文号', 'Give its number in decision.documentNo'],
  ),
  'decision.meeting-missing': refusal(
    ['没有写明会议', 'It does not name the meeting'],
    ['在 decision.meeting 中写明已登记的会议', 'Name the recorded meeting in decision.meeting'],
  ),
  'decision.meeting-unknown': refusal(
    ['没有登记这次会议', 'The meeting is not recorded'],
    ['先登记会议，或核对编号', 'Record the meeting first, or check its id'],
  ),
  'decision.other-meeting': refusal(
    [
      '所写会议与决定的机构、日期或方式不符',
      'The meeting is of another body or day, or the decision was taken at none',
    ],
    ['核对会议；不是会议决定的不填会议', 'Check the meeting; name none where the body did not meet'],
  ),
  'decision.no-quorum': refusal(
    [
      '出席人数未过常委会全体组成人员的半数，不能作出决定',
      'No more than half of all members of the Standing Committee were present: nothing could be decided',
    ],
    ['核对会议的出席人数（地方组织法第五十一条）', 'Check who was present (Local Organic Law, article 51)'],
  ),
};

const mandateUseRefusals: RefusalTexts<MandateUseRejection> = {
  'mandate.none': refusal(
    [
      '没有写明授权，不能代表他人或其他机构办理',
      'Nobody acts on behalf of another without a recorded mandate',
    ],
    [
      '由本人亲自办理；属机构职权的，写明该机构的决定，或在mandate中写明该机构给予的授权',
      'Let the person act in person; for a body, name its decision, or the mandate that it gave in `mandate`',
    ],
  ),
  'mandate.unknown': refusal(
    ['没有登记这项授权', 'The mandate is not recorded'],
    ['先登记授权，或核对编号', 'Record the mandate first, or check its id'],
  ),
  'mandate.changed': refusal(
    ['授权已有变动', 'The mandate has changed since you read it'],
    ['查看授权现在的内容后再办理', 'Look at the mandate as it is now, then act'],
  ),
  'mandate.not-delegable': refusal(
    ['这一步不得授权，须由机构自行决定', 'This is never delegated: the body decides it itself'],
    ['由机构决定后，在decision中写明', 'Have the body decide, and name its decision in `decision`'],
  ),
  'mandate.not-in-force': refusal(
    [
      '授权在发生日或登记日不在有效期内',
      'The mandate is not in force on the day of the act, or of its entry',
    ],
    ['由机构重新授权，或由机构决定', 'Have the body give a new one, or decide itself'],
  ),
  'mandate.other-post': refusal(
    ['授权给的是另一岗位', 'The mandate was given to another post'],
    ['由 details 所列的岗位办理', 'Leave it to the post of the details'],
  ),
  'mandate.other-step': refusal(
    ['授权不包括这一步', 'The mandate does not cover this step'],
    ['由机构决定，或另行授权', 'Have the body decide, or give a mandate for it'],
  ),
  'mandate.other-case': refusal(
    ['授权不包括这个案件', 'The mandate does not cover this case'],
    ['由机构决定，或另行授权', 'Have the body decide, or give a mandate for it'],
  ),
};

/** Why an act has no ground in a body. */
export const authorityRefusals = { ...decisionRefusals, ...mandateUseRefusals };
