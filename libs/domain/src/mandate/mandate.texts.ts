import { decisionRefusals } from '../authority/authority.texts.ts';
import type { EventTexts } from '../texts/event-text.ts';
import { refusal, type RefusalTexts } from '../texts/refusal-text.ts';
import { roleTexts } from '../texts/role.texts.ts';
import { text } from '../texts/text.ts';
import type { MandateRejection } from './mandate-step.ts';
import type { MandateEvent } from './mandate.register.ts';

/** The register of mandates. */
export const mandateTexts: EventTexts<MandateEvent> = {
  MandateGiven: {
    label: text('授权', 'mandate given'),
    zh: ({ mandateId, body, role, organ, steps, from, until }, { name, date }) =>
      `${name(body)}授权${name(organ)}的${roleTexts[role].zh}办理 ${steps.join('、')}（${mandateId}），自${date(from)}起，${until === null ? '至本届届满' : `至${date(until)}`}`,
    en: ({ mandateId, body, role, organ, steps, from, until }, { name, date }) =>
      `${name(body)} mandated ${roleTexts[role].en} at ${name(organ)} with ${steps.join(', ')} (${mandateId}) from ${date(from)} ${until === null ? 'to the end of the term' : `to ${date(until)}`}`,
  },
  MandateEnded: {
    label: text('终止授权', 'mandate ended'),
    zh: ({ mandateId, lastDay }, { date }) => `授权 ${mandateId} 到${date(lastDay)}为止`,
    en: ({ mandateId, lastDay }, { date }) => `The last day of mandate ${mandateId} is ${date(lastDay)}`,
  },
};

/** Refusals about mandates. */
export const mandateRefusals: RefusalTexts<MandateRejection> = {
  ...decisionRefusals,
  'mandate.other-id': refusal(
    ['授权编号不一致', 'The id of the mandate differs from the stream'],
    ['核对授权编号', 'Check the id of the mandate'],
  ),
  'mandate.known-differently': refusal(
    ['该授权已以不同内容登记', 'The mandate is recorded with other facts'],
    ['内容有变的，终止原授权，另行授权', 'To change it, end it and give another'],
  ),
  'mandate.unknown': refusal(
    ['没有登记这项授权', 'The mandate is not recorded'],
    ['先登记授权，或核对编号', 'Record the mandate first, or check its id'],
  ),
  'mandate.step-unknown': refusal(
    ['没有这个由机构决定的步骤', 'No body decides a step of this name'],
    ['从 details.known 中选择', 'Choose from details.known'],
  ),
  'mandate.never-delegable': refusal(
    [
      '表决、第二次不满意后的处理等不得授权',
      'Votes and the choice after a second failure are never delegated',
    ],
    ['由机构自行决定', 'Let the body decide it itself'],
  ),
  'mandate.body-not-competent': refusal(
    ['该机构自身无权决定这一步，不能授权', 'The body cannot delegate what it does not decide'],
    ['由 details.competent 所列的机构授权', 'Have a body of details.competent give it'],
  ),
  'mandate.post-cannot': refusal(
    ['该岗位不能办理这一步', 'This post cannot send this step'],
    ['授权给 details.posts 所列的岗位', 'Give it to a post of details.posts'],
  ),
  'mandate.other-body': refusal(
    ['决定由另一机构作出', 'Another body took this decision'],
    ['授权和终止授权由授权的机构自行决定', 'The body that gives a mandate decides on it itself'],
  ),
  'mandate.scope-unclear': refusal(
    [
      '全部案件与所列案件、议题只能选一种',
      'It is either every case, or the cases and topics that are listed',
    ],
    [
      '选全部的不列案件和议题，不选全部的至少列一个',
      'List none where it is every case, and at least one where it is not',
    ],
  ),
  'mandate.date-invalid': refusal(['日期无效', 'The date is no date'], ['填写有效日期', 'Give a valid date']),
  'mandate.ends-before-it-begins': refusal(
    ['终止日早于起始日', 'The last day lies before the first one'],
    ['核对两个日期', 'Check both dates'],
  ),
  'mandate.before-its-decision': refusal(
    ['授权的起始日早于授权决定的日期', 'The mandate begins before it was decided'],
    ['填写决定当日或以后的日期', 'Give the day of the decision, or a later one'],
  ),
  'mandate.in-the-past': refusal(
    ['终止授权不能溯及既往', 'A mandate does not end in the past'],
    ['填写 details.notBefore 或以后的日期', 'Give the day of details.notBefore, or a later one'],
  ),
};
