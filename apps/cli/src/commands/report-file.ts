import { writeFile } from 'node:fs/promises';
import type { ImportReport } from '@duban/application';
import { csvReport, xlsxReport, type ReportTable } from '@duban/interchange';
import { importTexts, rowStatusTexts } from '../texts/import.texts.ts';
import type { Language } from '../texts/words.ts';
import { reasonText } from './show-import.ts';

const tableOf = ({ details }: ImportReport, language: Language): ReportTable => {
  const say = (key: keyof typeof importTexts): string => importTexts[key][language];
  return {
    columns: [
      say('row'),
      say('number'),
      say('status'),
      say('warnings'),
      'code',
      say('reason'),
      say('detail'),
      say('case'),
    ],
    rows: details.map((row) => [
      row.row,
      row.number,
      rowStatusTexts[row.status][language],
      row.warnings.join(', '),
      row.code,
      reasonText(row, language),
      row.detail,
      row.caseId,
    ]),
  };
};

/** What became of each row, as a file to mend the register by: `.xlsx`, else CSV. */
export const writeReportFile = async (
  path: string,
  report: ImportReport,
  language: Language,
): Promise<void> => {
  const rows = tableOf(report, language);
  await writeFile(path, await (path.toLowerCase().endsWith('.xlsx') ? xlsxReport(rows) : csvReport(rows)));
};
