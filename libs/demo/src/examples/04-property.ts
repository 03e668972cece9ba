import { people } from '../cast/people.ts';
import { on, recountOn, type Script } from '../script/act.ts';
import {
  caseClosed,
  closed,
  concluded,
  lookBackPassed,
  lookBackScheduled,
  published,
  visited,
  voted,
} from '../script/evaluation-acts.ts';
import { accepted, coOpinion, drafted, opinion, progressed, submitted } from '../script/handling-acts.ts';
import {
  assigned,
  listApproved,
  opened,
  planned,
  plannedAgain,
  received,
  registered,
  type ListRow,
} from '../script/opening-acts.ts';
import { districtCases } from './04-districts.ts';
import { decidedEscalation, escalated, linked } from '../script/single-acts.ts';

const { office, urban, council } = people;
const HOUSING = 'cq-housing';
const MARKET = 'cq-market-regulation';

const rows: readonly ListRow[] = [
  [
    '04-1',
    '第四部分第1项',
    '物业收费公示不规范',
    '抽查的60个小区中有27个未在显著位置公示收费项目和标准，公共收益去向不明。',
  ],
  [
    '04-2',
    '第四部分第2项',
    '维修资金使用难、续筹难',
    '电梯、屋面等应急维修申请平均办理43个工作日，部分小区账户已不足首期三成。',
  ],
  [
    '04-3',
    '第四部分第3项',
    '业主委员会组建率低',
    '符合条件的小区中业主委员会组建率为38%，换届超期的占四分之一。',
  ],
];
const items = rows.map(([itemId]) => itemId);
const FIRST = '市府函〔2025〕131号';
const SECOND = '市府函〔2026〕10号';
const QUESTION = '对物业管理条例执法检查报告审议意见研究处理情况的满意度';

/** Example 4: 29 of 61 members are not a majority, though 29 of 56 present would be; satisfied in the second cycle. */
export const property: Script = {
  caseId: 'demo-04',
  basis: { documentNo: '市人执检〔2025〕2号', article: '监督法第三十七条' },
  days: [
    on(
      '2025-08-01',
      opened(office, {
        caseNo: '督〔2025〕2号',
        form: 'law-inspection',
        source: {
          title: '关于检查物业管理条例实施情况的报告及审议意见',
          documentNo: '市人执检〔2025〕2号',
          date: '2025-07-30',
          paragraphs: 6,
        },
        committee: 'cq-urban-committee',
        topic: '物业管理',
      }),
      registered(urban, { sourceId: '市人执检〔2025〕2号', topicTag: '物业管理', rows }),
    ),
    on('2025-08-04', listApproved('问题清单〔2025〕2号', '主任会议第40次', items)),
    on(
      '2025-08-05',
      items.map((itemId) =>
        assigned(itemId, {
          lead: HOUSING,
          co: itemId === '04-1' ? [MARKET] : [],
          scope: '牵头办理并汇总答复',
          period: { n: 2, unit: 'month' },
          instruments: ['vote', 'verification'],
        }),
      ),
    ),
    on('2025-08-07', received('04-1', HOUSING, MARKET), received('04-2', HOUSING), received('04-3', HOUSING)),
    on(
      '2025-08-12',
      districtCases.map(({ caseId }) => linked(office, { kind: 'child', target: `case-${caseId}` })),
    ),
    on(
      '2025-09-02',
      planned('04-1', HOUSING, [
        '开展收费公示专项整治',
        '物业监督管理处',
        '2025-09-30',
        '规范公示小区',
        '90%',
      ]),
      planned('04-2', HOUSING, [
        '修订应急维修资金使用办法',
        '房屋维修资金中心',
        '2025-09-30',
        '办理时限',
        '20个工作日',
      ]),
      planned('04-3', HOUSING, ['推动街道组建业主委员会', '物业监督管理处', '2025-09-30', '组建率', '50%']),
      coOpinion('04-1', MARKET, '将收费公示纳入价格巡查，已向区县下发巡查清单。'),
    ),
    on(
      '2025-09-15',
      progressed('04-1', HOUSING, {
        until: '2025-09-12',
        percent: 55,
        states: ['on-track'],
        evidence: ['收费公示专项整治台账.xlsx'],
      }),
    ),
    on('2025-09-16', drafted('物业管理执法检查审议意见研究处理情况的报告（征求意见稿）', items)),
    on(
      '2025-09-22',
      opinion(urban, items, '维修资金续筹没有时间表。', '请如实反映业主委员会组建率的区县差异。'),
    ),
    on(
      '2025-09-26',
      submitted({
        reportNo: FIRST,
        claims: { '04-1': 'resolved', '04-2': 'basically-resolved', '04-3': 'basically-resolved' },
      }),
    ),
    on('2025-09-29', accepted(urban, FIRST, items)),
    on(
      '2025-10-21',
      visited(urban, {
        id: '04-核验-1',
        date: '2025-10-21',
        place: '云岭区、江汇区、长滩区共15个小区',
        participants: ['person:demo-wb', 'person:demo-deputy'],
        findings: {
          '04-1': ['partly', '15个小区中11个公示规范。'],
          '04-2': ['partly', '新办法已印发，3个小区仍按旧流程办理。'],
          '04-3': ['partly', '组建率由38%升至44%。'],
        },
      }),
    ),
    on(
      '2025-10-30',
      voted({
        id: '04-测评-1',
        meetingNo: '市六届人大常委会第二十次会议',
        question: QUESTION,
        itemIds: items,
        ballots: [22, 7, 26, 1],
      }),
    ),
    on('2025-10-31', concluded(urban, ...items)),
    on(
      '2025-11-03',
      items.map((itemId) =>
        escalated(office, {
          itemId,
          level: 'chairpersons-council',
          reason: '满意度测评未过全体组成人员半数，提请主任会议研究。',
        }),
      ),
      items.map((itemId) =>
        decidedEscalation(
          council,
          {
            itemId,
            escalationId: `${itemId}-escalation-1`,
            measure: 'report-to-next-meeting',
            decidingBody: 'chairpersons-council',
            meetingNo: '主任会议第46次',
          },
          { basis: { meeting: '主任会议第46次' } },
        ),
      ),
    ),
    recountOn('2025-11-05'),
    on(
      '2025-11-24',
      plannedAgain(2, '04-1', HOUSING, [
        '逐小区核验公示并公开公共收益',
        '物业监督管理处',
        '2025-12-31',
        '规范公示小区',
        '98%',
      ]),
      plannedAgain(2, '04-2', HOUSING, [
        '建立续筹催缴和应急代修机制',
        '房屋维修资金中心',
        '2025-12-31',
        '办理时限',
        '15个工作日',
      ]),
      plannedAgain(2, '04-3', HOUSING, [
        '由街道派员指导组建和换届',
        '物业监督管理处',
        '2025-12-31',
        '组建率',
        '60%',
      ]),
      coOpinion('04-1', MARKET, '第二轮巡查覆盖全部重点小区，查处未公示收费31起。', 2),
    ),
    on('2026-01-06', drafted('物业管理审议意见第二次研究处理情况的报告（征求意见稿）', items)),
    on('2026-01-09', opinion(urban, items)),
    on(
      '2026-01-14',
      submitted({ reportNo: SECOND, claims: { '04-1': 'resolved', '04-2': 'resolved', '04-3': 'resolved' } }),
    ),
    on('2026-01-19', accepted(urban, SECOND, items)),
    on(
      '2026-01-22',
      visited(urban, {
        id: '04-核验-2',
        date: '2026-01-22',
        place: '六个区共30个小区',
        participants: ['person:demo-wb', 'person:demo-deputy-2'],
        findings: {
          '04-1': ['verified', '30个小区全部规范公示。'],
          '04-2': ['verified', '抽查12件应急维修，平均13个工作日办结。'],
          '04-3': ['verified', '组建率61%，超期换届基本清零。'],
        },
      }),
    ),
    on(
      '2026-01-29',
      voted({
        id: '04-测评-2',
        meetingNo: '市六届人大常委会第二十二次会议',
        question: QUESTION,
        itemIds: items,
        ballots: [36, 15, 7],
      }),
    ),
    on('2026-01-30', concluded(urban, ...items)),
    on('2026-02-04', closed(urban, items), caseClosed),
    on('2026-02-06', published('2026-02-06', '2026年第1号')),
    on('2026-08-03', lookBackScheduled(items)),
    on(
      '2026-08-06',
      lookBackPassed(
        urban,
        {
          '04-1': '抽查20个小区，公示均在有效期内。',
          '04-2': '上半年应急维修平均14个工作日办结。',
          '04-3': '组建率稳定在63%。',
        },
        '相关做法已写入条例修订草案建议稿。',
      ),
    ),
  ],
};
