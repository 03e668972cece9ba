import { eventIdOf } from '@duban/application';
import { coOf, leadOf, people } from '../cast/people.ts';
import { act, clockOn, on, type Act, type Around, type Script } from '../script/act.ts';
import { files } from '../script/digests.ts';
import { caseClosed, closed, concluded, published } from '../script/evaluation-acts.ts';
import { coOpinion } from '../script/handling-acts.ts';
import { assigned, listApproved, opened, received, registered } from '../script/opening-acts.ts';
import { commandIdOf } from '../script/steps.ts';
import { evaluatedReply, sentReply, submittedCoOpinion } from '../script/single-acts.ts';

const { office, deputy, deputiesCommittee } = people;
const CASE = 'demo-10';
const ITEM = '10-1';
const CIVIL = 'cq-civil-affairs';
const FINANCE = 'cq-finance';
const FIRST = '民函〔2026〕61号';
const SECOND = '民函〔2026〕118号';

const canteens = [
  '桂花园',
  '石桥铺',
  '望江',
  '北林',
  '青龙',
  '长河',
  '松树湾',
  '南湖',
  '沙田',
  '东门',
  '红岩坡',
  '水井巷',
];
const commitments = canteens.map((name, index) => ({ id: `10-承诺-${index + 1}`, name }));

type Grade = 'satisfied' | 'basic' | 'dissatisfied';
type Answer = {
  readonly round: 1 | 2;
  readonly replyNo: string;
  readonly organ: string;
  readonly result: Grade;
  readonly reasons?: string;
};

const answered = ({ result, reasons, ...answer }: Answer, around: Around = {}): Act =>
  evaluatedReply(
    deputy,
    {
      itemId: ITEM,
      evaluator: deputy.id,
      dimensions: [
        { dimension: 'attitude', grade: 'satisfied' },
        { dimension: 'result', grade: result },
      ],
      reasons: reasons ?? null,
      ...answer,
    },
    around,
  );

const fulfilled = (from: number, to: number): Act[] =>
  commitments.slice(from - 1, to).map(({ id, name }) =>
    act(leadOf(CIVIL), 'FulfilCommitment', {
      itemId: ITEM,
      commitmentId: id,
      evidence: files(`${name}老年食堂开业照片.jpg`),
    }),
  );

/** 核实: the committee has seen each of them. */
const verified = (from: number, to: number): Act[] =>
  commitments.slice(from - 1, to).map(({ id, name }) =>
    act(deputiesCommittee, 'VerifyCommitment', {
      itemId: ITEM,
      commitmentId: id,
      verified: true,
      ground: `实地查看，${name}老年食堂已开业。`,
    }),
  );

/** Example 10: twelve promised canteens, a mis-click corrected, nine of twelve kept, and the other three a month later. */
export const elderCanteens: Script = {
  caseId: CASE,
  basis: { documentNo: '代表建议第0126号', article: '代表法第五十一条' },
  days: [
    on(
      '2026-02-04',
      opened(office, {
        caseNo: '督〔2026〕4号',
        form: 'suggestion',
        source: {
          title: '关于办好社区老年食堂的建议',
          documentNo: '代表建议第0126号',
          date: '2026-01-26',
          paragraphs: 1,
        },
        committee: 'cq-deputies-committee',
        topic: '优质公共服务',
      }),
      registered(office, {
        sourceId: '代表建议第0126号',
        topicTag: '优质公共服务',
        rows: [
          [
            ITEM,
            '全文',
            '建设12个社区老年食堂',
            '老旧社区高龄、独居老人就餐难，建议当年建成12个老年食堂并给予运营补贴。',
          ],
        ],
        proposers: [deputy],
      }),
    ),
    on('2026-02-06', listApproved('建议交办单〔2026〕2号', '主任会议第50次', [ITEM])),
    on('2026-02-09', assigned(ITEM, { lead: CIVIL, co: [FINANCE], scope: '办理并答复代表' })),
    on('2026-02-11', received(ITEM, CIVIL, FINANCE)),
    on('2026-03-05', coOpinion(ITEM, FINANCE, '建设补助和三年运营补贴列入年度预算。')),
    on(
      '2026-04-22',
      sentReply(leadOf(CIVIL), {
        itemId: ITEM,
        replyNo: FIRST,
        signer: 'person:demo-civil-signer',
        scheme: 'chongqing',
        class: 'B',
        text: '已与代表当面沟通。承诺2026年6月30日前建成12个社区老年食堂，逐个列明地点，运营补贴同步到位。',
        commitments: commitments.map(({ id, name }) => ({
          id,
          text: `${name}社区老年食堂建成开业`,
          dueOn: '2026-06-30',
        })),
        toProposers: [deputy.id],
      }),
    ),
    on(
      '2026-04-27',
      answered({ round: 1, replyNo: FIRST, organ: CIVIL, result: 'satisfied' }),
      answered(
        { round: 1, replyNo: FIRST, organ: FINANCE, result: 'dissatisfied', reasons: '（误点）' },
        { key: 'misclick' },
      ),
    ),
    on(
      '2026-04-28',
      act(deputy, 'CorrectEvent', {
        targetEventId: eventIdOf(commandIdOf(CASE, 'misclick'), 0),
        field: '/dimensions/1/grade',
        old: 'dissatisfied',
        new: 'satisfied',
        reason: '代表本人说明系操作误点，对市财政局办理结果满意。',
        approver: 'person:demo-wb-deputies',
      }),
    ),
    on('2026-04-29', concluded(deputiesCommittee, ITEM)),
    on('2026-05-29', fulfilled(1, 5)),
    on('2026-06-29', fulfilled(6, 9)),
    on('2026-06-30', verified(1, 9)),
    on(
      '2026-07-03',
      answered({
        round: 2,
        replyNo: FIRST,
        organ: CIVIL,
        result: 'dissatisfied',
        reasons: '承诺12个，实地只看到9个开业，东门、红岩坡、水井巷三处仍在装修。',
      }),
    ),
    on('2026-07-06', concluded(deputiesCommittee, ITEM)),
    on(
      '2026-07-08',
      commitments.slice(9).map(({ id, name }) =>
        act(leadOf(CIVIL), 'RollOverCommitment', {
          itemId: ITEM,
          commitmentId: id,
          newDueOn: '2026-07-31',
          explanation: `${name}点位消防验收延后，7月底前开业；如遇换届，仍由本局向原提建议代表答复。`,
        }),
      ),
    ),
    ...clockOn('2026-07-27'),
    on('2026-07-27', fulfilled(10, 12)),
    on(
      '2026-07-28',
      submittedCoOpinion(coOf(FINANCE), {
        itemId: ITEM,
        assignmentId: '10-1-finance~2',
        text: '三处补贴已拨付。',
        evidence: [],
      }),
      sentReply(leadOf(CIVIL), {
        itemId: ITEM,
        replyNo: SECOND,
        signer: 'person:demo-civil-signer',
        scheme: 'chongqing',
        class: 'A',
        text: '其余三个老年食堂已于7月27日前全部开业，12个承诺全部兑现。',
        commitments: [],
        toProposers: [deputy.id],
      }),
    ),
    on('2026-07-31', answered({ round: 2, replyNo: SECOND, organ: CIVIL, result: 'satisfied' })),
    on('2026-08-03', verified(10, 12), concluded(deputiesCommittee, ITEM)),
    on('2026-08-05', closed(deputiesCommittee, [ITEM]), caseClosed),
    on('2026-08-07', published('2026-08-07', '2026年第4号')),
  ],
};
