import { createWriteStream } from 'node:fs';
import { rename } from 'node:fs/promises';
import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import { hasCode, CodedError } from '@duban/kernel';
import { askTimestamp, askWitness, type ExportedLog, type LineWriter } from '@duban/audit-log';
import type { Config } from '@duban/config';
import { errorEntry, EXIT, type ExitCode } from '@duban/contracts';
import type { Environment } from '../environment.ts';
import { showAltered } from '../history/sealed-log.ts';
import { withAudit, type OpenAudit } from '../open-audit.ts';
import type { Console } from '../output/console.ts';
import { showProblem } from '../output/problem.ts';
import { table } from '../output/table.ts';
import { auditTexts } from '../texts/audit.texts.ts';
import { running, type CommonOptions } from './command-run.ts';

export type ExportLogOptions = CommonOptions & { readonly out: string; readonly reads: boolean };

/** The log itself is not what was sealed: the very case in which an auditor needs the export. */
const TAMPERED = [
  'audit.fork',
  'audit.rolled-back',
  'audit.log-behind',
  'audit.log-rewritten',
  'audit.note-forged',
  'audit.key-unknown',
  'log.unavailable',
];

/** Seals first. Without a key, or where sealing is refused, the export shows what is there. */
const sealed = async ({ log, reader }: OpenAudit, console: Console): Promise<ExitCode> => {
  try {
    await log.seal(reader);
    return EXIT.ok;
  } catch (error) {
    if (hasCode(error, 'audit.key-missing')) {
      console.note(auditTexts.unsealed[console.language]);
      return EXIT.ok;
    }
    if (!(error instanceof CodedError) || !TAMPERED.includes(error.code)) throw error;
    showProblem({ ...console, output: 'table' }, error);
    console.note(auditTexts.exportedAnyway[console.language]);
    return errorEntry(error.code).exitCode;
  }
};

/** A witness that does not answer holds up nothing; one that has seen another history does, by the exit code. */
const cosigned = async (
  { log }: OpenAudit,
  witnesses: Config['witnesses'],
  console: Console,
): Promise<ExitCode> => {
  let worst: ExitCode = EXIT.ok;
  for (const witness of witnesses) {
    try {
      await askWitness(witness, log);
    } catch (error) {
      const exitCode = showProblem({ ...console, output: 'table' }, error);
      if (exitCode === EXIT.damaged) worst = exitCode;
    }
  }
  return worst;
};

/** The same for the time-stamp authority, which has no say in what is exported. */
const stamped = async ({ log }: OpenAudit, config: Config, console: Console): Promise<void> => {
  if (config.timestamps === null) return;
  try {
    await askTimestamp(config.timestamps.url, log);
  } catch (error) {
    showProblem({ ...console, output: 'table' }, error);
  }
};

/** Whoever signs a log asks its witnesses: in a cluster that is the worker for the events, and each api for its reads. */
const witnessesOf = ({ profile, witnesses, readsWitnesses }: Config, reads: boolean): Config['witnesses'] => {
  if (reads) return readsWitnesses;
  return profile === 'cluster' ? [] : witnesses;
};

/** Whole or not at all: the file gets its name when the last line is in it. */
const toFile = async (file: string, work: (write: LineWriter) => Promise<ExportedLog>) => {
  const draft = `${file}.part`;
  const stream = createWriteStream(draft);
  const done = finished(stream);
  const answer = await work(async (line) => {
    if (!stream.write(line)) await Promise.race([once(stream, 'drain'), done]);
  });
  stream.end();
  await done;
  await rename(draft, file);
  return answer;
};

const show = (console: Console, { log }: OpenAudit, out: string, size: number): void => {
  const keys = log.verifierKeys();
  const { language } = console;
  if (console.output === 'json') {
    console.report(
      JSON.stringify({ file: out, records: size, origin: log.origin, verifierKeys: keys }, null, 2),
    );
    return;
  }
  console.report(
    table([
      [auditTexts.file[language], out],
      [auditTexts.records[language], size],
      [auditTexts.origin[language], log.origin],
      ...keys.map((key) => [auditTexts.verifierKey[language], key]),
      [auditTexts.next[language], `duban verify ${out} --key ${keys[0] ?? '<key>'}`],
    ]),
  );
};

/** The whole log as one file of lines that needs nothing else to be checked (docs/audit.md, "The bundle"). */
export const runExportLog = (options: ExportLogOptions, env: Environment): Promise<ExitCode> =>
  running(options, env, ({ console, config }) =>
    withAudit(config, options.reads ? 'reads' : 'events', async (audit) => {
      const refusal = await sealed(audit, console);
      const objection = await cosigned(audit, witnessesOf(config, options.reads), console);
      if (!options.reads) await stamped(audit, config, console);
      const { size, firstAltered } = await toFile(options.out, (write) =>
        audit.log.export(audit.reader, write),
      );
      show(console, audit, options.out, size);
      if (firstAltered !== null) return showAltered(console, firstAltered);
      return refusal === EXIT.ok ? objection : refusal;
    }),
  );
