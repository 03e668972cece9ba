import { type Text } from '@duban/contracts';
import {
  categoryTexts,
  dispositionTexts,
  lightTexts,
  stageTexts,
  supervisionFormTexts,
} from '@duban/domain/texts';
import type { RegisterColumn } from './register-column.ts';

type Kind = RegisterColumn['kind'];

const column = (key: string, zh: string, en: string, kind: Kind = 'text'): RegisterColumn => ({
  key,
  label: { zh, en },
  kind,
});

const code = (
  key: string,
  zh: string,
  en: string,
  texts: Readonly<Record<string, Text>>,
): RegisterColumn => ({
  ...column(key, zh, en, 'code'),
  texts,
});

/** The board's rows as a register, in the order in which an office reads them; keys are those of the board. */
export const boardColumns: readonly RegisterColumn[] = [
  column('case_id', '案件编号', 'case id'),
  column('case_no', '案号', 'case number'),
  column('item_id', '事项编号', 'item id'),
  column('item_no', '序号', 'number'),
  column('title', '事项', 'item'),
  code('category', '类别', 'category', categoryTexts),
  code('form', '监督形式', 'form of supervision', supervisionFormTexts),
  column('topic', '议题', 'topic'),
  column('source_title', '来源文件', 'source document'),
  column('source_no', '文号', 'document number'),
  column('addressee', '办理责任主体', 'addressee', 'name'),
  column('leads', '主办单位', 'lead organs', 'names'),
  column('co_organs', '会办单位', 'co-organs', 'names'),
  code('stage', '阶段', 'stage', stageTexts),
  code('disposition', '办理结果', 'disposition', dispositionTexts),
  code('light', '亮灯', 'light', lightTexts),
  column('opened_on', '提出日期', 'opened on', 'date'),
  column('due', '办理期限', 'due on', 'date'),
  column('closed_on', '销号日期', 'closed on', 'date'),
  column('look_back_due', '回头看期限', 'look-back due', 'date'),
  column('cycle', '轮次', 'round', 'whole'),
  column('percent', '自报进度(%)', 'percent done (claimed)', 'whole'),
  column('extensions', '延期次数', 'extensions', 'whole'),
  column('returns', '退办次数', 'returns', 'whole'),
  column('failures', '不满意次数', 'failures', 'whole'),
  column('escalations', '升级次数', 'escalations', 'whole'),
  column('rule_set', '规则', 'rule set'),
  column('imported', '导入', 'imported', 'flag'),
  column('register_status', '台账状态', 'status in the register'),
];
