import type { CaseEvent } from '../case.events.ts';
import type { CaseRejection } from '../case.rejections.ts';
import { dispositionTexts, cycleCauseTexts, escalationLevelTexts } from '../item-terms.texts.ts';
import { severityTexts } from '../evaluation-terms.texts.ts';
import type { EventTexts } from '../../texts/event-text.ts';
import { refusal, type CodesOf, type RefusalTexts } from '../../texts/refusal-text.ts';
import { text } from '../../texts/text.ts';

/** How an item ends, and how it comes back. */
export const closingTexts = {
  ItemClosed: {
    label: text('销号', 'item closed'),
    zh: ({ itemId, disposition, verifier, closedOn }, { item, name, date }) =>
      `${item(itemId)}于${date(closedOn)}销号（${dispositionTexts[disposition].zh}），由${name(verifier)}核查`,
    en: ({ itemId, disposition, verifier, closedOn }, { item, name, date }) =>
      `${item(itemId)} was closed on ${date(closedOn)} as ${dispositionTexts[disposition].en}, verified by ${name(verifier)}`,
  },
  SignedByInspector: {
    label: text('视察人签发销号', 'closing signed by an inspector'),
    zh: ({ itemId, signer }, { item, name }) =>
      `${item(itemId)}由参加视察核查的${name(signer)}签发销号（人手不足，规则集准许）`,
    en: ({ itemId, signer }, { item, name }) =>
      `The closing of ${item(itemId)} is signed by ${name(signer)}, who inspected it: the rule set of an office with too few people allows it`,
  },
  LookBackScheduled: {
    label: text('安排回头看', 'look-back scheduled'),
    zh: ({ itemId, due }, { item, date }) => `${item(itemId)}的回头看定于${date(due.date)}前进行`,
    en: ({ itemId, due }, { item, date }) => `The look-back on ${item(itemId)} is due by ${date(due.date)}`,
  },
  LookBackPassed: {
    label: text('回头看通过', 'look-back passed'),
    zh: ({ itemId, lookedBackOn, findings }, { item, date }) =>
      `${date(lookedBackOn)}对${item(itemId)}回头看，未反弹：${findings}`,
    en: ({ itemId, lookedBackOn, findings }, { item, date }) =>
      `The look-back of ${date(lookedBackOn)} on ${item(itemId)} passed: ${findings}`,
  },
  RelapseFound: {
    label: text('反弹', 'relapse found'),
    zh: ({ itemId, severity, lookedBackOn, findings }, { item, date }) =>
      `${date(lookedBackOn)}对${item(itemId)}回头看发现反弹（${severityTexts[severity].zh}）：${findings}`,
    en: ({ itemId, severity, lookedBackOn, findings }, { item, date }) =>
      `The look-back of ${date(lookedBackOn)} on ${item(itemId)} found a ${severityTexts[severity].en} relapse: ${findings}`,
  },
  ItemReopened: {
    label: text('重启', 'item reopened'),
    zh: ({ itemId, next, reason }, { by, on, item, date }) =>
      `${by}于${on}重启${item(itemId)}（${cycleCauseTexts[next.cause].zh}），进入第 ${next.cycle} 轮，期限${date(next.due.date)}，理由：${reason}`,
    en: ({ itemId, next, reason }, { by, on, item, date }) =>
      `${by} reopened ${item(itemId)} on ${on} (${cycleCauseTexts[next.cause].en}) as cycle ${next.cycle}, due ${date(next.due.date)}: ${reason}`,
  },
  ItemMerged: {
    label: text('并案', 'item merged'),
    zh: ({ itemId, intoItemId }, { by, on, item }) => `${by}于${on}将${item(itemId)}并入${item(intoItemId)}`,
    en: ({ itemId, intoItemId }, { by, on, item }) =>
      `${by} merged ${item(itemId)} into ${item(intoItemId)} on ${on}`,
  },
  ItemWithdrawn: {
    label: text('撤回', 'item withdrawn'),
    zh: ({ itemId, reason }, { by, on, item }) => `${by}于${on}撤回${item(itemId)}，理由：${reason}`,
    en: ({ itemId, reason }, { by, on, item }) => `${by} withdrew ${item(itemId)} on ${on}: ${reason}`,
  },
  EscalationRaised: {
    label: text('升级督办', 'escalation raised'),
    zh: ({ itemId, level, reason }, { by, on, item }) =>
      `${by}于${on}对${item(itemId)}升级督办（${escalationLevelTexts[level].zh}），理由：${reason}`,
    en: ({ itemId, level, reason }, { by, on, item }) =>
      `${by} escalated ${item(itemId)} on ${on} (${escalationLevelTexts[level].en}): ${reason}`,
  },
  EscalationDecided: {
    label: text('升级督办决定', 'escalation decided'),
    zh: ({ itemId, measure, decidingBody, meetingNo }, { item, name }) =>
      `${name(decidingBody)}（${meetingNo}）对${item(itemId)}决定：${measure}`,
    en: ({ itemId, measure, decidingBody, meetingNo }, { item, name }) =>
      `${name(decidingBody)} (${meetingNo}) decided on ${item(itemId)}: ${measure}`,
  },
} satisfies Partial<EventTexts<CaseEvent>>;

/** Refusals about escalation, closing, look-back, reopening, merging and withdrawing. */
export const closingRefusals: RefusalTexts<
  CodesOf<CaseRejection, 'escalation' | 'closing' | 'look-back' | 'reopen' | 'merge' | 'withdraw'>
> = {
  'escalation.unknown': refusal(
    ['没有这个升级督办', 'There is no such escalation'],
    ['核对编号', 'Check the id'],
  ),
  'escalation.decided': refusal(
    ['该升级督办已有决定', 'The escalation is already decided'],
    ['另行提出新的升级督办', 'Raise a new one if needed'],
  ),
  'escalation.undecided': refusal(
    ['升级督办尚未决定', 'The consequence of the last failure is not decided'],
    ['等待有权机构作出决定', 'Wait for the competent body’s decision'],
  ),
  'escalation.measure-not-listed': refusal(
    ['该措施不在规则集列明的范围', 'The rule set does not list this measure'],
    ['选择列明的措施', 'Choose a measure that it lists'],
  ),
  'escalation.body-not-competent': refusal(
    ['该机构无权决定此措施', 'This body may not decide this measure'],
    ['由有权机构决定', 'Have the competent body decide'],
  ),
  'closing.dissatisfied': refusal(
    ['评价为不满意，不能销号', 'The item was evaluated as dissatisfied and cannot be closed'],
    ['继续整改', 'Go on rectifying'],
  ),
  'closing.not-concluded': refusal(
    ['评价尚未有结论', 'The evaluation is not concluded'],
    ['先作出评价结论', 'Conclude the evaluation first'],
  ),
  'closing.verifier-is-handler': refusal(
    ['核查单位就是承办单位', 'The verifier is a handling organ of the item'],
    ['由其他单位核查', 'Have another organ verify it'],
  ),
  'closing.signer-inspected': refusal(
    ['签发人参加了本轮视察核查', 'Who signs took part in the inspection of this round'],
    [
      '由未参加视察的人签发；人手不足的机关可在规则集中写明例外',
      'Have another person sign; an office with too few people lists the exception in its rule set',
    ],
  ),
  'closing.disposition-missing': refusal(
    ['没有写明办理结果', 'No disposition is stated'],
    ['选择办理结果', 'Choose a disposition'],
  ),
  'closing.commitments-open': refusal(
    ['仍有承诺未兑现', 'A commitment is not fulfilled'],
    ['兑现或结转承诺', 'Fulfil it or roll it over'],
  ),
  'closing.commitments-unverified': refusal(
    ['承诺的兑现或结转尚未核实', 'What was said of a commitment is not verified'],
    ['由牵头委员会或提出建议的代表核实', 'Have the leading committee or the deputy verify it'],
  ),
  'look-back.not-due': refusal(
    ['回头看的时间未到', 'The look-back is not due yet'],
    ['到期后再进行', 'Wait for its date'],
  ),
  'look-back.not-scheduled': refusal(
    ['没有安排回头看', 'No look-back is scheduled'],
    ['先安排回头看', 'Schedule it first'],
  ),
  'look-back.later-than-mandatory': refusal(
    ['晚于规定的回头看期限', 'The date is later than the mandatory look-back'],
    ['改为规定期限以内', 'Choose a date within the limit'],
  ),
  'reopen.no-relapse': refusal(
    ['没有发现反弹，不能重启', 'No relapse was found, so nothing can be reopened'],
    ['先记录回头看结果', 'Record the look-back first'],
  ),
  'reopen.due-in-past': refusal(
    ['重启后的期限早于今天', 'The new due date lies in the past'],
    ['填写更晚的期限', 'Give a later date'],
  ),
  'merge.into-itself': refusal(
    ['不能并入自身', 'An item cannot be merged into itself'],
    ['选择另一事项', 'Choose another item'],
  ),
  'merge.cycle': refusal(
    ['会形成循环并案', 'The merge would close a ring'],
    ['并入最终的事项', 'Merge into the final item'],
  ),
  'merge.other-source-type': refusal(
    ['来源类型不同，不能并案', 'The source types differ'],
    ['改为关联', 'Link the two instead'],
  ),
  'merge.other-addressee': refusal(
    ['受文机关不同，不能并案', 'The addressees differ'],
    ['改为关联', 'Link the two instead'],
  ),
  'withdraw.not-issuer': refusal(
    ['只有提出方可以撤回', 'Only the issuer may withdraw'],
    ['请提出方撤回', 'Ask the issuer'],
  ),
  'withdraw.consent-missing': refusal(
    ['联名建议须全体联名人同意', 'A joint suggestion needs the consent of every co-signer'],
    ['补齐书面同意', 'Obtain the missing consents in writing'],
  ),
};
