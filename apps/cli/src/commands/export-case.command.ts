import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pinnedProofs } from '@duban/audit-log';
import type { ExitCode } from '@duban/contracts';
import { casePackage, exportSource, packageLines, writePackage, type PackageEntry } from '@duban/interchange';
import { CodedError, hasCode } from '@duban/kernel';
import type { Environment } from '../environment.ts';
import { streamOf } from '../history/case-log.ts';
import { exportedFromStream } from '../history/sealed-log.ts';
import { withAudit } from '../open-audit.ts';
import { showWritten, writeBlocks, writeText } from '../output/out-file.ts';
import { auditTexts } from '../texts/audit.texts.ts';
import { writeFiles } from './package-files.ts';
import { running, type CommonOptions } from './command-run.ts';

export type ExportCaseOptions = CommonOptions & {
  readonly out: string;
  readonly format: 'lines' | 'folder';
  /** The files themselves, in clear; a folder only. */
  readonly attachments?: boolean;
};

/** Files of a folder. Answers their bytes. */
const writeFolder = async (folder: string, entries: AsyncIterable<PackageEntry>): Promise<number> => {
  let bytes = 0;
  await writePackage(entries, {
    write: async (path, blocks) => {
      const file = join(folder, path);
      await mkdir(dirname(file), { recursive: true });
      bytes += await writeBlocks(file, blocks);
    },
  });
  return bytes;
};

/** One case as it is stored, with the proofs of its events. What was appended a moment ago is sealed first. */
export const runExportCase = (
  caseId: string,
  options: ExportCaseOptions,
  env: Environment,
): Promise<ExitCode> =>
  running(options, env, ({ console, config }) =>
    withAudit(config, 'events', async (audit) => {
      const { log, reader } = audit;
      await log.seal(reader).catch((error: unknown) => {
        if (!hasCode(error, 'audit.key-missing')) throw error;
        console.note(auditTexts.unsealed[console.language]);
      });
      const { out: file, format } = options;
      const withFiles = options.attachments === true;
      if (withFiles && format !== 'folder')
        throw new CodedError('export.files-need-folder', 'give --format folder with --attachments');
      const source = await exportSource(reader);
      const stream = streamOf(caseId);
      const entries = casePackage({ source, stream, proofs: pinnedProofs(log), withFiles });
      const bytes = await (format === 'folder'
        ? writeFolder(file, entries)
        : writeText(file, packageLines(entries)));
      const more = withFiles ? await writeFiles(config, stream, file) : 0;
      showWritten(console, { file, format, bytes: bytes + more });
      return exportedFromStream(audit, stream, console);
    }),
  );
