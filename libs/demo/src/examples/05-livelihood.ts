import { leadOf, people } from '../cast/people.ts';
import { clockOn, on, type Act, type Script } from '../script/act.ts';
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
  received,
  registered,
  type ListRow,
} from '../script/opening-acts.ts';
import { askedForExtension, decidedEscalation, decidedExtension, escalated } from '../script/single-acts.ts';

const { office, social, council, viceChair } = people;
const EDUCATION = 'cq-education';
const FINANCE = 'cq-finance';

const rows: readonly ListRow[] = [
  [
    '05-1',
    '第二条第1项',
    '新建公办幼儿园30所',
    '决议要求11月30日前建成30所公办幼儿园并投入使用，截至7月底开工21所。',
  ],
  [
    '05-2',
    '第二条第2项',
    '学校周边过街设施40处',
    '决议要求11月30日前建成40处人行过街设施，截至7月底建成12处。',
  ],
  [
    '05-3',
    '第二条第3项',
    '校舍和老旧住宅加装电梯120台',
    '决议要求11月30日前加装电梯120台，截至7月底投用35台。',
  ],
];
const items = rows.map(([itemId]) => itemId);
const REPORT = '市府函〔2026〕1号';

/** A rung of the ladder, raised for every item, and what the competent body decided about it. */
const raised = (level: 'chase-slip' | 'vice-chair' | 'chairpersons-council', reason: string): Act[] =>
  items.map((itemId) => escalated(office, { itemId, level, reason }));

const decided = (n: number, measure: string, decidingBody: string, meetingNo: string): Act[] =>
  items.map((itemId) =>
    decidedEscalation(
      n === 3 ? council : viceChair,
      { itemId, escalationId: `${itemId}-escalation-${n}`, measure, decidingBody, meetingNo },
      n === 3 ? { basis: { meeting: meetingNo } } : {},
    ),
  );

/** Example 5: a date fixed in a resolution that only the Standing Committee could move, and a report 34 days late. */
export const livelihood: Script = {
  caseId: 'demo-05',
  basis: { documentNo: '市人常决〔2025〕6号', article: '监督法第十七条' },
  days: [
    on(
      '2025-08-13',
      opened(office, {
        caseNo: '督〔2025〕3号',
        form: 'resolution',
        source: {
          title: '关于推进2025年重点民生实事项目的决议',
          documentNo: '市人常决〔2025〕6号',
          date: '2025-07-31',
          paragraphs: 4,
        },
        committee: 'cq-social-committee',
        topic: '重点民生实事',
      }),
      registered(social, { sourceId: '市人常决〔2025〕6号', topicTag: '重点民生实事', rows }),
    ),
    on('2025-08-15', listApproved('责任清单〔2025〕1号', '主任会议第41次', items)),
    on(
      '2025-08-20',
      items.map((itemId) =>
        assigned(itemId, {
          lead: EDUCATION,
          co: [FINANCE],
          scope: '牵头组织实施',
          fixed: '2025-11-30',
          instruments: ['vote', 'verification'],
        }),
      ),
    ),
    on(
      '2025-08-22',
      items.flatMap((itemId) => received(itemId, EDUCATION, FINANCE)),
    ),
    on(
      '2025-09-12',
      items.map((itemId) => coOpinion(itemId, FINANCE, '年度资金已足额下达，按进度拨付。')),
    ),
    on(
      '2025-09-15',
      planned('05-1', EDUCATION, [
        '30所幼儿园建成并完成验收',
        '基础教育处',
        '2025-11-30',
        '投用幼儿园',
        '30所',
      ]),
      planned('05-2', EDUCATION, ['40处过街设施建成移交', '安全稳定处', '2025-11-30', '建成处数', '40处']),
      planned('05-3', EDUCATION, ['120台电梯取得使用登记', '基本建设处', '2025-11-30', '投用电梯', '120台']),
    ),
    on(
      '2025-10-09',
      progressed('05-1', EDUCATION, {
        until: '2025-09-30',
        percent: 72,
        states: ['behind'],
        blockers: '5所用地手续晚办两个月。',
      }),
      progressed('05-2', EDUCATION, { until: '2025-09-30', percent: 68, states: ['behind'] }),
      progressed('05-3', EDUCATION, {
        until: '2025-09-30',
        percent: 60,
        states: ['behind'],
        blockers: '部分住宅业主意见不一致。',
      }),
    ),
    ...clockOn('2025-11-20'),
    on(
      '2025-11-25',
      items.map((itemId) =>
        askedForExtension(leadOf(EDUCATION), {
          itemId,
          requestedDue: '2026-01-31',
          reason: '用地手续和业主协商影响工期，申请延至2026年1月31日。',
        }),
      ),
    ),
    on(
      '2025-11-27',
      items.map((itemId) =>
        decidedExtension(
          council,
          { itemId, grant: true, reason: '拟同意延期。' },
          { basis: { meeting: '主任会议第47次' }, refused: 'extension.standing-committee-only' },
        ),
      ),
      items.map((itemId) =>
        decidedExtension(
          council,
          { itemId, grant: false, reason: '期限由常委会决议确定，主任会议无权变更，不予延期。' },
          { basis: { meeting: '主任会议第47次' } },
        ),
      ),
    ),
    ...clockOn('2025-12-01'),
    on('2025-12-01', raised('chase-slip', '决议期限已过，发出督办单，限三日内书面说明。')),
    on('2025-12-02', decided(1, '发出督办单〔2025〕1号', 'supervision-office', '签批〔2025〕12号')),
    ...clockOn('2025-12-10'),
    on('2025-12-10', raised('vice-chair', '逾期10日仍未报送，提请分管副主任督办。')),
    on('2025-12-11', decided(2, '约谈主办单位分管负责人', 'vice-chair', '签批〔2025〕13号')),
    on('2025-12-22', drafted('2025年重点民生实事项目决议执行情况的报告（征求意见稿）', items)),
    on('2025-12-26', opinion(social, items, '请在报告中说明逾期原因和责任。')),
    ...clockOn('2025-12-30'),
    on('2025-12-30', raised('chairpersons-council', '逾期30日，提请主任会议研究。')),
    on('2025-12-31', decided(3, '列入主任会议议题，责令限期报送', 'chairpersons-council', '主任会议第49次')),
    on(
      '2026-01-03',
      submitted({ reportNo: REPORT, claims: { '05-1': 'resolved', '05-2': 'resolved', '05-3': 'resolved' } }),
    ),
    on('2026-01-06', accepted(social, REPORT, items)),
    on(
      '2026-01-20',
      visited(social, {
        id: '05-核验-1',
        date: '2026-01-20',
        place: '南屏区、青石区共14个项目点',
        participants: ['person:demo-wb-social', 'person:demo-deputy'],
        findings: {
          '05-1': ['verified', '30所全部投用，抽查6所均已招生。'],
          '05-2': ['verified', '40处全部移交管养。'],
          '05-3': ['verified', '121台电梯取得使用登记。'],
        },
      }),
    ),
    on(
      '2026-01-29',
      voted({
        id: '05-测评-1',
        meetingNo: '市六届人大常委会第二十二次会议',
        question: '对2025年重点民生实事项目决议执行情况的满意度',
        itemIds: items,
        ballots: [48, 6, 3],
      }),
    ),
    on('2026-01-30', concluded(social, ...items)),
    on('2026-02-03', closed(social, items), caseClosed),
    on('2026-02-06', published('2026-02-06', '2026年第1号')),
    on('2026-07-30', lookBackScheduled(items)),
    on(
      '2026-08-05',
      lookBackPassed(
        social,
        {
          '05-1': '30所幼儿园秋季招生满额。',
          '05-2': '过街设施完好，无断电停用。',
          '05-3': '电梯维保合同齐全。',
        },
        '下一年度项目已提前半年办理用地手续。',
      ),
    ),
  ],
};
