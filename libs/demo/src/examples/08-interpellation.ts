import { people } from '../cast/people.ts';
import { act, clockOn, on, type Act, type Script } from '../script/act.ts';
import { caseClosed, closed, concluded } from '../script/evaluation-acts.ts';
import { accepted, drafted, opinion, submitted } from '../script/handling-acts.ts';
import {
  assigned,
  listApproved,
  opened,
  planned,
  plannedAgain,
  received,
  registered,
} from '../script/opening-acts.ts';

const { office, legal } = people;
const ENFORCEMENT = 'cq-enforcement';
const ITEM = '08a-1';
const MOVERS = [1, 2, 3, 4, 5].map((n) => `person:demo-member-${n}`);

/** What the five movers think of an answer: one in five is twenty points. */
const judged = (appraisalNo: string, satisfied: number): Act =>
  act(legal, 'RecordAppraisal', {
    appraisalNo,
    coversItemIds: [ITEM],
    panel: MOVERS,
    dimensions: [{ name: '提出质询案人员满意比例', scoreOutOf100: satisfied * 20 }],
    grade: satisfied * 2 > MOVERS.length ? 'satisfied' : 'dissatisfied',
  });

/** Example 8, the interpellation 质询: three of five movers reject the first answer, so it is answered again. */
export const interpellation: Script = {
  caseId: 'demo-08a',
  basis: { documentNo: '质询案〔2026〕1号', article: '监督法第五十一条' },
  days: [
    on(
      '2026-02-26',
      opened(office, {
        caseNo: '督〔2026〕3号',
        form: 'interpellation',
        source: {
          title: '关于重复处罚问题久拖不决的质询案',
          documentNo: '质询案〔2026〕1号',
          date: '2026-02-25',
          paragraphs: 1,
        },
        committee: 'cq-legal-committee',
        topic: '大综合一体化行政执法',
        linkedFrom: 'case-demo-08',
      }),
      registered(office, {
        sourceId: '质询案〔2026〕1号',
        topicTag: '大综合一体化行政执法',
        rows: [
          [
            ITEM,
            '质询内容',
            '重复处罚为何两次整改未果',
            '五名常委会组成人员联名质询：重复处罚两次整改均未通过测评，责任在谁，何时解决。',
          ],
        ],
      }),
    ),
    on('2026-02-27', listApproved('质询交办单〔2026〕1号', '主任会议第51次', [ITEM])),
    on(
      '2026-03-02',
      assigned(ITEM, {
        lead: ENFORCEMENT,
        scope: '书面答复',
        type: 'at-once',
        fixed: '2026-03-16',
        instruments: ['appraisal'],
      }),
    ),
    on('2026-03-03', received(ITEM, ENFORCEMENT)),
    on('2026-03-04', planned(ITEM, ENFORCEMENT, ['形成书面答复', '局办公室', '2026-03-12', '答复', '1份'])),
    ...clockOn('2026-03-06'),
    on('2026-03-09', drafted('质询案书面答复（征求意见稿）', [ITEM])),
    on('2026-03-10', opinion(legal, [ITEM], '答复未说明镇街案件的责任单位。')),
    on('2026-03-12', submitted({ reportNo: '质询答复〔2026〕1号', claims: { [ITEM]: 'resolved' } })),
    on('2026-03-13', accepted(legal, '质询答复〔2026〕1号', [ITEM])),
    on('2026-03-17', judged('质询表决〔2026〕1号', 2), concluded(legal, ITEM)),
    on(
      '2026-03-23',
      plannedAgain(2, ITEM, ENFORCEMENT, [
        '重新答复，列明责任和时限',
        '局办公室',
        '2026-04-03',
        '答复',
        '1份',
      ]),
    ),
    on('2026-03-31', drafted('质询案第二次书面答复（征求意见稿）', [ITEM])),
    on('2026-04-02', opinion(legal, [ITEM])),
    on('2026-04-07', submitted({ reportNo: '质询答复〔2026〕2号', claims: { [ITEM]: 'resolved' } })),
    on('2026-04-08', accepted(legal, '质询答复〔2026〕2号', [ITEM])),
    on('2026-04-10', judged('质询表决〔2026〕2号', 4), concluded(legal, ITEM)),
    on('2026-04-13', closed(legal, [ITEM]), caseClosed),
  ],
};
