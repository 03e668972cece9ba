export type { Mapping } from './mapping/mapping.ts';
export { readMapping } from './mapping/read-mapping.ts';
export { LARGEST_FILE_BYTES, readRegister, type Register } from './register/read-register.ts';
export { csvReport, xlsxReport, type ReportTable } from './report/write-report.ts';
export { isRefusedRow, type ItemRow, type RefusedRow, type RegisterRow } from './rows/register-row.ts';
export { fileFault, FileRefused, type FileFault } from './sheet/file-refused.ts';
export type { Cell, Sheet, SheetRow } from './sheet/sheet.ts';
