import type { TimeAxis } from '@duban/kernel';
import type { ExitCode } from '@duban/contracts';
import { registerFile, type RegisterFormat } from '@duban/interchange';
import type { Environment } from '../environment.ts';
import { instantOf } from '../history/moments.ts';
import { exportedFrom } from '../history/sealed-log.ts';
import { onLog, referenceOf } from '../history/on-log.ts';
import { organNamesIn, registerRowsAt } from '../history/register-rows.ts';
import { showWritten, writeBlocks } from '../output/out-file.ts';
import { openProgress } from '../output/progress.ts';
import { historyTexts } from '../texts/history.texts.ts';
import { running, type CommonOptions } from './command-run.ts';

export type ExportRegisterOptions = CommonOptions & {
  readonly out: string;
  readonly format?: RegisterFormat;
  readonly asOf?: string;
  readonly by: TimeAxis;
};

/** Every item as a line, folded from the log: no read model has a say in it. */
export const runExportRegister = (options: ExportRegisterOptions, env: Environment): Promise<ExitCode> =>
  running(options, env, ({ console, config }) =>
    onLog(config, async (reader) => {
      const { out: file, by, asOf = new Date().toISOString() } = options;
      const format = options.format ?? (file.toLowerCase().endsWith('.xlsx') ? 'xlsx' : 'csv');
      const progress = await openProgress(historyTexts.reading[console.language]);
      const moment = { asOf: instantOf(asOf), by };
      const rows = registerRowsAt(reader, await referenceOf(reader, config), moment, progress);
      const wish = { language: console.language, nameOf: await organNamesIn(reader) };
      const bytes = await writeBlocks(file, registerFile(format, rows, wish));
      showWritten(console, { file, format, bytes });
      return exportedFrom(config, console);
    }),
  );
