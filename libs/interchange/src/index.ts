export type { Mapping } from './mapping/mapping.ts';
export { readMapping } from './mapping/read-mapping.ts';
export { underPseudonyms, type NamelessRegister } from './register/under-pseudonyms.ts';
export { LARGEST_FILE_BYTES, readRegister, type Register } from './register/read-register.ts';
export { csvReport, xlsxReport, type ReportTable } from './report/write-report.ts';
export { isRefusedRow, type ItemRow, type RefusedRow, type RegisterRow } from './rows/register-row.ts';
export { fileFault, FileRefused, type FileFault } from './sheet/file-refused.ts';
export type { Cell, Sheet, SheetRow } from './sheet/sheet.ts';
export { ocelFaults, type OcelDocument, type OcelFault } from './export/ocel/ocel-faults.ts';
export { ocelSchema } from './export/ocel/ocel.schema.ts';
export { ocelJson, type OcelValues } from './export/ocel/write-json.ts';
export { ocelXml } from './export/ocel/write-xml.ts';
export type { ExportedEvent, ExportSource } from './export/source/exported-event.ts';
export { exportSource, type PagedLog } from './export/source/paged-log.ts';
export { utf8Blocks, type TextPieces } from './export/source/text-blocks.ts';
export { openCsvLines, type CsvCell, type CsvLines } from './export/csv-lines.ts';
export { boardColumns } from './export/register/board-columns.ts';
export { csvRegister, type RegisterRows } from './export/register/csv-register.ts';
export type {
  RegisterColumn,
  RegisterNames,
  RegisterRow as ExportedRow,
  RegisterWish,
} from './export/register/register-column.ts';
export { registerMapping } from './export/register/register-mapping.ts';
export { xlsxRegister } from './export/register/xlsx-register.ts';
export { xesLog, type XesTraces, type XesWish } from './export/xes/write-xes.ts';
export { casePackage } from './export/package/case-package.ts';
export type { PackageEntry, PackageProofs } from './export/package/package-entry.ts';
export { packageLines, writePackage, type PackageFolder } from './export/package/write-package.ts';
