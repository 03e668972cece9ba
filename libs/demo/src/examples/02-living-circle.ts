import { people } from '../cast/people.ts';
import { act, clockOn, on, recountOn, type Script } from '../script/act.ts';
import { digestOf } from '../script/digests.ts';
import {
  caseClosed,
  closed,
  concluded,
  lookBackPassed,
  lookBackScheduled,
  published,
  visited,
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

const { office, social } = people;
const CIVIL = 'cq-civil-affairs';
const COMMERCE = 'cq-commerce';

const rows: readonly ListRow[] = [
  [
    '02-1',
    '第二部分第1项',
    '服务设施底数和覆盖图不准',
    '15分钟生活圈覆盖图仍用两年前数据，新建小区未纳入，居民查不到最近的服务点。',
  ],
  [
    '02-2',
    '第二部分第2项',
    '社区食堂开而不续',
    '部分社区食堂建成后缺少运营补贴和备用运营单位，存在停业风险。',
  ],
  ['02-3', '第三部分第1项', '社区门诊服务时间短', '社区卫生服务站周末和晚间不开放，上班人群就近就医不便。'],
];
const items = rows.map(([itemId]) => itemId);
const FIRST = '市府函〔2026〕9号';
const SECOND = '市府函〔2026〕21号';
const VISIT = ['person:demo-wb-social', 'person:demo-deputy', 'person:demo-deputy-2'];

const ballots = { verySatisfied: 301, satisfied: 420, basic: 250, dissatisfied: 120, veryDissatisfied: 41 };

/** Example 2: an inspection finds two canteens shut, one item goes back to work, residents are asked. */
export const livingCircle: Script = {
  caseId: 'demo-02',
  basis: { documentNo: '市人常审议〔2025〕9号', article: '监督法第十七条' },
  days: [
    on(
      '2025-09-29',
      opened(office, {
        caseNo: '督〔2025〕5号',
        form: 'work-report',
        source: {
          title: '关于15分钟高品质生活服务圈建设情况专项工作报告的审议意见',
          documentNo: '市人常审议〔2025〕9号',
          date: '2025-09-26',
          paragraphs: 3,
        },
        committee: 'cq-social-committee',
        topic: '15分钟高品质生活服务圈',
      }),
      registered(social, { sourceId: '市人常审议〔2025〕9号', topicTag: '15分钟高品质生活服务圈', rows }),
    ),
    on('2025-10-09', listApproved('问题清单〔2025〕4号', '主任会议第44次', items)),
    on(
      '2025-10-13',
      items.map((itemId) =>
        assigned(itemId, {
          lead: CIVIL,
          co: [COMMERCE],
          scope: '牵头办理并汇总答复',
          instruments: ['survey', 'verification'],
        }),
      ),
    ),
    on(
      '2025-10-15',
      items.flatMap((itemId) => received(itemId, CIVIL, COMMERCE)),
    ),
    recountOn('2025-11-05'),
    on(
      '2025-11-06',
      planned('02-1', CIVIL, [
        '逐小区核实并发布新版覆盖图',
        '基层政权和社区治理处',
        '2025-12-20',
        '小区核实率',
        '100%',
      ]),
      planned(
        '02-2',
        CIVIL,
        ['每月公布食堂运营清单', '养老服务处', '2025-12-31', '清单期数', '每月1期'],
        ['为每个食堂确定备用运营单位', '养老服务处', '2025-12-31', '签约率', '100%'],
      ),
      planned('02-3', CIVIL, [
        '会同卫生健康部门延长服务时间',
        '社会事务处',
        '2025-12-31',
        '延时服务站',
        '120个',
      ]),
      items.map((itemId) =>
        coOpinion(itemId, COMMERCE, '商业网点数据每月更新，食堂可纳入便民商业补贴范围。'),
      ),
    ),
    on(
      '2025-12-02',
      progressed('02-2', CIVIL, {
        until: '2025-11-30',
        percent: 50,
        states: ['on-track', 'on-track'],
        evidence: ['社区食堂运营清单2025年11月.xlsx'],
      }),
    ),
    on(
      '2025-12-22',
      progressed('02-2', CIVIL, {
        until: '2025-12-20',
        percent: 90,
        states: ['on-track', 'done'],
        evidence: ['社区食堂运营清单2025年12月.xlsx'],
      }),
    ),
    on('2025-12-23', drafted('15分钟高品质生活服务圈审议意见研究处理情况的报告（征求意见稿）', items)),
    on('2025-12-29', opinion(social, items)),
    ...clockOn('2026-01-03'),
    on(
      '2026-01-07',
      submitted({ reportNo: FIRST, claims: { '02-1': 'resolved', '02-2': 'resolved', '02-3': 'resolved' } }),
    ),
    on(
      '2026-01-14',
      visited(social, {
        id: '02-视察-1',
        date: '2026-01-14',
        place: '南屏区、北塔区共12个社区',
        participants: VISIT,
        findings: {
          '02-1': ['verified', '抽查12个小区均已上图。'],
          '02-2': ['not-done', '清单所列食堂中有两家大门紧闭，居民反映已停业三周。'],
          '02-3': ['verified', '12个服务站晚间均有医护人员值守。'],
        },
      }),
    ),
    on(
      '2026-01-16',
      act(social, 'ReturnResult', {
        reportNo: FIRST,
        itemIds: ['02-2'],
        defects: ['两家社区食堂停业，报告仍写正常运营', '备用运营单位名单与合同不符'],
        newDueDate: '2026-02-27',
      }),
      accepted(social, FIRST, ['02-1', '02-3']),
    ),
    on('2026-02-05', drafted('关于社区食堂问题补办情况的报告（征求意见稿）', ['02-2'])),
    on('2026-02-09', opinion(social, ['02-2'], '请附两家食堂恢复营业后的就餐记录。')),
    on('2026-02-12', submitted({ reportNo: SECOND, claims: { '02-2': 'resolved' } })),
    on('2026-02-13', accepted(social, SECOND, ['02-2'])),
    on(
      '2026-02-27',
      visited(social, {
        id: '02-视察-2',
        date: '2026-02-27',
        place: '南屏区两家恢复营业的社区食堂',
        participants: VISIT,
        findings: { '02-2': ['verified', '两家食堂均已恢复营业，备用运营单位合同齐全。'] },
      }),
    ),
    on(
      '2026-03-13',
      act(office, 'RecordSurveyWave', {
        surveyId: 'demo-02',
        waveId: '02-测评-1',
        coversItemIds: items,
        instrument: 'door-to-door',
        population: '12个社区常住居民',
        frame: '社区户籍与居住登记，按楼栋等距抽样',
        ...{ planned: 1200, issued: 1180, valid: 1132, counts: ballots },
        ...{ weightScheme: null, weightedRatePerMille: null, marginPerMille: 29 },
        datasetHash: digestOf('02 入户测评数据集'),
        contractor: 'demo-survey-company',
      }),
    ),
    on('2026-03-16', concluded(social, ...items)),
    on('2026-03-20', closed(social, items), caseClosed),
    on('2026-03-24', published('2026-03-24', '2026年第2号')),
    on('2026-09-14', lookBackScheduled(items)),
    on(
      '2026-09-22',
      lookBackPassed(
        social,
        {
          '02-1': '覆盖图按季更新，新交付小区均已纳入。',
          '02-2': '两家食堂连续营业七个月，日均就餐百余人次。',
          '02-3': '延时服务站增至131个。',
        },
        '运营补贴办法已覆盖全市社区食堂。',
      ),
    ),
  ],
};
