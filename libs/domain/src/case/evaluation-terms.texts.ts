/** Terms of evaluation, replies and consequences (domain.md sections 2.6, 3, 4). */
import type { DissatisfiedMeasure, Outcome } from '../ruleset/ruleset.ts';
import type { ReturnRequested } from './assignment/request-return.step.ts';
import type { CaseArchived } from './case-life/archive-case.step.ts';
import type { Published } from './case-life/publish.step.ts';
import type { PartyReportRecorded } from './case-life/record-party-report.step.ts';
import type { Dimension, FindingVerdict, Grade, Instrument } from './case.vocabulary.ts';
import type { RelapseFound } from './closing/record-look-back.step.ts';
import type { CaseRestricted } from './restriction/restrict-case.step.ts';
import type { SurveyWaveRecorded } from './evaluation/record-survey-wave.step.ts';
import type { VoteRecorded } from './evaluation/record-vote.step.ts';
import type { MilestoneState } from './rectification/report-progress.step.ts';
import type { CommitteeOpinionGiven } from './result/give-committee-opinion.step.ts';
import { text, type Text, type Texts } from '../texts/text.ts';

/** One scale for appraisals, deputies and the outcome of an evaluation. */
export const gradeTexts: Texts<Grade> = {
  satisfied: text('满意', 'satisfied'),
  basic: text('基本满意', 'basically satisfied'),
  dissatisfied: text('不满意', 'dissatisfied'),
};

/** A survey with too few valid answers neither closes nor fails an item (domain.md section 4). */
export const surveyOutcomeTexts: Texts<Outcome | 'indicative'> = {
  ...gradeTexts,
  indicative: text('仅供参考（样本不足）', 'indicative only (too few answers)'),
};

/** The five levels of a public survey (S22). */
export const surveyGradeTexts: Texts<keyof SurveyWaveRecorded['data']['counts']> = {
  verySatisfied: text('非常满意', 'very satisfied'),
  satisfied: text('满意', 'satisfied'),
  basic: text('基本满意', 'basically satisfied'),
  dissatisfied: text('不满意', 'dissatisfied'),
  veryDissatisfied: text('非常不满意', 'very dissatisfied'),
};

export const instrumentTexts: Texts<Instrument> = {
  vote: text('满意度测评', 'satisfaction vote'),
  survey: text('群众满意度测评', 'public satisfaction survey'),
  inspection: text('视察', 'inspection visit'),
  appraisal: text('评议', 'appraisal'),
  verification: text('专工委核查', 'verification by the working body'),
  'deputy-evaluation': text('代表评价', 'evaluation by the deputy'),
};

export const collectionModeTexts: Texts<SurveyWaveRecorded['data']['instrument']> = {
  paper: text('纸质问卷', 'paper'),
  'door-to-door': text('入户访问', 'door to door'),
  phone: text('电话访问', 'phone'),
  web: text('网络问卷', 'web'),
  'site-intercept': text('现场拦访', 'site intercept'),
};

export const ballotModeTexts: Texts<VoteRecorded['data']['ballotMode']> = {
  paper: text('纸质票', 'paper ballot'),
  terminal: text('表决器', 'voting terminal'),
  'show-of-hands': text('举手', 'show of hands'),
};

export const dimensionTexts: Texts<Dimension> = {
  attitude: text('办理态度', 'attitude'),
  result: text('办理结果', 'result'),
};

export const roundTexts: { readonly [Round in 1 | 2]: Text } = {
  1: text('第一次评价（答复）', 'first evaluation (reply)'),
  2: text('第二次评价（落实）', 'second evaluation (fulfilment)'),
};

export const findingTexts: Texts<FindingVerdict> = {
  verified: text('核实已整改', 'verified'),
  partly: text('部分整改', 'partly done'),
  'not-done': text('未整改', 'not done'),
};

export const milestoneTexts: Texts<MilestoneState> = {
  'not-started': text('未开始', 'not started'),
  'on-track': text('按期推进', 'on track'),
  behind: text('滞后', 'behind'),
  done: text('已完成', 'done'),
};

export const opinionVerdictTexts: Texts<CommitteeOpinionGiven['data']['verdict']> = {
  agree: text('同意', 'agrees'),
  'agree-with-comments': text('原则同意，有修改意见', 'agrees with comments'),
  disagree: text('不同意', 'disagrees'),
};

export const severityTexts: Texts<RelapseFound['data']['severity']> = {
  minor: text('轻微', 'minor'),
  serious: text('较重', 'serious'),
  grave: text('严重', 'grave'),
};

export const returnReasonTexts: Texts<ReturnRequested['data']['reasonCode']> = {
  'not-competent': text('不属于本单位职责', 'not within our competence'),
  duplicate: text('重复交办', 'assigned twice'),
  unclear: text('内容不清', 'unclear'),
  other: text('其他', 'other'),
};

export const dissatisfiedMeasureTexts: Texts<DissatisfiedMeasure> = {
  'report-to-next-meeting': text('向下次常委会会议再报告', 'report again to the next meeting'),
  'special-inquiry': text('专题询问', 'special inquiry'),
  'resolution-with-deadline': text('作出限期整改决议', 'resolution with a deadline'),
  'interpellation-proposal': text('建议提出质询案', 'proposal for an interpellation'),
  'special-investigation': text('特定问题调查', 'special investigation'),
  'party-report': text('报告同级党委', 'report to the Party committee'),
};

export const partyReportTexts: Texts<PartyReportRecorded['data']['kind']> = {
  request: text('请示', 'request for instructions'),
  report: text('报告', 'report'),
};

export const retentionTexts: Texts<CaseArchived['data']['retention']> = {
  permanent: text('永久', 'permanent'),
  '30-years': text('30 年', '30 years'),
  '10-years': text('10 年', '10 years'),
};

/** Why a case is not shown to readers. */
export const secrecyTexts: Texts<CaseRestricted['data']['secrecy']> = {
  'work-secret': text('工作秘密', 'a work secret'),
  'secret-by-number': text('只登记编号的涉密事项', 'secret, registered by number only'),
};

/** The documents of a case of which deputies and the public are told. */
export const publishedTexts: Texts<Published['data']['what']> = {
  report: text('报告', 'the report'),
  opinions: text('审议意见', 'the opinions'),
  'handling-report': text('研究处理情况报告', 'the report on how the opinions were handled'),
  'resolution-report': text('执行决议情况报告', 'the report on how the resolution was carried out'),
  plan: text('计划', 'the plan'),
  'annual-report': text('年度报告', 'the annual report'),
};

/** To whom. */
export const toldTexts: Texts<Published['data']['toWhom']> = {
  deputies: text('向代表通报', 'deputies'),
  public: text('向社会公布', 'the public'),
};
