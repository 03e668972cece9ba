import type { RowStatus } from '@duban/application';
import { words, type Words } from './words.ts';

export const importTexts = {
  importing: words('导入', 'importing'),
  undoing: words('撤销', 'taking back'),
  noReason: words('在命令行撤销', 'taken back on the command line'),
  register: words('台账', 'Register'),
  file: words('文件', 'File'),
  encoding: words('编码', 'Encoding'),
  sheet: words('工作表', 'Sheet'),
  hiddenSheets: words('隐藏的工作表', 'Hidden sheets'),
  batch: words('批次', 'Batch'),
  rows: words('行数', 'Rows'),
  warnings: words('提示', 'Warnings'),
  standings: words('登记状态', 'Register status'),
  refusedRows: words('拒收的行', 'Refused rows'),
  row: words('行', 'Row'),
  number: words('编号', 'Number'),
  status: words('结果', 'Result'),
  reason: words('原因', 'Reason'),
  detail: words('详情', 'Detail'),
  case: words('案件', 'Case'),
  nothingWritten: words('没有写入任何内容', 'nothing was written'),
  dryRun: words('试运行，没有写入任何内容', 'dry run, nothing was written'),
  undo: words('如需撤销', 'To take it back'),
  withoutStatus: words('（无状态）', '(none)'),
  takenBack: words('已撤销', 'Taken back'),
  kept: words('保留（已有办理）', 'Kept (moved on)'),
  alreadyUndone: words('此前已撤销，没有写入任何内容', 'taken back before, nothing was written'),
} as const;

export const rowStatusTexts: Readonly<Record<RowStatus, Words>> = {
  imported: words('新增', 'imported'),
  unchanged: words('未变', 'unchanged'),
  refused: words('拒收', 'refused'),
};
