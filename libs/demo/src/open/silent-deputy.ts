import { leadOf, people } from '../cast/people.ts';
import { on, type Script } from '../script/act.ts';
import { assigned, listApproved, opened, received, registered } from '../script/opening-acts.ts';
import { escalated, sentReply } from '../script/single-acts.ts';

const { office, secondDeputy } = people;
const COMMERCE = 'cq-commerce';

/** Still open: the reply was sent, the deputy was reminded twice and says nothing, which is never "satisfied". */
export const silentDeputy: Script = {
  caseId: 'demo-14',
  basis: { documentNo: '代表建议第0731号', article: '代表法第五十一条' },
  days: [
    on(
      '2026-06-01',
      opened(office, {
        caseNo: '督〔2026〕9号',
        form: 'suggestion',
        source: {
          title: '关于便民菜市场延时营业的建议',
          documentNo: '代表建议第0731号',
          date: '2026-05-26',
          paragraphs: 1,
        },
        committee: 'cq-deputies-committee',
        topic: '15分钟高品质生活服务圈',
      }),
      registered(office, {
        sourceId: '代表建议第0731号',
        topicTag: '15分钟高品质生活服务圈',
        rows: [
          ['14-1', '全文', '便民菜市场延时营业', '上班人群晚间买菜难，建议选择50个菜市场延时营业至21时。'],
        ],
        proposers: [secondDeputy],
      }),
    ),
    on('2026-06-03', listApproved('建议交办单〔2026〕9号', '主任会议第56次', ['14-1'])),
    on('2026-06-04', assigned('14-1', { lead: COMMERCE, scope: '办理并答复代表' })),
    on('2026-06-08', received('14-1', COMMERCE)),
    on(
      '2026-08-20',
      sentReply(leadOf(COMMERCE), {
        itemId: '14-1',
        replyNo: '商函〔2026〕77号',
        signer: 'person:demo-commerce-signer',
        scheme: 'chongqing',
        class: 'B',
        text: '首批32个菜市场已延时营业，年底前达到50个。',
        commitments: [{ id: '14-承诺-1', text: '50个菜市场延时营业至21时', dueOn: '2026-12-31' }],
        toProposers: [secondDeputy.id],
      }),
    ),
    on(
      '2026-09-21',
      escalated(office, { itemId: '14-1', level: 'reminder', reason: '答复已满一个月，请代表评价。' }),
    ),
    on(
      '2026-10-21',
      escalated(office, { itemId: '14-1', level: 'reminder', reason: '第二次提醒代表评价。' }),
    ),
  ],
};
