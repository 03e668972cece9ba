import { errorEntry, EXIT, type ExitCode } from '@duban/contracts';
import { examineVault, renewVault, type VaultFinding } from '@duban/installation';
import type { Environment } from '../environment.ts';
import type { Console } from '../output/console.ts';
import { table } from '../output/table.ts';
import { vaultTexts } from '../texts/vault.texts.ts';
import { running, type CommonOptions } from './command-run.ts';

export type VaultRenewOptions = CommonOptions & { readonly acceptLoss: boolean };

type Outcome = VaultFinding & { readonly renewed: boolean; readonly putAside: readonly string[] };

const titleOf = (code: string, { language }: Console): string =>
  `${errorEntry(code).title[language]} [${code}]`;

const show = (console: Console, outcome: Outcome): void => {
  const { output, language, report } = console;
  if (output === 'json') {
    const { keys, ...rest } = outcome;
    report(JSON.stringify({ ...rest, keys: keys.length }, null, 2));
    return;
  }
  const { code, names, texts, keys, putAside, renewed } = outcome;
  if (code === null && names === null) {
    report(vaultTexts.fine[language]);
    return;
  }
  const say = (key: keyof typeof vaultTexts): string => vaultTexts[key][language];
  const faults = [code, names].filter((fault) => fault !== null);
  report(
    table([
      ...faults.map((fault) => [say('fault'), titleOf(fault, console)]),
      [say('texts'), texts],
      [say('keys'), keys.length],
      ...putAside.map((file) => [say('putAside'), file]),
    ]),
  );
  report(`\n${say(renewed ? 'renewed' : 'wouldBeLost')}`);
};

/** Says what is lost; with `--accept-loss`, loses it. */
export const runVaultRenew = (
  { acceptLoss, ...options }: VaultRenewOptions,
  env: Environment,
): Promise<ExitCode> =>
  running(options, env, async ({ console, config }) => {
    const finding = await examineVault(config);
    const isFine = finding.code === null && finding.names === null;
    if (isFine || !acceptLoss) {
      show(console, { ...finding, renewed: false, putAside: [] });
      return isFine ? EXIT.ok : EXIT.refused;
    }
    show(console, { ...(await renewVault(config, finding)), renewed: true });
    return EXIT.ok;
  });
