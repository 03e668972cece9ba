import { copyFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { EXIT, type ExitCode } from '@duban/contracts';
import { openConsole } from '../output/console.ts';
import { auditTexts } from '../texts/audit.texts.ts';
import type { CommonOptions } from './command-run.ts';

export type ExportVerifierOptions = CommonOptions & { readonly out: string };

/** Made by the build; the same distance from the sources and from what is built. */
const PAGE = fileURLToPath(new URL('../../../../libs/audit/verify/dist/verify.html', import.meta.url));

/** The checker as one HTML file, for whoever has no terminal. */
export const runExportVerifier = async ({ out, lang, output }: ExportVerifierOptions): Promise<ExitCode> => {
  const console = openConsole(lang, output);
  if (!existsSync(PAGE)) {
    console.note(auditTexts.noPage[lang]);
    return EXIT.notFound;
  }
  await copyFile(PAGE, out);
  console.report(output === 'json' ? JSON.stringify({ file: out }) : out);
  return EXIT.ok;
};
