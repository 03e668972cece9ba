import { ownEntry } from '@duban/domain';
import { people } from '../cast/people.ts';
import { on, type Script } from '../script/act.ts';
import {
  caseClosed,
  closed,
  concluded,
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
  received,
  registered,
  type ListRow,
} from '../script/opening-acts.ts';

const { office, legal } = people;
const DATA = 'cq-data';
const DISTRICTS = ['cq-yunling', 'cq-jianghui'] as const;
const [YUNLING, JIANGHUI] = DISTRICTS;

const rows: readonly ListRow[] = [
  ['06-1', '询问第1问', '部门数据回流不及时', '区级中心申请的数据平均21天才能回流，影响事件流转。'],
  ['06-2', '询问第2问', '三级中心接口标准不一', '市、区、街道三级平台接口版本不同，同一事件需重复录入。'],
  ['06-3', '询问第3问', '停车与公交数据未共享', '停车泊位和公交到站数据没有进入区级中心，联动处置缺少依据。'],
  ['06-4', '询问第4问', '街道中心人员配置不足', '部分街道中心只有两名专职人员，夜间无人值守。'],
  ['06-5', '询问第5问', '事件分级标准不清', '同类事件在不同街道被列为不同等级，处置时限相差一倍。'],
  ['06-6', '询问第6问', '考核重数量轻质量', '按上报事件数排名，出现为凑数上报的情况。'],
  ['06-7', '询问第7问', '群众反馈渠道分散', '热线、小程序和网格三条渠道互不相通，群众重复反映。'],
];
const items = rows.map(([itemId]) => itemId);
const REPORT = '市府函〔2026〕86号';

const plans: Readonly<Record<string, readonly [string, string, string, string, string]>> = {
  '06-1': ['建立数据回流台账并限时回流', '数据资源处', '2026-04-15', '回流时间', '5个工作日'],
  '06-2': ['发布统一接口并完成切换', '平台建设处', '2026-03-31', '切换单位', '3级全部'],
  '06-3': ['接入停车和公交实时数据', '数据资源处', '2026-04-10', '接入区', '2个试点区'],
  '06-4': ['明确街道中心最低配置', '协调指导处', '2026-04-15', '达标街道', '100%'],
  '06-5': ['印发事件分级清单', '协调指导处', '2026-03-31', '分级清单', '1份'],
  '06-6': ['修订考核办法，取消数量排名', '综合处', '2026-03-31', '考核办法', '1份'],
  '06-7': ['打通三条渠道并统一编号', '平台建设处', '2026-04-20', '统一编号率', '100%'],
};

/** Example 6: seven questions of a special inquiry; its look-back is scheduled and not yet due. */
export const centres: Script = {
  caseId: 'demo-06',
  basis: { documentNo: '市人询〔2026〕1号', article: '监督法第五十条' },
  days: [
    on(
      '2026-02-02',
      opened(office, {
        caseNo: '督〔2026〕1号',
        form: 'special-inquiry',
        source: {
          title: '三级治理中心建设运行情况专题询问记录',
          documentNo: '市人询〔2026〕1号',
          date: '2026-01-29',
          paragraphs: 7,
        },
        committee: 'cq-legal-committee',
        topic: '三级治理中心',
      }),
      registered(legal, { sourceId: '市人询〔2026〕1号', topicTag: '三级治理中心', rows }),
    ),
    on('2026-02-05', listApproved('问题清单〔2026〕1号', '主任会议第50次', items)),
    on(
      '2026-02-06',
      items.map((itemId) =>
        assigned(itemId, {
          lead: DATA,
          co: ['06-3', '06-4'].includes(itemId) ? DISTRICTS : [],
          scope: '牵头办理并汇总答复',
          instruments: ['vote', 'verification'],
        }),
      ),
    ),
    on(
      '2026-02-09',
      items.flatMap((itemId) =>
        received(itemId, DATA, ...(['06-3', '06-4'].includes(itemId) ? DISTRICTS : [])),
      ),
    ),
    on(
      '2026-03-03',
      items.map((itemId) => planned(itemId, DATA, ownEntry(plans, itemId) ?? ['', '', '', '', ''])),
      ['06-3', '06-4'].flatMap((itemId) => [
        coOpinion(itemId, YUNLING, '本区已完成接口改造，夜间值守由两个街道轮值。'),
        coOpinion(itemId, JIANGHUI, '停车数据已备妥，街道人员编制需市级统筹。'),
      ]),
    ),
    on(
      '2026-04-01',
      progressed('06-2', DATA, {
        until: '2026-03-31',
        percent: 100,
        states: ['done'],
        evidence: ['三级接口切换确认单.pdf'],
      }),
      progressed('06-3', DATA, { until: '2026-03-31', percent: 60, states: ['on-track'] }),
    ),
    on('2026-04-14', drafted('三级治理中心专题询问研究处理情况的报告（征求意见稿）', items)),
    on('2026-04-17', opinion(legal, items, '第4项请按街道逐一列出人员配置。')),
    on(
      '2026-04-21',
      submitted({
        reportNo: REPORT,
        claims: Object.fromEntries(items.map((itemId) => [itemId, 'resolved'] as const)),
      }),
    ),
    on('2026-04-24', accepted(legal, REPORT, items)),
    on(
      '2026-05-12',
      visited(legal, {
        id: '06-核验-1',
        date: '2026-05-12',
        place: '市级中心、云岭区和江汇区中心、四个街道中心',
        participants: ['person:demo-wb-legal', 'person:demo-deputy'],
        findings: Object.fromEntries(
          items.map((itemId) => [itemId, ['verified', '现场操作与报告一致。'] as const]),
        ),
      }),
    ),
    on(
      '2026-05-28',
      voted({
        id: '06-测评-1',
        meetingNo: '市六届人大常委会第二十四次会议',
        question: '对三级治理中心专题询问研究处理情况的满意度',
        itemIds: items,
        ballots: [33, 20, 4],
      }),
    ),
    on('2026-05-29', concluded(legal, ...items)),
    on('2026-06-03', closed(legal, items), caseClosed),
    on('2026-06-05', published('2026-06-05', '2026年第3号')),
    on('2026-11-16', lookBackScheduled(items)),
  ],
};
