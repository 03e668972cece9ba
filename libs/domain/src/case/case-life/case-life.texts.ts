import type { CaseEvent } from '../case.events.ts';
import type { CaseRejection } from '../case.rejections.ts';
import { partyReportTexts, publishedTexts, retentionTexts, toldTexts } from '../evaluation-terms.texts.ts';
import type { EventTexts } from '../../texts/event-text.ts';
import { refusal, type CodesOf, type RefusalTexts } from '../../texts/refusal-text.ts';
import { text } from '../../texts/text.ts';

const shown = (value: string | number | boolean | null, nothing: string): string =>
  value === null || value === '' ? nothing : String(value);

/** A case as a whole: its end, its papers, its publication, what was corrected. */
export const caseLifeTexts = {
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
  Published: {
    label: text('通报公布', 'told or published'),
    zh: ({ what, toWhom, part, channel, date: day }, { date }) =>
      `${publishedTexts[what].zh}${part === null ? '' : `（${part.name}）`}于${date(day)}${toldTexts[toWhom].zh}，方式：${channel}`,
    en: ({ what, toWhom, part, channel, date: day }, { date }) =>
      `${publishedTexts[what].en}${part === null ? '' : ` (${part.name})`} was told to ${toldTexts[toWhom].en} on ${date(day)} through ${channel}`,
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
} satisfies Partial<EventTexts<CaseEvent>>;

/** Refusals about papers to the Party committee and publication. */
export const caseLifeRefusals: RefusalTexts<CodesOf<CaseRejection, 'party-report' | 'publication'>> = {
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
  'publication.no-result': refusal(
    ['尚未报送办理情况，不能通报或公布', 'Nothing was reported yet of how it was handled'],
    ['收到办理情况报告后再通报或公布', 'Tell of it once the result has been submitted'],
  ),
  'publication.restricted': refusal(
    ['案件限制知悉，不能公开或通报', 'The case is restricted: nobody is told of it'],
    ['由作出限制的机构先解除', 'Have the body that restricted it lift the restriction first'],
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
