import { leadOf, people } from '../cast/people.ts';
import { clockOn, on, type Script } from '../script/act.ts';
import { drafted, opinion, progressed, submitted } from '../script/handling-acts.ts';
import {
  assigned,
  listApproved,
  opened,
  planned,
  received,
  registered,
  type ListRow,
} from '../script/opening-acts.ts';
import { askedForExtension, decidedExtension, escalated, linked } from '../script/single-acts.ts';

const { office, urban, council } = people;
const POLICE = 'cq-traffic-police';
const HOUSING = 'cq-housing';
const TRANSPORT = 'cq-transport';

const rows: readonly ListRow[] = [
  ['11-1', '第二部分第1项', '停车信息联网率低', '公共停车场联网率为46%，居民查询泊位困难。'],
  ['11-2', '第二部分第2项', '小区充电桩布局不足', '老旧小区充电桩建设受电力容量限制，进展缓慢。'],
  ['11-3', '第三部分第1项', '路内停车收费公示不清', '部分路段未公示收费依据和免费时段。'],
  ['11-4', '第三部分第2项', '站点周边共享单车乱停放', '轨道站点周边共享单车占用盲道和公交站台，缺少停放区。'],
];
const items = rows.map(([itemId]) => itemId);

/** Still open: two items are late, one of them without a plan, one runs on an extension, one result waits to be looked at. */
export const parking: Script = {
  caseId: 'demo-11',
  basis: { documentNo: '市人常审议〔2026〕6号', article: '监督法第十七条' },
  days: [
    on(
      '2026-08-05',
      opened(office, {
        caseNo: '督〔2026〕11号',
        form: 'work-report',
        source: {
          title: '关于停车与充电设施建设情况专项工作报告的审议意见',
          documentNo: '市人常审议〔2026〕6号',
          date: '2026-07-31',
          paragraphs: 3,
        },
        committee: 'cq-urban-committee',
        topic: '交通缓堵促畅',
      }),
      registered(urban, { sourceId: '市人常审议〔2026〕6号', topicTag: '交通缓堵促畅', rows }),
      linked(office, { kind: 'repeats', target: 'case-demo-03' }),
    ),
    on('2026-08-07', listApproved('问题清单〔2026〕6号', '主任会议第59次', items)),
    on(
      '2026-08-13',
      ['11-1', '11-3'].map((itemId) => assigned(itemId, { lead: POLICE, scope: '全部' })),
      assigned('11-2', { lead: HOUSING, scope: '全部' }),
      assigned('11-4', { lead: TRANSPORT, scope: '全部' }),
    ),
    on(
      '2026-08-17',
      received('11-1', POLICE),
      received('11-2', HOUSING),
      received('11-3', POLICE),
      received('11-4', TRANSPORT),
    ),
    on(
      '2026-09-10',
      planned('11-1', POLICE, ['公共停车场接入统一平台', '科技信息处', '2026-10-31', '联网率', '90%']),
      planned('11-2', HOUSING, [
        '在30个老旧小区建设充电桩',
        '物业监督管理处',
        '2026-11-20',
        '完成小区',
        '30个',
      ]),
      planned('11-3', POLICE, ['逐路段公示收费依据', '秩序管理处', '2026-10-15', '公示路段', '100%']),
    ),
    on(
      '2026-10-13',
      progressed('11-1', POLICE, {
        until: '2026-10-10',
        percent: 62,
        states: ['behind'],
        blockers: '两家停车场经营企业尚未签订接入协议。',
      }),
    ),
    ...clockOn('2026-11-03'),
    on(
      '2026-11-04',
      askedForExtension(leadOf(HOUSING), {
        itemId: '11-2',
        requestedDue: '2026-11-30',
        reason: '6个小区变压器增容须等待停电窗口。',
      }),
    ),
    on('2026-11-04', drafted('路内停车收费公示问题办理情况的报告（征求意见稿）', ['11-3'])),
    on('2026-11-06', opinion(urban, ['11-3'])),
    on(
      '2026-11-06',
      decidedExtension(
        council,
        { itemId: '11-2', grant: true, reason: '理由成立，同意延期至11月30日。' },
        { basis: { meeting: '主任会议第64次' } },
      ),
    ),
    on('2026-11-11', submitted({ reportNo: '市府函〔2026〕190号', claims: { '11-3': 'resolved' } })),
    ...clockOn('2026-11-14'),
    on(
      '2026-11-16',
      escalated(office, {
        itemId: '11-1',
        level: 'chase-slip',
        reason: '期限已过，发出督办单〔2026〕4号。',
      }),
      escalated(office, {
        itemId: '11-4',
        level: 'chase-slip',
        reason: '期限已过且未报整改方案，发出督办单〔2026〕5号。',
      }),
    ),
    ...clockOn('2026-11-20'),
  ],
};
