import { leadOf, people } from '../cast/people.ts';
import { act, on, type Act, type Script } from '../script/act.ts';
import { caseClosed, closed, concluded } from '../script/evaluation-acts.ts';
import { assigned, listApproved, opened, received, registered } from '../script/opening-acts.ts';
import { evaluatedReply, linked, sentReply } from '../script/single-acts.ts';

const { office, deputy, secondDeputy, deputiesCommittee } = people;
const DATA = 'cq-data';
const TEXT = '建议将停车泊位、公交到站数据接入区级治理中心，供街道处置拥堵事件时使用。';

const evaluated = (evaluator: typeof deputy): Act =>
  evaluatedReply(evaluator, {
    itemId: '06s-1',
    replyNo: '数函〔2026〕33号',
    round: 1,
    evaluator: evaluator.id,
    organ: DATA,
    dimensions: [
      { dimension: 'attitude', grade: 'satisfied' },
      { dimension: 'result', grade: 'satisfied' },
    ],
    reasons: null,
  });

/** Two deputies suggested the same: merged, both answered; the inquiry's item stays apart and is only linked. */
export const sameSuggestions: Script = {
  caseId: 'demo-06s',
  basis: { documentNo: '代表建议第0412号、第0587号', article: '代表法第五十一条' },
  days: [
    on(
      '2026-02-03',
      opened(office, {
        caseNo: '督〔2026〕2号',
        form: 'suggestion',
        source: {
          title: '关于治理中心共享停车公交数据的建议',
          documentNo: '代表建议第0412号、第0587号',
          date: '2026-01-27',
          paragraphs: 2,
        },
        committee: 'cq-deputies-committee',
        topic: '三级治理中心',
      }),
      registered(office, {
        sourceId: '代表建议第0412号',
        topicTag: '三级治理中心',
        rows: [['06s-1', '第1条', '共享停车和公交数据', TEXT]],
        proposers: [deputy],
      }),
      registered(office, {
        sourceId: '代表建议第0587号',
        topicTag: '三级治理中心',
        rows: [['06s-2', '第1条', '治理中心应能看到停车公交数据', TEXT]],
        proposers: [secondDeputy],
      }),
    ),
    on(
      '2026-02-05',
      act(
        office,
        'MergeInto',
        { itemId: '06s-1', intoItemId: 'case-demo-06/06-3' },
        { refused: 'merge.other-source-type' },
      ),
      act(office, 'MergeInto', { itemId: '06s-2', intoItemId: '06s-1' }),
      linked(office, { kind: 'inquiry', target: 'case-demo-06' }),
      listApproved('建议交办单〔2026〕1号', '主任会议第50次', ['06s-1']),
    ),
    on('2026-02-06', assigned('06s-1', { lead: DATA, scope: '答复两位代表' })),
    on('2026-02-10', received('06s-1', DATA)),
    on(
      '2026-04-15',
      sentReply(leadOf(DATA), {
        itemId: '06s-1',
        replyNo: '数函〔2026〕33号',
        signer: 'person:demo-data-signer',
        scheme: 'chongqing',
        class: 'A',
        text: '两项数据已在云岭区、江汇区接入并稳定运行,其余区县年内完成。已电话联系两位代表并分别书面答复。',
        commitments: [],
        toProposers: [deputy.id, secondDeputy.id],
      }),
    ),
    on('2026-04-21', evaluated(deputy), evaluated(secondDeputy)),
    on('2026-04-24', concluded(deputiesCommittee, '06s-1'), closed(deputiesCommittee, ['06s-1']), caseClosed),
  ],
};
