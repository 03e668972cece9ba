import { people } from '../cast/people.ts';
import { act, on, type Script } from '../script/act.ts';
import {
  caseClosed,
  closed,
  concluded,
  lookBackPassed,
  lookBackScheduled,
  visited,
} from '../script/evaluation-acts.ts';
import { accepted, coOpinion, drafted, opinion, progressed, submitted } from '../script/handling-acts.ts';
import {
  assigned,
  assignmentOf,
  listApproved,
  opened,
  planned,
  received,
  registered,
  returnAsked,
  type ListRow,
} from '../script/opening-acts.ts';
import { decidedReturn } from '../script/single-acts.ts';

const { office, urban } = people;
const POLICE = 'cq-traffic-police';
const TRANSPORT = 'cq-transport';
const ROAD = 'cq-road-centre';

const rows: readonly ListRow[] = [
  ['03-1', '第1条', '路口信号配时不合理', '视察的18个路口中有7个早晚高峰单向放行超过两个周期，车辆滞留。'],
  ['03-2', '第2条', '信号设施改造资金未落实', '联网信号机改造已立项，但资金来源和拨付单位不明确。'],
  ['03-3', '第3条', '公交专用道不连续', '三条主干道的公交专用道在桥头中断，公交车与社会车辆交织。'],
  ['03-4', '第4条', '校门口高峰拥堵', '五所中小学上放学时段接送车辆占用行车道，缺少临时停靠区。'],
];
const items = rows.map(([itemId]) => itemId);
const REPORT = '市府函〔2026〕12号';
const VISITORS = ['person:demo-wb', 'person:demo-deputy'];

/** Example 3: an item is returned on day 5 and assigned anew, the new organ's return comes too late, a second visit verifies. */
export const traffic: Script = {
  caseId: 'demo-03',
  basis: { documentNo: '市人视〔2025〕3号', article: '代表法第三十一条' },
  days: [
    on(
      '2025-10-20',
      opened(office, {
        caseNo: '督〔2025〕7号',
        form: 'inspection-visit',
        source: {
          title: '关于交通缓堵促畅工作的视察报告',
          documentNo: '市人视〔2025〕3号',
          date: '2025-10-17',
          paragraphs: 4,
        },
        committee: 'cq-urban-committee',
        topic: '交通缓堵促畅',
      }),
      registered(urban, { sourceId: '市人视〔2025〕3号', topicTag: '交通缓堵促畅', rows }),
    ),
    on('2025-10-24', listApproved('问题清单〔2025〕6号', '主任会议第45次', items)),
    on(
      '2025-10-27',
      ['03-1', '03-2', '03-4'].map((itemId) => assigned(itemId, { lead: POLICE, scope: '全部' })),
      assigned('03-3', { lead: POLICE, co: [ROAD], scope: '牵头,专用道标线与隔离设施' }),
    ),
    on(
      '2025-10-28',
      ['03-1', '03-4'].flatMap((itemId) => received(itemId, POLICE)),
      received('03-3', POLICE, ROAD),
    ),
    on(
      '2025-11-03',
      returnAsked('03-2', POLICE, '信号设施改造资金由交通建设资金安排,本局无预算科目。', { to: TRANSPORT }),
    ),
    on(
      '2025-11-04',
      decidedReturn(office, {
        itemId: '03-2',
        assignmentId: assignmentOf('03-2', POLICE),
        accept: true,
        newOrgan: TRANSPORT,
        reason: '经核,改造资金属交通建设专项,同意退回并改由市交通运输委员会承办。',
      }),
    ),
    on('2025-11-05', assigned('03-2', { lead: TRANSPORT, scope: '落实信号设施改造资金' })),
    on('2025-11-06', received('03-2', TRANSPORT)),
    on(
      '2025-11-18',
      returnAsked('03-2', TRANSPORT, '资金拨付需市财政局统筹,建议改由财政部门承办。', {
        to: 'cq-finance',
        refused: 'return.window-passed',
      }),
    ),
    on(
      '2025-11-20',
      planned('03-1', POLICE, ['逐路口重新配时', '秩序管理处', '2025-12-15', '完成路口', '18个']),
      planned('03-2', TRANSPORT, ['编制资金方案并下达', '计划财务处', '2025-12-31', '下达资金', '2600万元']),
      planned('03-3', POLICE, ['补齐桥头专用道', '设施管理处', '2026-01-15', '贯通里程', '11.4公里']),
      planned('03-4', POLICE, ['设置限时停靠区并错峰放学', '秩序管理处', '2025-12-15', '学校', '5所']),
      coOpinion('03-3', ROAD, '桥头路面已具备施划条件,可夜间施工。'),
    ),
    on(
      '2025-12-16',
      progressed('03-1', POLICE, {
        until: '2025-12-15',
        percent: 70,
        states: ['on-track'],
        evidence: ['第一次检查点路口清单.xlsx'],
      }),
      progressed('03-4', POLICE, { until: '2025-12-15', percent: 80, states: ['on-track'] }),
    ),
    on(
      '2026-01-13',
      progressed('03-3', POLICE, {
        until: '2026-01-12',
        percent: 85,
        states: ['on-track'],
        evidence: ['第二次检查点照片.jpg'],
      }),
      drafted('交通缓堵促畅视察意见研究处理情况的报告(征求意见稿)', items),
    ),
    on('2026-01-15', opinion(urban, items, '请列出每个路口配时前后的排队长度。')),
    on(
      '2026-01-16',
      submitted({
        reportNo: REPORT,
        claims: { '03-1': 'resolved', '03-2': 'resolved', '03-3': 'resolved', '03-4': 'resolved' },
      }),
    ),
    on('2026-01-20', accepted(urban, REPORT, items)),
    on(
      '2026-02-04',
      visited(urban, {
        id: '03-视察-1',
        date: '2026-02-04',
        place: '两江大道沿线9个路口和5所学校',
        participants: VISITORS,
        findings: {
          '03-1': ['verified', '高峰一次放行率由61%升至88%。'],
          '03-2': ['not-done', '资金文件已印发,款项尚未到账,设备未采购。'],
          '03-3': ['partly', '两处桥头已贯通,一处仍在施工。'],
          '03-4': ['verified', '五所学校均有停靠区和志愿者。'],
        },
      }),
    ),
    on(
      '2026-03-04',
      visited(urban, {
        id: '03-视察-2',
        date: '2026-03-04',
        place: '两江大道三处桥头、市交通指挥中心',
        participants: VISITORS,
        findings: {
          '03-2': ['verified', '2600万元已到账,首批信号机已安装42台。'],
          '03-3': ['verified', '三处桥头专用道全部贯通。'],
        },
      }),
    ),
    on('2026-03-05', concluded(urban, ...items)),
    on('2026-03-06', closed(urban, items), caseClosed),
    on('2026-09-01', lookBackScheduled(items)),
    on(
      '2026-09-08',
      lookBackPassed(
        urban,
        {
          '03-1': '新学期复测,平均排队长度比去年同期减少三成。',
          '03-2': '信号机改造完成年度计划。',
          '03-3': '专用道连续,未发现被占用。',
          '03-4': '五所学校门口秩序良好。',
        },
        '同类路口另有23处已列入下一年计划。',
      ),
    ),
    on(
      '2026-10-15',
      act(people.generalOffice, 'ArchiveCase', { archiveNo: 'RD-2026-0007', retention: 'permanent' }),
    ),
  ],
};
