import type {
  CaseArchived,
  CaseClosed,
  CaseLinked,
  CaseOpened,
  EventCorrected,
  PartyReportRecorded,
  PublicationWithheld,
  ResultPublished,
} from '@duban/domain';
import { partyReportTexts, retentionTexts } from '../evaluation-terms.texts.ts';
import { linkKindTexts, supervisionFormTexts } from '../item-terms.texts.ts';
import { text } from '../text.ts';
import type { EventTexts } from './event-text.ts';

const shown = (value: string | number | boolean | null, nothing: string): string =>
  value === null || value === '' ? nothing : String(value);

type CaseLifeEvent =
  | CaseOpened
  | CaseLinked
  | CaseClosed
  | CaseArchived
  | PartyReportRecorded
  | ResultPublished
  | PublicationWithheld
  | EventCorrected;

export const caseLifeTexts: EventTexts<CaseLifeEvent> = {
  CaseOpened: {
    label: text('立案', 'case opened'),
    zh: ({ caseNo, source, supervisionForm, openedOn }, { by, date }) =>
      `${by}于${date(openedOn)}就《${source.title}》（${supervisionFormTexts[supervisionForm].zh}）立案，案号 ${caseNo}`,
    en: ({ caseNo, source, supervisionForm, openedOn }, { by, date }) =>
      `${by} opened case ${caseNo} on ${date(openedOn)} from “${source.title}” (${supervisionFormTexts[supervisionForm].en})`,
  },
  CaseLinked: {
    label: text('关联', 'case linked'),
    zh: ({ kind, target }, { by, on }) => `${by}于${on}关联 ${target}（${linkKindTexts[kind].zh}）`,
    en: ({ kind, target }, { by, on }) => `${by} linked ${target} on ${on} (${linkKindTexts[kind].en})`,
  },
  CaseClosed: {
    label: text('结案', 'case closed'),
    zh: ({ closedOn, dispositions }, { date }) => `案件于${date(closedOn)}结案，共 ${dispositions.length} 项`,
    en: ({ closedOn, dispositions }, { date }) =>
      `The case was closed on ${date(closedOn)} with ${dispositions.length} item(s)`,
  },
  CaseArchived: {
    label: text('归档', 'case archived'),
    zh: ({ archiveNo, retention }, { on }) =>
      `案件于${on}归档，档号 ${archiveNo}，保管期限${retentionTexts[retention].zh}`,
    en: ({ archiveNo, retention }, { on }) =>
      `The case was archived on ${on} as ${archiveNo}, retention: ${retentionTexts[retention].en}`,
  },
  PartyReportRecorded: {
    label: text('请示报告', 'Party report recorded'),
    zh: ({ kind, docNo, date: day }, { date }) =>
      `登记${date(day)}向党委的${partyReportTexts[kind].zh}，文号 ${docNo}`,
    en: ({ kind, docNo, date: day }, { date }) =>
      `Registered ${docNo} of ${date(day)} to the Party committee (${partyReportTexts[kind].en})`,
  },
  ResultPublished: {
    label: text('公开', 'result published'),
    zh: ({ channel, date: day }, { date }) => `办理结果于${date(day)}在${channel}公开`,
    en: ({ channel, date: day }, { date }) => `The result was published on ${date(day)} through ${channel}`,
  },
  PublicationWithheld: {
    label: text('不予公开', 'publication withheld'),
    zh: ({ legalGround }, { by, on }) => `${by}于${on}决定不予公开，依据：${legalGround}`,
    en: ({ legalGround }, { by, on }) => `${by} withheld publication on ${on}; ground: ${legalGround}`,
  },
  EventCorrected: {
    label: text('更正', 'event corrected'),
    zh: ({ field, old, new: now, reason }, { by, on }) =>
      `${by}于${on}更正 ${field}：由“${shown(old, '空')}”改为“${shown(now, '空')}”，理由：${reason}`,
    en: ({ field, old, new: now, reason }, { by, on }) =>
      `${by} corrected ${field} on ${on} from “${shown(old, 'empty')}” to “${shown(now, 'empty')}”: ${reason}`,
  },
};
