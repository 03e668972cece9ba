/** Terms of items and assignments; the English ones are those of the glossary (domain.md sections 1, 2.2). */
import type { OrganKind } from '../organ/organ-kind.ts';
import type { OpenedCase } from './case.state.ts';
import type {
  AssignmentRole,
  CaseLinkKind,
  ClockRule,
  CycleCause,
  Disposition,
  EscalationLevel,
  ItemCategory,
  ItemStage,
  ObjectionSubject,
  RectificationType,
  SupervisionForm,
} from './case.vocabulary.ts';
import { text, type Texts } from '../texts/text.ts';

export const stageTexts: Texts<ItemStage> = {
  REGISTERED: text('已登记', 'registered'),
  LISTED: text('清单已审定', 'list approved'),
  ASSIGNED: text('已交办', 'assigned'),
  RETURN_REQUESTED: text('申请退回', 'return requested'),
  RECEIVED: text('已签收', 'received'),
  RECTIFYING: text('整改中', 'rectifying'),
  SUSPENDED: text('中止', 'suspended'),
  REWORK: text('退回补办', 'rework'),
  CONSULTING: text('征求意见', 'consulting'),
  SUBMITTED: text('已报送', 'submitted'),
  EVALUATING: text('评价中', 'evaluating'),
  CLOSED: text('已销号', 'closed'),
  LOOKBACK: text('回头看', 'look-back'),
  MERGED: text('已并案', 'merged'),
  WITHDRAWN: text('撤回', 'withdrawn'),
  TAKEN_BACK: text('导入已撤销', 'import taken back'),
};

export const dispositionTexts: Texts<Disposition> = {
  resolved: text('已解决', 'resolved'),
  'basically-resolved': text('基本解决', 'basically resolved'),
  'long-term-tracking': text('长期跟踪', 'long-term tracking'),
  'not-implementable': text('说明原因', 'not implementable, reasons accepted'),
  superseded: text('已被替代', 'superseded'),
};

export const supervisionFormTexts: Texts<SupervisionForm> = {
  'work-report': text('听取审议专项工作报告', 'special work report'),
  'law-inspection': text('执法检查', 'law-enforcement inspection'),
  'special-inquiry': text('专题询问', 'special inquiry'),
  interpellation: text('质询', 'interpellation'),
  resolution: text('决议、决定', 'resolution or decision'),
  'inspection-visit': text('视察', 'inspection visit'),
  appraisal: text('评议', 'appraisal'),
  'audit-report': text('审计查出问题整改报告', 'audit rectification report'),
  'special-investigation': text('特定问题调查', 'special investigation'),
  suggestion: text('代表建议、批评和意见', 'deputies’ suggestion'),
  'research-report': text('调研报告', 'research report'),
  register: text('导入台账', 'imported register'),
};

export const categoryTexts: Texts<ItemCategory> = {
  problem: text('问题', 'problem'),
  suggestion: text('建议', 'suggestion'),
};

export const assignmentRoleTexts: Texts<AssignmentRole> = {
  lead: text('主办', 'lead organ'),
  co: text('会办', 'co-organ'),
  separate: text('分办', 'separate handling'),
};

export const rectificationTypeTexts: Texts<RectificationType> = {
  'at-once': text('立行立改', 'at once'),
  phased: text('分阶段整改', 'phased'),
  continuous: text('持续整改', 'continuous'),
};

export const clockRuleTexts: Texts<ClockRule> = {
  restart: text('重新计算期限', 'the period starts anew'),
  continue: text('期限连续计算', 'the period runs on'),
};

export const cycleCauseTexts: Texts<CycleCause> = {
  assignment: text('首次交办', 'first assignment'),
  dissatisfied: text('评价不满意', 'evaluated as dissatisfied'),
  relapse: text('问题反弹', 'relapse'),
  import: text('导入', 'import'),
  contested: text('结论存疑', 'a contested conclusion'),
};

export const escalationLevelTexts: Texts<EscalationLevel> = {
  reminder: text('催办', 'reminder'),
  'chase-slip': text('督办单', 'chase slip'),
  'vice-chair': text('报分管副主任', 'vice-chair in charge'),
  'chairpersons-council': text('提请主任会议', 'Chairpersons’ Council'),
};

export const linkKindTexts: Texts<CaseLinkKind> = {
  parent: text('上级联动案件', 'parent case'),
  child: text('下级联动案件', 'child case'),
  repeats: text('重复往年案件', 'repeats an earlier case'),
  inquiry: text('关联询问', 'related inquiry'),
  'needs-legislation': text('建议立法', 'needs legislation'),
};

export const objectionSubjectTexts: Texts<ObjectionSubject> = {
  'received-day': text('收文日期', 'the day of receipt'),
  entry: text('代录内容', 'what was transcribed'),
  miss: text('逾期记录', 'a missed date'),
  notice: text('通报或公告', 'a notice'),
};

export const caseStatusTexts: Texts<OpenedCase['status']> = {
  open: text('办理中', 'open'),
  closed: text('已结案', 'closed'),
  archived: text('已归档', 'archived'),
};

export const organKindTexts: Texts<OrganKind> = {
  government: text('人民政府', 'government'),
  commission: text('监察委员会', 'supervisory commission'),
  court: text('人民法院', 'court'),
  procuratorate: text('人民检察院', 'procuratorate'),
  bureau: text('政府部门', 'bureau'),
  district: text('区县', 'district'),
  'congress-body': text('人大机构', 'body of the Congress'),
};
