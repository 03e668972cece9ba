import type { ExaminationCode } from './examination-rules.ts';
import { text, type Texts } from '../../texts/text.ts';

/**
 * What an old log holds that today's rules refuse, said of the past: what is there, not what to do. Total: a rule of
 * the examination without its text does not compile.
 */
export const examinationTexts: Texts<ExaminationCode> = {
  'command.in-future': text('发生时间晚于记录时间', 'is stated to have happened after it was recorded'),
  'item.wrong-stage': text('在现行规则不允许的阶段办理', 'a step at a stage where it is refused today'),
  'command.too-early': text('发生时间早于 1949 年 10 月', 'is stated to have happened before October 1949'),
  'command.time-not-yours': text(
    '承办单位、代表或系统岗位自报了发生时间',
    'has a time that a handling organ, a deputy or a system post stated',
  ),
  'command.too-far-back': text('补记的日期早于允许的天数', 'is dated back further than is allowed'),
  'command.time-without-document': text('补记日期而没有文件依据', 'is dated back without a document'),
  'decision.clock-jumped': text(
    '决定时间与记录时间相差一分钟以上',
    'was decided more than a minute before or after it was recorded',
  ),
  'extension.after-deadline': text('期限届满后申请延期', 'asks for an extension after the deadline'),
  'extension.date-passed': text(
    '作出决定时所同意的期限已过',
    'grants an extension to a day that had passed when it was decided',
  ),
  'assignment.date-of-lead': text(
    '变更会办单位时改动了主办期限',
    'moves the date of the lead by a change of a co-organ',
  ),
  'return.window-passed': text('期限届满后申请退办', 'asks to return the assignment after the window'),
  'commitment.not-yours': text(
    '由未作出承诺的单位登记承诺结果',
    'says what became of the commitment of another organ',
  ),
  'case.not-the-author': text('由原作出人以外的人更正', 'was corrected by another than who stated it'),
  'case.archived': text('归档之后的更正', 'was corrected after the case was archived'),
  'case.field-material': text(
    '由一人更正了日期、票数、结论、等次或有约束力的文字',
    'changed by one hand a date, a count, a verdict, a grade or a text that binds',
  ),
  'decision.missing': text(
    '议决机构的行为没有写明决定或授权',
    'is an act of a body that names neither its decision nor a mandate',
  ),
  'decision.not-leading': text(
    '牵头委员会以外的委员会办理而没有写明决定',
    'was done by another committee than the one that leads the case, and names no decision',
  ),
  'mandate.not-in-force': text(
    '所用的授权在记录时已终止或没有登记',
    'was done under a mandate that had ended, or was not there, when it was recorded',
  ),
  'assignment.not-addressee': text(
    '由受文机关以外的单位代为答复',
    'was answered by another than the addressee of the item',
  ),
  'mandate.none': text('没有授权记录而代表他人办理', 'was done on behalf of another without a mandate'),
  'text.forbidden-character': text(
    '含有无法导出或改变文字方向的字符',
    'holds a character that no export can show, or that turns the text around it',
  ),
  'case.number-taken': text('案件编号与更早的另一案件相同', 'has the case number of an earlier case'),
  'organ.not-registered': text('所列单位不在单位库中', 'names an organ that the register does not know'),
  'organ.not-yet-there': text('所列单位当日尚未设立', 'names an organ that did not exist yet'),
  'organ.no-longer-there': text(
    '所列单位当日已合并或撤销',
    'names an organ that had merged or was dissolved',
  ),
  'organ.not-supervised': text('把人大机构列为承办或受文单位', 'gives work to a body of the Congress'),
  'organ.not-of-the-congress': text(
    '牵头委员会或核查单位不是人大机构',
    'names a leading committee or a verifier that is no body of the Congress',
  ),
  'vote.already-held': text('同一轮中的再次表决', 'is a second vote in one cycle'),
  'closing.commitments-unverified': text(
    '承诺未经核实而销号',
    'was closed with promises that nobody had verified',
  ),
  'result.leads-silent': text(
    '分办单位未报告而接受结果',
    'was accepted before each organ that handles its part had answered',
  ),
  'conclusion.leads-silent': text(
    '分办单位未答复而作出结论',
    'was concluded before each organ that handles its part had replied',
  ),
  'closing.signer-inspected': text('由参加视察核查的人签发销号', 'was signed by who had inspected it'),
  'survey.counts-wrong': text('测评的份数或满意率不符', 'has counts or rates that do not agree'),
  'publication.withheld': text('决定不予公开之后的公开', 'was published after it was withheld'),
  'publication.date-impossible': text(
    '公开日期早于立案或晚于记录',
    'was published before the case was opened, or after it was recorded',
  ),
  'publication.address-invalid': text('公开网址无效', 'was published at no web address'),
  'digest.not-filed': text(
    '更正后的摘要值没有对应的附件',
    'was corrected to a digest that the case has no file of',
  ),
  'digest.malformed': text('摘要值格式不对', 'names a digest that is none'),
  'paper.not-for-this-step': text('代录了不能代录的步骤', 'was transcribed, which this step never is'),
  'paper.not-yours-to-enter': text(
    '由无权代录的机构代录',
    'was transcribed by an office that does not do so',
  ),
  'paper.not-a-party': text(
    '为没有办理资格的单位或个人代录',
    'was transcribed for somebody who has no part in it that takes this step',
  ),
  'paper.received-in-future': text('收文日期晚于登记', 'came in on paper after it was entered'),
  'paper.dated-after-receipt': text('文件日期晚于收文日期', 'is dated after its paper came in'),
  'paper.received-before-assignment': text(
    '收文日期早于交办或答复',
    'came in on paper before the assignment, or before the reply that it is about',
  ),
  'paper.attachment-missing': text(
    '代录而案件中没有该书面材料',
    'was transcribed from a paper that the case has no file of',
  ),
  'paper.number-missing': text('代录而没有收文号', 'was transcribed without an incoming number'),
  'paper.number-taken': text(
    '收文号已用于另一份材料，或重复代录',
    'has the incoming number of another paper, or was entered twice',
  ),
  'row.date-unreadable': text('导入了早于 1949 年的日期', 'was imported with a date before 1949'),
  'row.cell-error': text(
    '导入时把单元格的错误值当作承办单位',
    'was imported with the error of a formula as its organ',
  ),
};
