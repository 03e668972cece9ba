import { existsSync } from 'node:fs';
import { auditFiles, auditOptionsOf, type SealedState } from '@duban/audit-log';
import type { Config } from '@duban/config';
import { EXIT, type ExitCode } from '@duban/contracts';
import { CodedError } from '@duban/kernel';
import { withAudit, type OpenAudit } from '../open-audit.ts';
import type { Console } from '../output/console.ts';
import { showProblem } from '../output/problem.ts';
import { auditTexts } from '../texts/audit.texts.ts';

const isSealed = (config: Config): boolean => existsSync(auditFiles(auditOptionsOf(config, 'events')).tiles);

/** The log against what was sealed of it; null where nothing was. @throws CodedError `audit.rolled-back`, `audit.fork` */
export const sealedStateOf = async (config: Config): Promise<SealedState | null> =>
  isSealed(config) ? withAudit(config, 'events', ({ log, reader }) => log.check(reader)) : null;

/** Said beside the report, which stays what it is. Answers how the process ends. */
export const showAltered = (console: Console, record: number): ExitCode => {
  const error = new CodedError('audit.log-rewritten', `record ${record}`);
  const exitCode = showProblem({ ...console, output: 'table' }, error);
  console.note(auditTexts.writtenAnyway[console.language]);
  return exitCode;
};

/** For what is made of the whole log: the file is written, and whoever gets it is told what it was made of. */
export const exportedFrom = async (config: Config, console: Console): Promise<ExitCode> => {
  try {
    const state = await sealedStateOf(config);
    const altered = state?.firstAltered ?? null;
    return altered === null ? EXIT.ok : showAltered(console, altered);
  } catch (error) {
    const exitCode = showProblem({ ...console, output: 'table' }, error);
    console.note(auditTexts.writtenAnyway[console.language]);
    return exitCode;
  }
};

/** For what is made of one case. */
export const exportedFromStream = async (
  { log, reader }: OpenAudit,
  stream: string,
  console: Console,
): Promise<ExitCode> => {
  const altered = await log.checkStream(reader, stream);
  return altered === null ? EXIT.ok : showAltered(console, altered);
};
