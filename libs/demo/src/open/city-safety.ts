import { leadOf, people } from '../cast/people.ts';
import { act, on, type Script } from '../script/act.ts';
import { progressed } from '../script/handling-acts.ts';
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
import { reportedProgress, suspended } from '../script/single-acts.ts';

const { office, urban, viceChair } = people;
const EMERGENCY = 'cq-emergency';
const HOUSING = 'cq-housing';
const ROAD = 'cq-road-centre';
const TRANSPORT = 'cq-transport';

const rows: readonly ListRow[] = [
  ['12-1', '询问第1问', '高层建筑消防通道占用', '抽查的52栋高层建筑中有11栋消防通道被占用。'],
  ['12-2', '询问第2问', '燃气老旧管道穿越铁路段未更换', '三处管道穿越铁路，更换须报铁路主管部门批准。'],
  ['12-3', '询问第3问', '桥隧结构监测盲区', '18座桥隧没有结构健康监测，巡检靠人工目测。'],
];
const items = rows.map(([itemId]) => itemId);

/** Still open: work under way, an item suspended for a superior's approval, and an organ that was merged into another. */
export const citySafety: Script = {
  caseId: 'demo-12',
  basis: { documentNo: '市人询〔2026〕3号', article: '监督法第五十条' },
  days: [
    on(
      '2026-09-01',
      opened(office, {
        caseNo: '督〔2026〕13号',
        form: 'special-inquiry',
        source: {
          title: '城市本质安全专题询问记录',
          documentNo: '市人询〔2026〕3号',
          date: '2026-08-28',
          paragraphs: 3,
        },
        committee: 'cq-urban-committee',
        topic: '城市本质安全',
      }),
      registered(urban, { sourceId: '市人询〔2026〕3号', topicTag: '城市本质安全', rows }),
    ),
    on('2026-09-04', listApproved('问题清单〔2026〕8号', '主任会议第61次', items)),
    on(
      '2026-09-08',
      assigned('12-1', { lead: EMERGENCY, scope: '全部' }),
      assigned('12-2', { lead: HOUSING, scope: '全部' }),
      assigned('12-3', { lead: ROAD, scope: '全部' }),
    ),
    on('2026-09-10', received('12-1', EMERGENCY), received('12-2', HOUSING), received('12-3', ROAD)),
    on(
      '2026-09-29',
      planned('12-1', EMERGENCY, ['逐栋清理并划设标线', '消防协调处', '2026-11-20', '清理栋数', '11栋']),
      planned('12-2', HOUSING, ['报批并更换三处管道', '城市建设处', '2026-11-30', '更换处数', '3处']),
      planned('12-3', ROAD, ['安装结构监测设备', '桥隧管理科', '2026-11-25', '安装座数', '18座']),
    ),
    on(
      '2026-10-12',
      act(office, 'ChangeLead', {
        itemId: '12-3',
        assignment: {
          id: assignmentOf('12-3', TRANSPORT),
          organ: TRANSPORT,
          role: 'lead',
          scopeText: '承接原市道路运输事务中心职责',
        },
        clockRule: 'continue',
        reason: '市道路运输事务中心并入市交通运输委员会,由其继续承办,期限不变。',
      }),
      act(office, 'AddCoOrgan', {
        itemId: '12-3',
        assignment: {
          id: assignmentOf('12-3', HOUSING),
          organ: HOUSING,
          role: 'co',
          scopeText: '跨城市道路桥梁',
        },
        reason: '其中5座为市政桥梁。',
      }),
    ),
    on(
      '2026-10-20',
      suspended(
        viceChair,
        { itemId: '12-2', ground: 'superior-approval', reviewDate: '2027-01-20' },
        { basis: { meeting: '主任会议第63次' } },
      ),
    ),
    on(
      '2026-11-02',
      progressed('12-1', EMERGENCY, {
        until: '2026-10-31',
        percent: 70,
        states: ['on-track'],
        evidence: ['消防通道清理前后对比.jpg'],
      }),
    ),
    on(
      '2026-11-13',
      reportedProgress(leadOf(TRANSPORT), {
        itemId: '12-3',
        assignmentId: assignmentOf('12-3', TRANSPORT),
        periodEnd: '2026-11-10',
        percent: 50,
        milestoneStates: [{ measureId: '12-3-m1', state: 'behind' }],
        blockers: '职责移交期间设备采购暂停两周。',
        evidence: [],
      }),
    ),
  ],
};
