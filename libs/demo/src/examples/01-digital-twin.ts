import { ownEntry } from '@duban/domain';
import { leadOf, people } from '../cast/people.ts';
import { act, clockOn, on, recountOn, type Script } from '../script/act.ts';
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
  assignmentOf,
  listApproved,
  opened,
  planned,
  received,
  registered,
  type ListRow,
} from '../script/opening-acts.ts';
import { askedForExtension, decidedExtension } from '../script/single-acts.ts';

const { office, urban, council } = people;
const HOUSING = 'cq-housing';
const EMERGENCY = 'cq-emergency';
const DATA = 'cq-data';

const rows: readonly ListRow[] = [
  [
    '01-1',
    '第一部分第1项',
    '地下管线底图不完整',
    '供水、排水、燃气、通信四类管线中，2005年以前敷设的约三成没有竣工图，底图与现状不符，施工挖断事故时有发生。',
  ],
  [
    '01-2',
    '第一部分第2项',
    '感知设备覆盖不足',
    '老旧小区和跨河管段缺少压力、液位、可燃气体监测设备，数字孪生平台看不到实时状态。',
  ],
  [
    '01-3',
    '第二部分第1项',
    '数据标准不统一',
    '三个部门的管线编码、坐标和更新周期各不相同，数据汇聚后无法直接比对。',
  ],
  [
    '01-4',
    '第二部分第2项',
    '预警信息未闭环',
    '平台发出的预警有四成没有处置反馈，值班人员无法判断险情是否解除。',
  ],
  [
    '01-5',
    '第三部分第1项',
    '跨部门值守机制未落实',
    '夜间和节假日没有统一的联合值守表，突发事件需逐个单位电话联系。',
  ],
];
const items = rows.map(([itemId]) => itemId);
const coOrgans: Readonly<Record<string, string>> = {
  '01-1': DATA,
  '01-2': EMERGENCY,
  '01-3': DATA,
  '01-4': EMERGENCY,
  '01-5': EMERGENCY,
};
const co = (itemId: string): string => ownEntry(coOrgans, itemId) ?? EMERGENCY;

const REPORT = '市府函〔2026〕88号';
const MEETING = '市六届人大常委会第二十四次会议';

/** Example 1: three organs, a co-opinion that was missed and came late, an extension, Basic, a look-back that passed. */
export const digitalTwin: Script = {
  caseId: 'demo-01',
  basis: { documentNo: '市人常审议〔2025〕7号', article: '监督法第十七条' },
  days: [
    on(
      '2025-08-11',
      opened(office, {
        caseNo: '督〔2025〕1号',
        form: 'work-report',
        source: {
          title: '关于四类管线数字孪生建设情况专项工作报告的审议意见',
          documentNo: '市人常审议〔2025〕7号',
          date: '2025-08-08',
          paragraphs: 3,
        },
        committee: 'cq-urban-committee',
        topic: '四类管线数字孪生',
      }),
      registered(urban, { sourceId: '市人常审议〔2025〕7号', topicTag: '四类管线数字孪生', rows }),
    ),
    on('2025-08-15', listApproved('问题清单〔2025〕1号', '主任会议第41次', items)),
    on(
      '2025-08-18',
      items.map((itemId) =>
        assigned(itemId, {
          lead: HOUSING,
          co: [co(itemId)],
          scope: '牵头办理并汇总答复',
          period: { n: 6, unit: 'month' },
          instruments: ['vote', 'verification'],
        }),
      ),
    ),
    on(
      '2025-08-20',
      items.flatMap((itemId) => received(itemId, HOUSING, co(itemId))),
    ),
    on(
      '2025-09-12',
      planned(
        '01-1',
        HOUSING,
        ['完成四类管线普查补测', '管线管理处', '2025-11-30', '普查完成率', '60%'],
        ['完成底图更新并入库', '管线管理处', '2026-01-31', '入库管线长度', '1.2万公里'],
      ),
      planned('01-2', HOUSING, [
        '布设压力、液位和可燃气体监测设备',
        '城市建设处',
        '2026-04-10',
        '新增监测点',
        '3400个',
      ]),
      planned('01-3', HOUSING, ['印发统一编码与更新规则', '科技标准处', '2025-12-31', '标准文件', '1项']),
      planned('01-4', HOUSING, [
        '平台试运行，预警处置全流程留痕',
        '信息中心',
        '2026-01-31',
        '闭环率',
        '95%以上',
      ]),
      planned('01-5', HOUSING, [
        '建立联合值守表并每季度演练',
        '应急处',
        '2025-12-31',
        '演练次数',
        '每季度1次',
      ]),
      ['01-1', '01-2', '01-4', '01-5'].map((itemId) =>
        coOpinion(itemId, co(itemId), '已明确联络人和数据接口人，按主办单位时间表提供资料。'),
      ),
    ),
    on(
      '2025-09-19',
      act(office, 'RecordCoOpinionMissed', { itemId: '01-3', assignmentId: assignmentOf('01-3', DATA) }),
    ),
    on(
      '2025-09-26',
      coOpinion('01-3', DATA, '因编码规则需与国家标准比对，意见迟交。同意以国家标准为底本，增设本市扩展码。'),
    ),
    recountOn('2025-11-05'),
    on(
      '2025-12-02',
      progressed('01-1', HOUSING, {
        until: '2025-11-30',
        percent: 60,
        states: ['done', 'on-track'],
        evidence: ['四类管线普查阶段报告.pdf'],
      }),
      progressed('01-2', HOUSING, {
        until: '2025-11-30',
        percent: 35,
        states: ['behind'],
        blockers: '跨河管段需枯水期施工，设备到货比计划晚一个月。',
      }),
    ),
    on(
      '2026-02-09',
      items.map((itemId) =>
        askedForExtension(leadOf(HOUSING), {
          itemId,
          requestedDue: '2026-04-25',
          reason: '跨河管段监测设备须在枯水期安装，平台上线后另需一个月试运行，申请统一延期60日。',
        }),
      ),
    ),
    on(
      '2026-02-12',
      items.map((itemId) =>
        decidedExtension(
          council,
          { itemId, grant: true, reason: '理由成立，延期一次，60日内完成。' },
          { basis: { meeting: '主任会议第50次' } },
        ),
      ),
    ),
    on('2026-04-08', drafted('四类管线数字孪生审议意见研究处理情况的报告（征求意见稿）', items)),
    on(
      '2026-04-14',
      opinion(urban, items, '请补充2005年以前管线底图的抽查误差。', '请写明联合值守的责任单位。'),
    ),
    ...clockOn('2026-04-15'),
    on(
      '2026-04-22',
      submitted({
        reportNo: REPORT,
        claims: {
          '01-1': 'basically-resolved',
          '01-2': 'resolved',
          '01-3': 'resolved',
          '01-4': 'basically-resolved',
          '01-5': 'resolved',
        },
      }),
    ),
    on('2026-04-27', accepted(urban, REPORT, items)),
    on(
      '2026-05-13',
      visited(urban, {
        id: '01-核验-1',
        date: '2026-05-13',
        place: '市城市运行管理平台、江汇区滨江路管廊',
        participants: ['person:demo-wb', 'person:demo-deputy'],
        findings: {
          '01-1': ['partly', '抽查40处，底图与现状相符36处。'],
          '01-2': ['verified', '新增监测点3412个，在线率97%。'],
          '01-3': ['verified', '三部门已按同一编码交换数据。'],
          '01-4': ['partly', '预警闭环率91%，未达到95%。'],
          '01-5': ['verified', '查阅两次夜间联合演练记录。'],
        },
      }),
    ),
    on(
      '2026-05-28',
      voted({
        id: '01-测评-1',
        meetingNo: MEETING,
        question: '对四类管线数字孪生审议意见研究处理情况的满意度',
        itemIds: items,
        ballots: [29, 23, 5],
      }),
    ),
    on('2026-05-29', concluded(urban, ...items)),
    on(
      '2026-06-02',
      closed(urban, items, 'basically-resolved'),
      caseClosed,
      published('2026-06-02', '2026年第3号'),
    ),
    on('2026-11-05', lookBackScheduled(items, '2026-11-10')),
    on(
      '2026-11-11',
      lookBackPassed(
        urban,
        {
          '01-1': '再抽查60处，相符59处。',
          '01-2': '监测点运行正常，无新增盲区。',
          '01-3': '编码规则已写入招标文件范本。',
          '01-4': '近三个月预警闭环率96.4%。',
          '01-5': '三季度夜间演练按期完成。',
        },
        '同类做法已推广到供热和电力管线。',
      ),
    ),
  ],
};
