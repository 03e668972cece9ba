import { userInfo } from 'node:os';
import { legalTimeOf } from '@duban/application';
import { EXIT, type ExitCode } from '@duban/contracts';
import { lostTail, openStoredLog, recoverLog, type LostTail } from '@duban/installation';
import { CodedError, type Actor } from '@duban/kernel';
import type { Config } from '@duban/config';
import type { Environment } from '../environment.ts';
import type { Console } from '../output/console.ts';
import { table } from '../output/table.ts';
import { recoverTexts } from '../texts/recover.texts.ts';
import { running, type CommonOptions } from './command-run.ts';
import { refuseUnwritable } from './written-options.ts';

export type RecoverOptions = CommonOptions & {
  readonly acceptLoss: boolean;
  readonly basis?: string;
  readonly as?: string;
};

const actorOf = ({ tenant }: Config, { as }: RecoverOptions): Actor => ({
  id: `person:${as ?? `cli-${userInfo().username}`}`,
  role: 'system-admin',
  organ: `${tenant}-so`,
});

const rowsOf = ({ objection, epoch }: LostTail, { language }: Console) => {
  const say = (key: keyof typeof recoverTexts): string => recoverTexts[key][language];
  const { keptUpTo, seenUpTo, sealedKept, sealedLost, streamsCut } = epoch;
  return [
    [say('why'), objection.message],
    [say('epoch'), epoch.epoch],
    [say('keptUpTo'), keptUpTo ?? say('none')],
    [say('seenUpTo'), seenUpTo ?? say('none')],
    [say('sealedKept'), sealedKept],
    [say('sealedLost'), sealedLost],
    [say('streams'), streamsCut.join(', ') || say('none')],
  ] as const;
};

const show = (console: Console, lost: LostTail, began: string | null): void => {
  const { language, output, report } = console;
  if (output === 'json') {
    report(JSON.stringify({ code: lost.objection.code, ...lost.epoch, began }, null, 2));
    return;
  }
  const last = began === null ? [] : [[recoverTexts.began[language], began] as const];
  report(table([...rowsOf(lost, console), ...last]));
  console.note(recoverTexts[began === null ? 'advice' : 'next'][language]);
};

const begun = (config: Config, lost: LostTail, options: RecoverOptions): string => {
  const { basis } = options;
  if (basis === undefined) throw new CodedError('validation-failed', '--basis');
  const accepted = { actor: actorOf(config, options), basis, occurredAt: legalTimeOf(Date.now()) };
  return recoverLog(config, lost, accepted);
};

/** Says what a log has lost; with `--accept-loss` takes it on without that. Every process on it is stopped before. */
export const runRecover = (options: RecoverOptions, env: Environment): Promise<ExitCode> =>
  running(options, env, async ({ console, config }) => {
    refuseUnwritable(options);
    const log = await openStoredLog(config);
    const lost = await lostTail(config, log).finally(() => log.close());
    if (lost === null) {
      console.note(recoverTexts.nothing[console.language]);
      return options.acceptLoss ? EXIT.refused : EXIT.ok;
    }
    const began = options.acceptLoss ? begun(config, lost, options) : null;
    show(console, lost, began);
    return began === null ? EXIT.damaged : EXIT.ok;
  });
