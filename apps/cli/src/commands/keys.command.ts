import { auditOptionsOf, createLogKeys } from '@duban/audit-log';
import { EXIT, type ExitCode } from '@duban/contracts';
import type { Environment } from '../environment.ts';
import { table } from '../output/table.ts';
import { auditTexts } from '../texts/audit.texts.ts';
import { running, type CommonOptions } from './command-run.ts';

export type KeysOptions = CommonOptions & { readonly sm2: boolean; readonly reads: boolean };

/** The key that signs checkpoints, made once; a key that is there is never replaced. */
export const runKeysCreate = (options: KeysOptions, env: Environment): Promise<ExitCode> =>
  running(options, env, ({ console, config }) => {
    const { language } = console;
    const subject = options.reads ? 'reads' : 'events';
    const made = createLogKeys(auditOptionsOf(config, subject), { sm2: options.sm2 });
    if (console.output === 'json') console.report(JSON.stringify(made, null, 2));
    else {
      console.report(
        table([
          ...made.files.map((file) => [auditTexts.keyFile[language], file]),
          ...made.verifierKeys.map((key) => [auditTexts.verifierKey[language], key]),
        ]),
      );
      console.note(auditTexts.publish[language]);
    }
    return Promise.resolve(EXIT.ok);
  });
