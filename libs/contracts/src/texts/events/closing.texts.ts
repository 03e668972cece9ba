import type { CaseEvent } from '@duban/domain';
import { severityTexts } from '../evaluation-terms.texts.ts';
import { cycleCauseTexts, dispositionTexts, escalationLevelTexts } from '../item-terms.texts.ts';
import { text } from '../text.ts';
import type { EventTexts } from './event-text.ts';

/** How an item ends, and how it comes back. */
export const closingTexts = {
  ItemClosed: {
    label: text('销号', 'item closed'),
    zh: ({ itemId, disposition, verifier, closedOn }, { item, name, date }) =>
      `${item(itemId)}于${date(closedOn)}销号（${dispositionTexts[disposition].zh}），由${name(verifier)}核查`,
    en: ({ itemId, disposition, verifier, closedOn }, { item, name, date }) =>
      `${item(itemId)} was closed on ${date(closedOn)} as ${dispositionTexts[disposition].en}, verified by ${name(verifier)}`,
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
