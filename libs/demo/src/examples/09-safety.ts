import { ownEntry, type RectificationType } from '@duban/domain';
import { people } from '../cast/people.ts';
import { act, on, recountOn, type Script } from '../script/act.ts';
import { caseClosed, closed, concluded, lookBackScheduled, visited } from '../script/evaluation-acts.ts';
import { accepted, coOpinion, drafted, opinion, progressed, submitted } from '../script/handling-acts.ts';
import {
  assigned,
  listApproved,
  opened,
  planned,
  received,
  registered,
  type ListRow,
} from '../script/opening-acts.ts';

const { office, finance } = people;
const EMERGENCY = 'cq-emergency';
const HOUSING = 'cq-housing';

const rows: readonly ListRow[] = [
  ['09-1', '审计第1项', '应急物资账实不符', '三个市级储备库的账面数与盘点数相差12%。'],
  ['09-2', '审计第2项', '专项资金闲置', '两笔安全生产专项资金结存超过一年未使用。'],
  ['09-3', '审计第3项', '演练记录补记', '部分区县演练记录为事后补记。'],
  ['09-4', '审计第4项', '隐患台账重复登记', '同一隐患在两个系统中重复登记。'],
  ['09-5', '审计第5项', '设备采购未公示', '两批救援设备采购结果未按规定公示。'],
  ['09-6', '审计第6项', '高层建筑消防设施改造滞后', '列入计划的86栋高层建筑改造完成41栋。'],
  ['09-7', '审计第7项', '城镇燃气老旧管道更换滞后', '年度更换任务完成57%。'],
  ['09-8', '审计第8项', '某避难场所重复投资', '审计认为同一避难场所两次安排建设资金。'],
  ['09-9', '审计第9项', '城市安全风险监测机制不健全', '风险监测预警需要长期建设和滚动评估。'],
];
const items = rows.map(([itemId]) => itemId);
const atOnce = items.slice(0, 5);
const phased = ['09-6', '09-7'];
const continuous = '09-9';
const typeOf = (itemId: string): RectificationType => {
  if (atOnce.includes(itemId)) return 'at-once';
  return itemId === continuous ? 'continuous' : 'phased';
};
const coOf = (itemId: string): readonly string[] => (phased.includes(itemId) ? [HOUSING] : []);
const FIRST = '市府函〔2025〕140号';
const SECOND = '市府函〔2026〕25号';

const indicators: Readonly<Record<string, readonly [string, string, string]>> = {
  '09-1': ['盘点并调整账目', '账实相符率', '100%'],
  '09-2': ['收回或调整使用结存资金', '盘活资金', '860万元'],
  '09-3': ['重新组织演练并留存影像', '演练场次', '12场'],
  '09-4': ['合并隐患台账', '重复记录', '0条'],
  '09-5': ['补办公示', '公示批次', '2批'],
  '09-6': ['完成45栋高层建筑消防改造', '完成栋数', '45栋'],
  '09-7': ['更换老旧管道', '更换里程', '310公里'],
  '09-8': ['核实资金安排', '核实报告', '1份'],
  '09-9': ['建立风险监测年度评估', '评估报告', '每年1份'],
};

/** Example 9: nine findings of an audit; one is withdrawn, seven are closed, one is tracked for years. */
export const safety: Script = {
  caseId: 'demo-09',
  basis: { documentNo: '市审报〔2025〕11号', article: '监督法第二十七条' },
  days: [
    on(
      '2025-08-26',
      opened(office, {
        caseNo: '督〔2025〕6号',
        form: 'audit-report',
        source: {
          title: '城市本质安全审计查出问题整改',
          documentNo: '市审报〔2025〕11号',
          date: '2025-08-22',
          paragraphs: 9,
        },
        committee: 'cq-finance-committee',
        topic: '城市本质安全',
      }),
      registered(finance, { sourceId: '市审报〔2025〕11号', topicTag: '城市本质安全', rows }),
    ),
    on('2025-08-29', listApproved('整改清单〔2025〕1号', '主任会议第42次', items)),
    on(
      '2025-09-01',
      items.map((itemId) =>
        assigned(itemId, { lead: EMERGENCY, co: coOf(itemId), scope: '牵头整改', type: typeOf(itemId) }),
      ),
    ),
    on(
      '2025-09-03',
      items.flatMap((itemId) => received(itemId, EMERGENCY, ...coOf(itemId))),
    ),
    on(
      '2025-09-25',
      items.map((itemId) => {
        const [text = '', indicator = '', target = ''] = ownEntry(indicators, itemId) ?? [];
        return planned(itemId, EMERGENCY, [
          text,
          '规划财务处',
          atOnce.includes(itemId) ? '2025-10-15' : '2026-02-10',
          indicator,
          target,
        ]);
      }),
      phased.map((itemId) => coOpinion(itemId, HOUSING, '已会同核定改造名单和资金来源。')),
    ),
    on('2025-10-14', drafted('审计查出问题立行立改情况的报告（征求意见稿）', atOnce)),
    on('2025-10-16', opinion(finance, atOnce)),
    on(
      '2025-10-20',
      submitted({
        reportNo: FIRST,
        claims: Object.fromEntries(atOnce.map((itemId) => [itemId, 'resolved'] as const)),
      }),
    ),
    on('2025-10-22', accepted(finance, FIRST, atOnce)),
    recountOn('2025-11-05'),
    on(
      '2025-11-12',
      visited(finance, {
        id: '09-核验-1',
        date: '2025-11-12',
        place: '三个市级储备库、市应急管理局',
        participants: ['person:demo-wb-finance', 'person:demo-auditor'],
        findings: Object.fromEntries(
          atOnce.map((itemId) => [itemId, ['verified', '账册、公示和影像与报告一致。'] as const]),
        ),
      }),
    ),
    on('2025-11-13', concluded(finance, ...atOnce)),
    on('2025-11-14', closed(finance, atOnce)),
    on(
      '2025-11-21',
      act(finance, 'Withdraw', {
        itemId: '09-8',
        reason: '审计机关来函更正：两笔资金分别用于主体和附属工程，不构成重复投资。',
        consentDocs: ['市审函〔2025〕46号'],
      }),
    ),
    on(
      '2026-01-06',
      progressed('09-6', EMERGENCY, { until: '2025-12-31', percent: 82, states: ['on-track'] }),
      progressed('09-7', EMERGENCY, {
        until: '2025-12-31',
        percent: 88,
        states: ['on-track'],
        evidence: ['燃气管道更换台账.xlsx'],
      }),
    ),
    on('2026-02-03', drafted('审计查出问题整改情况的报告（征求意见稿）', [...phased, continuous])),
    on('2026-02-06', opinion(finance, [...phased, continuous], '第9项请按长期整改管理。')),
    on(
      '2026-02-10',
      submitted({
        reportNo: SECOND,
        claims: { '09-6': 'resolved', '09-7': 'resolved', '09-9': 'long-term-tracking' },
      }),
    ),
    on('2026-02-12', accepted(finance, SECOND, [...phased, continuous])),
    on(
      '2026-03-05',
      visited(finance, {
        id: '09-核验-2',
        date: '2026-03-05',
        place: '云岭区、北塔区改造现场',
        participants: ['person:demo-wb-finance'],
        findings: {
          '09-6': ['verified', '45栋全部通过验收。'],
          '09-7': ['verified', '累计更换318公里。'],
          '09-9': ['partly', '监测机制已建立，需逐年评估。'],
        },
      }),
    ),
    on('2026-03-06', concluded(finance, ...phased, continuous)),
    on(
      '2026-03-10',
      closed(finance, phased),
      closed(finance, [continuous], 'long-term-tracking'),
      caseClosed,
      act(office, 'WithholdPublication', {
        legalGround: '涉及应急储备点位和风险点，依照政府信息公开条例第十四条不予公开。',
      }),
    ),
    on('2026-11-18', lookBackScheduled([continuous])),
  ],
};
