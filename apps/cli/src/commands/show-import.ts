import type { ImportReport, RowReport, UndoReport } from '@duban/application';
import { errorEntry, isErrorCode } from '@duban/contracts';
import { dispositionTexts, stageTexts } from '@duban/domain/texts';
import type { Register } from '@duban/interchange';
import type { Console } from '../output/console.ts';
import { table } from '../output/table.ts';
import { importTexts, rowStatusTexts } from '../texts/import.texts.ts';
import type { Language } from '../texts/words.ts';

/** Warnings are the rules' names; the row codes have the words. */
const warningText = (code: string, language: Language): string => {
  const row = `row.${code}`;
  return isErrorCode(row) ? errorEntry(row).title[language] : code;
};

export const reasonText = ({ code }: Pick<RowReport, 'code'>, language: Language): string =>
  code === null ? '' : errorEntry(code).title[language];

const sum = ({ rows, imported, unchanged, refused }: ImportReport, language: Language): string => {
  const say = (status: keyof typeof rowStatusTexts): string => rowStatusTexts[status][language];
  return `${rows} = ${imported} ${say('imported')} + ${unchanged} ${say('unchanged')} + ${refused} ${say('refused')}`;
};

const standingRows = ({ standings }: ImportReport, language: Language) =>
  standings.map(({ registerStatus, stage, disposition, items }) => [
    registerStatus ?? importTexts.withoutStatus[language],
    items,
    stageTexts[stage][language],
    disposition === null ? '' : dispositionTexts[disposition][language],
  ]);

const refusedRows = ({ details }: ImportReport, language: Language) =>
  details
    .filter(({ status }) => status === 'refused')
    .map((row) => [row.row, row.number, row.code, reasonText(row, language), row.detail]);

const section = (title: string, rows: readonly (readonly (string | number | null)[])[]): string =>
  rows.length === 0 ? '' : `\n${title}\n${table(rows)}`;

const endOf = ({ dryRun, written, batchId }: ImportReport, language: Language): string => {
  if (dryRun) return `\n${importTexts.dryRun[language]}`;
  if (!written) return `\n${importTexts.nothingWritten[language]}`;
  return `\n${importTexts.undo[language]}: npx duban import --undo ${batchId ?? ''}`;
};

/** How the file was read: its encoding, the sheet that was taken and those that nobody sees. */
export type FileReading = Pick<Register, 'encoding' | 'sheet' | 'hiddenSheets'>;

const sheetRows = ({ sheet, hiddenSheets }: FileReading, language: Language) => [
  ...(sheet === null ? [] : [[importTexts.sheet[language], sheet]]),
  ...(hiddenSheets.length === 0 ? [] : [[importTexts.hiddenSheets[language], hiddenSheets.join(', ')]]),
];

export const showImport = (console: Console, report: ImportReport, reading: FileReading): void => {
  const { language, output } = console;
  const { encoding, sheet, hiddenSheets } = reading;
  if (output === 'json') {
    console.report(JSON.stringify({ ...report, encoding, sheet, hiddenSheets }, null, 2));
    return;
  }
  const say = (key: keyof typeof importTexts): string => importTexts[key][language];
  const parts = [
    table([
      [say('register'), report.registerName],
      [say('file'), `${report.fileName} (${encoding}, ${report.fileDigest})`],
      ...sheetRows(reading, language),
      ...(report.batchId === null ? [] : [[say('batch'), report.batchId]]),
      [say('rows'), sum(report, language)],
    ]),
    section(
      say('warnings'),
      Object.entries(report.warnings).map(([code, count]) => [count, code, warningText(code, language)]),
    ),
    section(say('standings'), standingRows(report, language)),
    section(say('refusedRows'), refusedRows(report, language)),
    endOf(report, language),
  ];
  console.report(parts.filter((part) => part !== '').join('\n'));
};

export const showUndo = (console: Console, report: UndoReport): void => {
  const { language, output } = console;
  if (output === 'json') {
    console.report(JSON.stringify(report, null, 2));
    return;
  }
  const say = (key: keyof typeof importTexts): string => importTexts[key][language];
  const kept = report.kept.map(({ row, number, code }) => [
    row,
    number,
    code,
    reasonText({ code }, language),
  ]);
  const parts = [
    table([
      [say('register'), report.registerName],
      [say('file'), report.fileName],
      [say('batch'), report.batchId],
      [say('takenBack'), `${report.takenBack} / ${report.items}`],
    ]),
    section(say('kept'), kept),
    ...(report.dryRun ? [`\n${say('dryRun')}`] : []),
    ...(report.alreadyUndone ? [`\n${say('alreadyUndone')}`] : []),
  ];
  console.report(parts.filter((part) => part !== '').join('\n'));
};
