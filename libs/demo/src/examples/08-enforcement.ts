import { people } from '../cast/people.ts';
import { act, on, type Act, type Day, type Script } from '../script/act.ts';
import { files } from '../script/digests.ts';
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
import { decidedEscalation, escalated, linked, lookedBack, reopened } from '../script/single-acts.ts';

const { office, legal, council } = people;
const ENFORCEMENT = 'cq-enforcement';
const JUSTICE = 'cq-justice';
const QUESTION = '对大综合一体化行政执法评议意见研究处理情况的满意度';

const rows: readonly ListRow[] = [
  ['08-1', '评议意见第1条', '同一行为重复处罚', '抽查的120份案卷中有9份对同一经营行为先后由两个部门处罚。'],
  ['08-2', '评议意见第2条', '多头重复检查', '部分商户一个月内接受四次内容相近的检查。'],
];
const items = rows.map(([itemId]) => itemId);

/** From the draft to the accepted report, one step a day. */
const reported = (
  days: readonly [string, string, string, string],
  reportNo: string,
  itemIds: readonly string[],
): readonly Day[] => [
  on(days[0], drafted(`${reportNo} 征求意见稿`, itemIds)),
  on(days[1], opinion(legal, itemIds)),
  on(
    days[2],
    submitted({
      reportNo,
      claims: Object.fromEntries(itemIds.map((itemId) => [itemId, 'resolved'] as const)),
    }),
  ),
  on(days[3], accepted(legal, reportNo, itemIds)),
];

const raised = (n: number, itemIds: readonly string[], measure: string, meetingNo: string): Act[] =>
  itemIds.flatMap((itemId) => [
    escalated(office, {
      itemId,
      level: 'chairpersons-council',
      reason: '满意度测评结果为不满意，提请主任会议研究。',
    }),
    decidedEscalation(
      council,
      {
        itemId,
        escalationId: `${itemId}-escalation-${n}`,
        measure,
        decidingBody: 'chairpersons-council',
        meetingNo,
      },
      { basis: { meeting: meetingNo } },
    ),
  ]);

const opening: readonly Day[] = [
  on(
    '2024-11-20',
    opened(office, {
      caseNo: '督〔2024〕9号',
      form: 'appraisal',
      source: {
        title: '关于大综合一体化行政执法工作的评议意见',
        documentNo: '市人评〔2024〕2号',
        date: '2024-11-15',
        paragraphs: 2,
      },
      committee: 'cq-legal-committee',
      topic: '大综合一体化行政执法',
    }),
    registered(legal, { sourceId: '市人评〔2024〕2号', topicTag: '大综合一体化行政执法', rows }),
  ),
  on('2024-11-25', listApproved('问题清单〔2024〕7号', '主任会议第28次', items)),
  on(
    '2024-12-02',
    items.map((itemId) => assigned(itemId, { lead: ENFORCEMENT, co: [JUSTICE], scope: '牵头整改' })),
  ),
  on(
    '2024-12-04',
    items.flatMap((itemId) => received(itemId, ENFORCEMENT, JUSTICE)),
  ),
  on(
    '2024-12-27',
    planned('08-1', ENFORCEMENT, [
      '建立案件移送和一案一罚核对',
      '法制监督处',
      '2025-02-10',
      '抽查案卷',
      '200份',
    ]),
    planned('08-2', ENFORCEMENT, [
      '合并检查事项，统一检查计划',
      '执法协调处',
      '2025-02-10',
      '月均检查次数',
      '不超过1次',
    ]),
    items.map((itemId) => coOpinion(itemId, JUSTICE, '将每季度评查案卷，发现重复处罚即予纠正。')),
  ),
  on(
    '2025-01-24',
    progressed('08-1', ENFORCEMENT, {
      until: '2025-01-22',
      percent: 80,
      states: ['on-track'],
      evidence: ['案卷抽样评查表.xlsx'],
    }),
  ),
  ...reported(['2025-02-11', '2025-02-14', '2025-02-19', '2025-02-21'], '市府函〔2025〕18号', items),
  on(
    '2025-03-06',
    visited(legal, {
      id: '08-核验-1',
      date: '2025-03-06',
      place: '市综合行政执法总队',
      participants: ['person:demo-wb-legal'],
      findings: {
        '08-1': ['verified', '抽查200份案卷未见重复处罚。'],
        '08-2': ['verified', '检查计划已合并。'],
      },
    }),
  ),
  on('2025-03-10', concluded(legal, ...items)),
  on('2025-03-14', closed(legal, items), caseClosed),
];

const relapse: readonly Day[] = [
  on('2025-09-08', lookBackScheduled(items)),
  on(
    '2025-09-16',
    items.map((itemId) =>
      lookedBack(legal, {
        itemId,
        passed: false,
        findings:
          itemId === '08-1' ? '新抽查的100份案卷中又有6份重复处罚。' : '三条商业街的商户反映重复检查回潮。',
        severity: itemId === '08-1' ? 'serious' : 'minor',
        evidence: files('回头看案卷抽样.xlsx'),
      }),
    ),
  ),
  on(
    '2025-09-19',
    items.map((itemId) =>
      reopened(council, { itemId, reason: '问题反弹，恢复督办。' }, { basis: { meeting: '主任会议第43次' } }),
    ),
  ),
];

const secondCycle: readonly Day[] = [
  on(
    '2025-10-15',
    plannedAgain(2, '08-1', ENFORCEMENT, [
      '上线一案一码，重复立案自动拦截',
      '法制监督处',
      '2025-11-10',
      '拦截率',
      '100%',
    ]),
    plannedAgain(2, '08-2', ENFORCEMENT, ['实行扫码入企', '执法协调处', '2025-11-10', '扫码率', '100%']),
    items.map((itemId) => coOpinion(itemId, JUSTICE, '已将重复处罚列入执法监督重点。', 2)),
  ),
  ...reported(['2025-11-04', '2025-11-07', '2025-11-12', '2025-11-14'], '市府函〔2025〕149号', items),
  on(
    '2025-11-19',
    visited(legal, {
      id: '08-核验-2',
      date: '2025-11-19',
      place: '云岭区、长滩区执法大队',
      participants: ['person:demo-wb-legal', 'person:demo-deputy'],
      findings: { '08-1': ['partly', '系统拦截仅覆盖市级队伍。'], '08-2': ['partly', '两条街区尚未扫码。'] },
    }),
  ),
  on(
    '2025-11-27',
    voted({
      id: '08-测评-1',
      meetingNo: '市六届人大常委会第二十一次会议',
      question: QUESTION,
      itemIds: items,
      ballots: [14, 15, 27],
    }),
  ),
  on('2025-11-28', concluded(legal, ...items)),
  on('2025-12-01', raised(1, items, 'report-to-next-meeting', '主任会议第48次')),
];

const thirdCycle: readonly Day[] = [
  on(
    '2025-12-19',
    plannedAgain(3, '08-1', ENFORCEMENT, [
      '一案一码覆盖区县和镇街',
      '法制监督处',
      '2026-01-10',
      '覆盖单位',
      '100%',
    ]),
    plannedAgain(3, '08-2', ENFORCEMENT, ['扫码入企全覆盖', '执法协调处', '2026-01-10', '扫码率', '100%']),
    items.map((itemId) => coOpinion(itemId, JUSTICE, '司法所参与镇街执法审核。', 3)),
  ),
  ...reported(['2026-01-13', '2026-01-16', '2026-01-20', '2026-01-23'], '市府函〔2026〕14号', items),
  on(
    '2026-01-27',
    visited(legal, {
      id: '08-核验-3',
      date: '2026-01-27',
      place: '六个区执法大队和三条商业街',
      participants: ['person:demo-wb-legal', 'person:demo-deputy-2'],
      findings: {
        '08-1': ['partly', '镇街案件仍有2份重复处罚。'],
        '08-2': ['verified', '近两个月检查全部扫码，未见重复。'],
      },
    }),
  ),
  on(
    '2026-01-29',
    voted({
      id: '08-测评-2',
      meetingNo: '市六届人大常委会第二十二次会议',
      question: QUESTION,
      itemIds: items,
      ballots: [12, 16, 29],
    }),
  ),
  on('2026-01-30', concluded(legal, ...items)),
  on('2026-02-03', closed(legal, ['08-2'])),
  on(
    '2026-02-06',
    raised(2, ['08-1'], 'interpellation-proposal', '主任会议第50次'),
    act(office, 'RecordPartyReport', {
      kind: 'request',
      docNo: '市人常党文〔2026〕5号',
      date: '2026-02-06',
      subject: '关于对重复处罚问题提出质询案有关事项的请示',
      replyDocNo: null,
    }),
  ),
  on(
    '2026-02-25',
    act(office, 'RecordPartyReport', {
      kind: 'request',
      docNo: '市人常党文〔2026〕5号',
      date: '2026-02-06',
      subject: '关于对重复处罚问题提出质询案有关事项的请示',
      replyDocNo: '市委办复〔2026〕3号',
    }),
    linked(office, { kind: 'inquiry', target: 'case-demo-08a' }),
  ),
];

const lastCycle: readonly Day[] = [
  on(
    '2026-03-10',
    plannedAgain(4, '08-1', ENFORCEMENT, [
      '镇街案件由区级法制机构逐案审核',
      '法制监督处',
      '2026-04-10',
      '审核率',
      '100%',
    ]),
    coOpinion('08-1', JUSTICE, '区县司法局已派员驻点审核。', 4),
  ),
  ...reported(['2026-04-10', '2026-04-14', '2026-04-16', '2026-04-20'], '市府函〔2026〕79号', ['08-1']),
  on(
    '2026-05-13',
    visited(legal, {
      id: '08-核验-4',
      date: '2026-05-13',
      place: '六个区镇街执法案卷室',
      participants: ['person:demo-wb-legal', 'person:demo-deputy'],
      findings: { '08-1': ['verified', '抽查300份案卷，未见重复处罚。'] },
    }),
  ),
  on(
    '2026-05-28',
    voted({
      id: '08-测评-3',
      meetingNo: '市六届人大常委会第二十四次会议',
      question: QUESTION,
      itemIds: ['08-1'],
      ballots: [38, 14, 5],
    }),
  ),
  on('2026-05-29', concluded(legal, '08-1')),
  on('2026-06-02', closed(legal, ['08-1']), caseClosed),
  on('2026-06-05', published('2026-06-05', '2026年第3号')),
  on('2026-11-10', lookBackScheduled(items, '2026-11-16')),
  on(
    '2026-11-17',
    lookBackPassed(
      legal,
      { '08-1': '三季度抽查案卷未见重复处罚。', '08-2': '商户月均受检0.6次。' },
      '一案一码和扫码入企已写入执法监督办法。',
    ),
  ),
];

/** Example 8: closed, relapsed, dissatisfied twice, interpellation; one item was spared by its verification. */
export const enforcement: Script = {
  caseId: 'demo-08',
  basis: { documentNo: '市人评〔2024〕2号', article: '监督法第十七条' },
  days: [...opening, ...relapse, ...secondCycle, ...thirdCycle, ...lastCycle],
};
