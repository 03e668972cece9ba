import { ownEntry } from '@duban/domain';
import { people } from '../cast/people.ts';
import { act, on, recountOn, type Script } from '../script/act.ts';
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
import { accepted, drafted, opinion, progressed, submitted } from '../script/handling-acts.ts';
import {
  assigned,
  listApproved,
  opened,
  planned,
  received,
  registered,
  type ListRow,
  type MeasureRow,
} from '../script/opening-acts.ts';
import { suspended } from '../script/single-acts.ts';

const { office, urban, viceChair } = people;
const PLANNING = 'cq-planning';

const rows: readonly ListRow[] = [
  ['07-1', '第二部分第1项', '控规与建设时序脱节', '部分片区道路、学校建设晚于住宅交付两年以上。'],
  [
    '07-2',
    '第二部分第2项',
    '规划实施评估未形成制度',
    '近三年未对重点片区开展规划实施评估，指标落实情况不清。',
  ],
  ['07-3', '第三部分第1项', '跨区域综合管廊选线未定', '管廊穿越生态保护红线，选线需报上级批准。'],
  ['07-4', '第三部分第2项', '老工业区铁路专用线拆除', '专用线产权分散且仍承担物资运输，短期拆除条件不足。'],
];
const items = rows.map(([itemId]) => itemId);
const early = ['07-1', '07-2', '07-4'];
const FIRST = '市府函〔2026〕55号';
const SECOND = '市府函〔2026〕112号';
const MEETING = '市六届人大常委会第二十五次会议';

const texts: Readonly<Record<string, readonly [text: string, milestoneDate: string]>> = {
  '07-1': ['建立片区配套与住宅同步交付清单', '2026-02-15'],
  '07-2': ['开展三个片区规划实施评估', '2026-02-15'],
  '07-3': ['报批管廊选线并完成勘察', '2026-05-20'],
  '07-4': ['摸清产权并提出分步处置意见', '2026-02-15'],
};
const measure = (itemId: string, indicator: string, target: string): MeasureRow => {
  const [text = '', milestoneDate = ''] = ownEntry(texts, itemId) ?? [];
  return [text, '详细规划处', milestoneDate, indicator, target];
};

/** Example 7: a plan returned twice for want of indicators, 90 days of suspension, and one thing that cannot be done. */
export const integration: Script = {
  caseId: 'demo-07',
  basis: { documentNo: '市人常审议〔2025〕8号', article: '监督法第十七条' },
  days: [
    on(
      '2025-09-08',
      opened(office, {
        caseNo: '督〔2025〕4号',
        form: 'work-report',
        source: {
          title: '关于规划建设治理一体化推进情况专项工作报告的审议意见',
          documentNo: '市人常审议〔2025〕8号',
          date: '2025-09-05',
          paragraphs: 3,
        },
        committee: 'cq-urban-committee',
        topic: '规划建设治理一体化',
      }),
      registered(urban, { sourceId: '市人常审议〔2025〕8号', topicTag: '规划建设治理一体化', rows }),
    ),
    on('2025-09-12', listApproved('问题清单〔2025〕3号', '主任会议第43次', items)),
    on(
      '2025-09-15',
      items.map((itemId) =>
        assigned(itemId, {
          lead: PLANNING,
          scope: '全部',
          period: { n: 6, unit: 'month' },
          instruments: ['vote', 'verification'],
        }),
      ),
    ),
    on(
      '2025-09-17',
      items.flatMap((itemId) => received(itemId, PLANNING)),
    ),
    on(
      '2025-10-09',
      items.map((itemId) => planned(itemId, PLANNING, measure(itemId, '', ''))),
    ),
    on(
      '2025-10-11',
      items.map((itemId) => act(urban, 'ReturnPlan', { itemId, reason: '方案没有量化指标，无法检查。' })),
    ),
    on(
      '2025-10-14',
      items.map((itemId) => planned(itemId, PLANNING, measure(itemId, '按计划推进', ''))),
    ),
    on(
      '2025-10-16',
      items.map((itemId) =>
        act(urban, 'ReturnPlan', { itemId, reason: '“按计划推进”不是指标，请写明数量。' }),
      ),
    ),
    on(
      '2025-10-22',
      planned('07-1', PLANNING, measure('07-1', '同步交付片区', '5个')),
      planned('07-2', PLANNING, measure('07-2', '评估报告', '3份')),
      planned('07-3', PLANNING, measure('07-3', '批复文件', '1件')),
      planned('07-4', PLANNING, measure('07-4', '产权核实', '11家单位')),
    ),
    recountOn('2025-11-05'),
    on(
      '2025-12-02',
      suspended(
        viceChair,
        { itemId: '07-3', ground: 'superior-approval', reviewDate: '2026-03-02' },
        { basis: { meeting: '主任会议第48次' } },
      ),
    ),
    on(
      '2026-01-12',
      progressed('07-1', PLANNING, { until: '2025-12-31', percent: 65, states: ['on-track'] }),
    ),
    on('2026-02-10', drafted('规划建设治理一体化审议意见研究处理情况的报告（征求意见稿）', early)),
    on('2026-02-13', opinion(urban, early, '第4项如确不能实施，请逐条说明理由。')),
    on(
      '2026-02-26',
      submitted({
        reportNo: FIRST,
        claims: { '07-1': 'basically-resolved', '07-2': 'resolved', '07-4': 'not-implementable' },
      }),
    ),
    on(
      '2026-03-02',
      act(viceChair, 'Resume', { itemId: '07-3' }, { basis: { meeting: '主任会议第51次' } }),
      accepted(urban, FIRST, early),
    ),
    on(
      '2026-05-13',
      progressed('07-3', PLANNING, {
        until: '2026-05-12',
        percent: 90,
        states: ['on-track'],
        evidence: ['管廊选线批复.pdf'],
      }),
    ),
    on('2026-05-19', drafted('跨区域综合管廊选线问题办理情况的报告（征求意见稿）', ['07-3'])),
    on('2026-05-22', opinion(urban, ['07-3'])),
    on('2026-05-28', submitted({ reportNo: SECOND, claims: { '07-3': 'resolved' } })),
    on('2026-06-02', accepted(urban, SECOND, ['07-3'])),
    on(
      '2026-07-08',
      visited(urban, {
        id: '07-核验-1',
        date: '2026-07-08',
        place: '三个重点片区、管廊勘察现场、老工业区',
        participants: ['person:demo-wb', 'person:demo-deputy-2'],
        findings: {
          '07-1': ['partly', '5个片区中4个同步交付，1个学校缓建。'],
          '07-2': ['verified', '三份评估报告已公开。'],
          '07-3': ['verified', '选线获批，勘察完成。'],
          '07-4': ['partly', '11家单位产权已核实，专用线仍承担运输任务，理由成立。'],
        },
      }),
    ),
    on(
      '2026-07-30',
      voted({
        id: '07-测评-1',
        meetingNo: MEETING,
        question: '对规划建设治理一体化审议意见研究处理情况的满意度',
        itemIds: items,
        ballots: [24, 25, 8],
      }),
    ),
    on('2026-07-31', concluded(urban, ...items)),
    on(
      '2026-08-05',
      closed(urban, ['07-1', '07-2', '07-3'], 'basically-resolved'),
      closed(urban, ['07-4'], 'not-implementable'),
      caseClosed,
    ),
    on('2026-08-07', published('2026-08-07', '2026年第4号')),
    on('2026-11-04', lookBackScheduled(items, '2026-11-09')),
    on(
      '2026-11-12',
      lookBackPassed(
        urban,
        {
          '07-1': '缓建学校已复工。',
          '07-2': '评估已列入年度计划。',
          '07-3': '管廊先行段开工。',
          '07-4': '专用线处置意见已纳入片区更新方案，理由仍然成立。',
        },
        '同步交付清单已在全市推行。',
      ),
    ),
  ],
};
