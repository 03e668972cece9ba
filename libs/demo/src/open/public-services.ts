import { people } from '../cast/people.ts';
import { on, type Script } from '../script/act.ts';
import {
  assigned,
  assignmentOf,
  listApproved,
  opened,
  planned,
  received,
  registered,
  returnAsked,
  type ListRow,
} from '../script/opening-acts.ts';
import { decidedReturn } from '../script/single-acts.ts';

const { office, social } = people;
const CIVIL = 'cq-civil-affairs';
const HEALTH = 'cq-health';
const EDUCATION = 'cq-education';

const rows: readonly ListRow[] = [
  ['13-1', '第一部分第1项', '村镇养老床位空置', '部分镇街养老院床位空置率超过六成，护理型床位却不足。'],
  ['13-2', '第一部分第2项', '社区托育服务供给少', '普惠托育点平均每个街道不足一个。'],
  ['13-3', '第二部分第1项', '家庭医生签约质量不高', '签约后一年内无上门服务记录的占三成。'],
  ['13-4', '第二部分第2项', '课后服务场地不足', '部分学校课后服务借用走廊和门厅。'],
];
const later: readonly ListRow[] = [
  ['13-5', '补充意见第1项', '公共浴室和理发点减少', '老旧社区便民服务点三年减少四成。'],
  ['13-6', '补充意见第2项', '残疾人辅具租赁点少', '辅具租赁点集中在主城区。'],
];

/** Still open: just assigned, with due dates in 2027, a year whose calendar nobody has published yet. */
export const publicServices: Script = {
  caseId: 'demo-13',
  basis: { documentNo: '市人常审议〔2026〕9号', article: '监督法第十七条' },
  days: [
    on(
      '2026-11-04',
      opened(office, {
        caseNo: '督〔2026〕16号',
        form: 'work-report',
        source: {
          title: '关于优质公共服务供给情况专项工作报告的审议意见',
          documentNo: '市人常审议〔2026〕9号',
          date: '2026-10-30',
          paragraphs: 4,
        },
        committee: 'cq-social-committee',
        topic: '优质公共服务',
      }),
      registered(social, { sourceId: '市人常审议〔2026〕9号', topicTag: '优质公共服务', rows }),
    ),
    on(
      '2026-11-06',
      listApproved('问题清单〔2026〕10号', '主任会议第64次', ['13-1', '13-2', '13-3', '13-4']),
    ),
    on(
      '2026-11-10',
      ['13-1', '13-2'].map((itemId) => assigned(itemId, { lead: CIVIL, scope: '全部' })),
      assigned('13-3', { lead: HEALTH, scope: '全部' }),
      assigned('13-4', { lead: EDUCATION, scope: '全部' }),
    ),
    on('2026-11-11', received('13-1', CIVIL), received('13-2', CIVIL), received('13-3', HEALTH)),
    on(
      '2026-11-12',
      returnAsked('13-1', CIVIL, '护理型床位涉及医疗资质，建议改由卫生健康部门承办。', { to: HEALTH }),
    ),
    on(
      '2026-11-13',
      returnAsked('13-2', CIVIL, '托育服务由卫生健康部门主管，本局无审批职责。', { to: HEALTH }),
    ),
    on(
      '2026-11-16',
      decidedReturn(office, {
        itemId: '13-1',
        assignmentId: assignmentOf('13-1', CIVIL),
        accept: false,
        reason: '养老机构床位属民政部门职责，不同意退回；医疗资质可商卫生健康部门支持。',
      }),
    ),
    on(
      '2026-11-17',
      registered(social, { sourceId: '市人常审议〔2026〕9号', topicTag: '优质公共服务', rows: later }),
    ),
    on(
      '2026-11-18',
      listApproved('问题清单〔2026〕11号', '主任会议第65次', ['13-5']),
      planned('13-1', CIVIL, ['改造护理型床位', '养老服务处', '2027-01-31', '护理型床位', '2000张']),
    ),
  ],
};
