import { writeFile } from 'node:fs/promises';
import { CodedError, hasCode } from '@duban/kernel';
import { EXIT, type ExitCode } from '@duban/contracts';
import type { Environment } from '../environment.ts';
import { withAudit } from '../open-audit.ts';
import { auditTexts } from '../texts/audit.texts.ts';
import { running, type CommonOptions } from './command-run.ts';

export type ProofOptions = CommonOptions & { readonly out?: string };

/** One event's `.tlog-proof`: to stdout, or to a file. What was appended a moment ago is sealed first. */
export const runProof = (id: string, options: ProofOptions, env: Environment): Promise<ExitCode> =>
  running(options, env, ({ console, config }) =>
    withAudit(config, 'events', async ({ log, reader }) => {
      await log.seal(reader).catch((error: unknown) => {
        if (!hasCode(error, 'audit.key-missing')) throw error;
        console.note(auditTexts.unsealed[console.language]);
      });
      const proof = log.proofs.proofText({ id });
      if (proof === null) throw new CodedError('audit.not-sealed', id);
      if (options.out === undefined) console.report(proof);
      else await writeFile(options.out, proof);
      return EXIT.ok;
    }),
  );
