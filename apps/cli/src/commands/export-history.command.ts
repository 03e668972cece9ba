import type { ExitCode } from '@duban/contracts';
import { exportSource, ocelJson, ocelXml, xesLog, type XesTraces } from '@duban/interchange';
import type { Environment } from '../environment.ts';
import { exportedFrom } from '../history/sealed-log.ts';
import { onLog } from '../history/on-log.ts';
import { showWritten, writeText } from '../output/out-file.ts';
import { running, type CommonOptions } from './command-run.ts';

export type ExportOcelOptions = CommonOptions & { readonly out: string; readonly format?: 'json' | 'xml' };
export type ExportXesOptions = CommonOptions & { readonly out: string; readonly traces: XesTraces };

/** The whole log as OCEL 2.0. The same log gives the same bytes. */
export const runExportOcel = (options: ExportOcelOptions, env: Environment): Promise<ExitCode> =>
  running(options, env, ({ console, config }) =>
    onLog(config, async (reader) => {
      const { out: file } = options;
      const format = options.format ?? (file.toLowerCase().endsWith('.xml') ? 'xml' : 'json');
      const source = await exportSource(reader);
      const bytes = await writeText(file, format === 'xml' ? ocelXml(source) : ocelJson(source));
      showWritten(console, { file, format: `ocel2 ${format}`, bytes });
      return exportedFrom(config, console);
    }),
  );

/** The same as XES. */
export const runExportXes = (options: ExportXesOptions, env: Environment): Promise<ExitCode> =>
  running(options, env, ({ console, config }) =>
    onLog(config, async (reader) => {
      const { out: file, traces } = options;
      const wish = { traces, language: console.language };
      const bytes = await writeText(file, xesLog(await exportSource(reader), wish));
      showWritten(console, { file, format: `xes ${traces}`, bytes });
      return exportedFrom(config, console);
    }),
  );
