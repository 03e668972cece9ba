import { refusal } from '@duban/domain/texts';
import { EXIT, type ErrorEntries, type ErrorEntry } from './error-entry.ts';

/** Why a file is refused whole: nothing of it is written. */
export type FileFaultCode =
  | 'file.not-found'
  | 'file.too-large'
  | 'file.kind-unknown'
  | 'file.damaged'
  | 'file.encrypted'
  | 'file.old-workbook'
  | 'file.cell-unreadable'
  | 'file.archive-suspicious'
  | 'file.encoding-unknown'
  | 'file.byte-broken'
  | 'file.sheet-missing'
  | 'file.empty'
  | 'file.merge-conflict'
  | 'file.header-doubled'
  | 'file.header-repeated'
  | 'file.column-missing'
  | 'file.columns-ragged'
  | 'file.quotes-broken'
  | 'file.forbidden-character'
  | 'mapping.invalid';

/** Why one row becomes no item; the others are not held up. */
export type RowFaultCode =
  | 'row.number-missing'
  | 'row.doubled'
  | 'row.status-unknown'
  | 'row.date-unreadable'
  | 'row.organ-missing'
  | 'row.made-on-missing'
  | 'row.closed-without-date'
  | 'row.text-missing'
  | 'row.cell-unreadable'
  | 'row.number-merged'
  | 'row.date-zero'
  | 'row.cell-error'
  | 'row.cells-merged'
  | 'row.cells-merged-across'
  | 'row.hidden'
  | 'row.title-missing'
  | 'row.made-in-future'
  | 'row.closed-in-future'
  | 'row.closed-before-made'
  | 'row.due-before-made'
  | 'row.forbidden-character';

export type ImportFaultCode =
  FileFaultCode | RowFaultCode | 'import.unknown' | 'import.undone' | 'import.undo-unfinished';

type Words = readonly [string, string];

const malformed = (title: Words, remedy: Words): ErrorEntry => ({
  status: 422,
  exitCode: EXIT.invalid,
  ...refusal(title, remedy),
});

const refused = (title: Words, remedy: Words): ErrorEntry => ({
  status: 409,
  exitCode: EXIT.refused,
  ...refusal(title, remedy),
});

const SAVE_AGAIN: Words = [
  '用表格软件打开并另存后重试',
  'Open it in a spreadsheet program, save it again and retry',
];
const FIX_FILE: Words = ['在原文件中改正后重新导入', 'Mend it in the file and import again'];
const FIX_ROW: Words = ['在台账中改正该行后重新导入', 'Mend the row in the register and import again'];

const fileErrors: ErrorEntries<FileFaultCode> = {
  'file.not-found': {
    status: 404,
    exitCode: EXIT.notFound,
    ...refusal(['没有找到文件', 'The file is not there'], ['核对路径', 'Check the path']),
  },
  'file.too-large': malformed(
    ['文件超过允许的大小', 'The file is larger than allowed'],
    ['拆分后分批导入', 'Split it and import the parts'],
  ),
  'file.kind-unknown': malformed(
    ['不认识的文件类型', 'The kind of file is not known'],
    ['另存为 .xlsx 或 .csv', 'Save it as .xlsx or .csv'],
  ),
  'file.damaged': malformed(['文件已损坏或不是表格', 'The file is damaged or no spreadsheet'], SAVE_AGAIN),
  'file.encrypted': malformed(
    ['文件设有打开密码', 'The file can only be opened with its password'],
    [
      '用表格软件去掉密码，另存后重新导入',
      'Take the password off in a spreadsheet program, save and import again',
    ],
  ),
  'file.old-workbook': malformed(
    ['文件是旧版 .xls 工作簿', 'The file is an old .xls workbook'],
    ['用 Excel 或 WPS 另存为 .xlsx 后导入', 'Save it as .xlsx in Excel or WPS, then import'],
  ),
  'file.cell-unreadable': malformed(
    ['标题行的单元格无法读取', 'A cell of the header cannot be read'],
    SAVE_AGAIN,
  ),
  'file.archive-suspicious': malformed(
    ['压缩包超出限额，疑似压缩炸弹', 'The archive is beyond its limits and may be a zip bomb'],
    SAVE_AGAIN,
  ),
  'file.encoding-unknown': malformed(
    ['文字编码既不是 UTF-8 也不是 GB18030', 'The text is neither UTF-8 nor GB18030'],
    ['另存为 UTF-8 编码的 CSV', 'Save it as CSV in UTF-8'],
  ),
  'file.byte-broken': malformed(
    ['文字中有损坏的字节，不成字符', 'A byte in the text belongs to no character'],
    [
      '看该行是否被截断（有的系统按字节截断文字），改正后重新导出，或另存为 UTF-8 编码的 CSV',
      'See whether the line was cut (some programs cut texts by bytes); mend it and export again, or save it as CSV in UTF-8',
    ],
  ),
  'file.sheet-missing': malformed(
    ['没有映射文件所指的工作表', 'The sheet that the mapping names is not there'],
    ['核对映射文件中的 sheet', 'Check sheet in the mapping file'],
  ),
  'file.empty': malformed(['文件没有标题行', 'The file has no header'], FIX_FILE),
  'file.merge-conflict': malformed(
    ['文件中有版本合并冲突标记', 'The file holds a merge-conflict marker'],
    ['解决冲突，只保留一份内容', 'Resolve the conflict and keep one of the halves'],
  ),
  'file.header-doubled': malformed(['标题行有重名的列', 'Two columns have the same name'], FIX_FILE),
  'file.header-repeated': malformed(
    ['文件中间又出现标题行', 'The header appears again inside the file'],
    ['一份文件只保留一个标题行', 'Keep one header in the file'],
  ),
  'file.column-missing': malformed(
    ['缺少映射文件所指的列', 'A column that the mapping names is missing'],
    ['核对标题行与映射文件', 'Compare the header with the mapping file'],
  ),
  'file.columns-ragged': malformed(
    ['该行的列数与标题行不同', 'The line has another number of columns than the header'],
    FIX_FILE,
  ),
  'file.quotes-broken': malformed(['引号不成对', 'The quotes do not match'], FIX_FILE),
  'file.forbidden-character': malformed(
    [
      '文件名或台账名中有不可见或无法保存的字符',
      'The name of the file or register holds an unseen character',
    ],
    ['改名后重新导入', 'Rename it and import again'],
  ),
  'mapping.invalid': malformed(
    ['映射文件不符合要求', 'The mapping file cannot be used'],
    ['按提示改正；说明见 docs/import.md', 'Mend what is named; see docs/import.md'],
  ),
};

const rowErrors: ErrorEntries<RowFaultCode> = {
  'row.number-missing': refused(['没有编号，无法识别', 'The row has no number to know it by'], FIX_ROW),
  'row.doubled': refused(
    ['编号与前面的行重复', 'The number was used by an earlier row'],
    ['核对两行，更正编号或删除其一', 'Compare the two: mend the number or remove one'],
  ),
  'row.status-unknown': refused(
    ['映射文件没有说明该状态', 'The mapping does not know this status'],
    ['在映射文件的 statuses 中补充', 'Add it to statuses in the mapping file'],
  ),
  'row.date-unreadable': refused(
    ['日期无法读取或早于1949年', 'The date cannot be read, or lies before 1949'],
    [
      '改正日期，或在映射文件的 dates 中补充格式',
      'Mend the date, or add its format to dates in the mapping file',
    ],
  ),
  'row.organ-missing': refused(['没有承办单位', 'No organ is named'], FIX_ROW),
  'row.made-on-missing': refused(['没有提出日期', 'No date on which it was made'], FIX_ROW),
  'row.closed-without-date': refused(['已办结但没有办结日期', 'Closed without a closing date'], FIX_ROW),
  'row.text-missing': refused(['没有内容', 'There is no text'], FIX_ROW),
  'row.cell-unreadable': refused(
    ['单元格无法读取，或公式尚无结果', 'A cell cannot be read, or its formula has no result yet'],
    SAVE_AGAIN,
  ),
  'row.number-merged': refused(
    ['一个事项占了几行，无法合为一项', 'One item stands in several rows, which cannot be made one'],
    [
      '取消编号的合并，把该事项的内容写在一行；几个单位写在同一格',
      'Undo the merging of its number and put it into one row, its organs into one cell',
    ],
  ),
  'row.date-zero': refused(
    [
      '日期为 0（公式指向空单元格），按空白处理',
      'The date is 0, as formulas make of an empty cell: read as empty',
    ],
    FIX_ROW,
  ),
  'row.cell-error': refused(
    ['单元格是错误值（如 #N/A），按空白处理', 'A cell holds an error such as #N/A: read as empty'],
    FIX_ROW,
  ),
  'row.cells-merged': refused(
    ['单元格与上面的行合并，取上面的值', 'A cell is merged with the row above: its value is taken'],
    FIX_ROW,
  ),
  'row.cells-merged-across': refused(
    [
      '单元格与左边的列合并，只归左边一列',
      'A cell is merged with the column to its left, which alone has the value',
    ],
    FIX_ROW,
  ),
  'row.hidden': refused(['该行在表格中是隐藏的', 'The row is hidden in the sheet'], FIX_ROW),
  'row.title-missing': refused(['没有标题', 'There is no title'], FIX_ROW),
  'row.made-in-future': refused(['提出日期尚未到来', 'It was made after today'], FIX_ROW),
  'row.closed-in-future': refused(['办结日期尚未到来', 'It was closed after today'], FIX_ROW),
  'row.closed-before-made': refused(['办结日期早于提出日期', 'It was closed before it was made'], FIX_ROW),
  'row.due-before-made': refused(['办理期限早于提出日期', 'It was due before it was made'], FIX_ROW),
  'row.forbidden-character': refused(
    ['单元格中有不可见或无法保存的字符', 'A cell holds a character that is unseen or cannot be kept'],
    [
      '在该列中删去所指的字符后重新导入',
      'Delete the character that is named from the column and import again',
    ],
  ),
};

export const importErrors: ErrorEntries<ImportFaultCode> = {
  ...fileErrors,
  ...rowErrors,
  'import.unknown': {
    status: 404,
    exitCode: EXIT.notFound,
    ...refusal(['没有这批导入', 'There is no such import'], ['核对批次号', 'Check the number of the batch']),
  },
  'import.undone': refused(
    ['该批导入已撤销', 'The import was taken back'],
    ['重新导入文件，生成新的批次', 'Import the file again as a new batch'],
  ),
  'import.undo-unfinished': refused(
    ['该批导入的撤销尚未完成', 'The undoing of this import is not finished'],
    ['先再次执行撤销，再导入', 'Run the undo once more, then import'],
  ),
};
