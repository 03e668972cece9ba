import { LOG_START, parsePosition, TIME_AXES, type Position } from '@duban/kernel';
import { Command, InvalidArgumentError, Option } from 'commander';
import type { Environment } from './environment.ts';
import { exportCommands, historyCommands } from './history-commands.ts';
import { postsCommands } from './posts-commands.ts';
import { tailCommand } from './tail-command.ts';
import { helpTexts } from './texts/help.texts.ts';
import type { Language } from './texts/words.ts';
import type { DoctorOptions } from './commands/doctor.command.ts';
import type { EraseOptions } from './commands/erase.command.ts';
import type { ImportOptions } from './commands/import.command.ts';
import type { ExportLogOptions } from './commands/export-log.command.ts';
import type { ExportVerifierOptions } from './commands/export-verifier.command.ts';
import type { KeysOptions } from './commands/keys.command.ts';
import type { ProofOptions } from './commands/proof.command.ts';
import type { RebuildOptions } from './commands/rebuild.command.ts';
import type { RecoverOptions } from './commands/recover.command.ts';
import type { ReplayOptions } from './commands/replay.command.ts';
import type { RepublishOptions } from './commands/republish.command.ts';
import type { VaultRenewOptions } from './commands/vault-renew.command.ts';
import type { VerifyOptions } from './commands/verify.command.ts';
import type { WitnessOptions } from './commands/witness.command.ts';

type SetExitCode = (code: number) => void;

const count = (text: string): number => {
  if (!/^\d+$/.test(text)) throw new InvalidArgumentError('0, 1, 2, …');
  return Number(text);
};

const beginOf = (text: string): Position => {
  const position = text === 'start' ? LOG_START : parsePosition(text);
  if (position === null) throw new InvalidArgumentError('start, n1.…');
  return position;
};

const VERSION = '0.1.0';
const WITNESS_PORT = 3001;

type Say = (key: keyof typeof helpTexts) => string;
/** What every command is made with. */
type Making = { readonly say: Say; readonly env: Environment; readonly setExitCode: SetExitCode };

const groupOf = (group: Command, say: Say): Command =>
  group.helpOption('-h, --help', say('help')).helpCommand(false).exitOverride();

const withCommands = (group: Command, commands: readonly Command[]): Command => {
  for (const each of commands) group.addCommand(each);
  return group;
};

/** Modules of a command are loaded when it runs, so that `--help` answers at once. */
export const buildProgram = (language: Language, env: Environment, setExitCode: SetExitCode): Command => {
  const say: Say = (key) => helpTexts[key][language];
  const making: Making = { say, env, setExitCode };
  const bare = (name: string, description: keyof typeof helpTexts): Command =>
    new Command(name)
      .description(say(description))
      .addOption(new Option('--lang <language>', say('lang')).choices(['zh', 'en']).default(language))
      .helpOption('-h, --help', say('help'))
      .exitOverride();
  const command = (name: string, description: keyof typeof helpTexts): Command =>
    bare(name, description).addOption(
      new Option('--output <format>', say('output')).choices(['table', 'json']).default('table'),
    );
  const group = (name: string, description: keyof typeof helpTexts): Command =>
    groupOf(new Command(name).description(say(description)), say);
  const program = new Command('duban')
    .description(say('program'))
    .version(VERSION, '-V, --version', say('version'))
    .addOption(new Option('--lang <language>', say('lang')).choices(['zh', 'en']))
    .helpOption('-h, --help', say('help'))
    .helpCommand(false)
    .exitOverride()
    .addCommand(importCommand(command('import', 'import'), making))
    .addCommand(replayCommand(command('replay', 'replay'), making))
    .addCommand(rebuildCommand(command('rebuild', 'rebuild'), making))
    .addCommand(recoverCommand(command('recover', 'recover'), making))
    .addCommand(eraseCommand(command('erase', 'erase'), making))
    .addCommand(doctorCommand(command('doctor', 'doctor'), making))
    .addCommand(verifyCommand(command('verify', 'verify'), making))
    .addCommand(exportCommand(group('export', 'export'), command, making))
    .addCommand(proofCommand(command('proof', 'proof'), making))
    .addCommand(group('keys', 'keys').addCommand(keysCreateCommand(command('create', 'keysCreate'), making)))
    .addCommand(group('vault', 'vault').addCommand(vaultRenewCommand(command('renew', 'vaultRenew'), making)))
    .addCommand(witnessCommand(command('witness', 'beWitness'), making))
    .addCommand(tailCommand(bare('tail', 'tail'), language, making))
    .addCommand(republishCommand(command('republish', 'republish'), making));
  program.addCommand(withCommands(group('posts', 'posts'), postsCommands(command, making)));
  for (const each of historyCommands(command, making)) program.addCommand(each);
  return program;
};

const republishCommand = (command: Command, { say, env, setExitCode }: Making): Command =>
  command
    .requiredOption('--suffix <text>', say('suffix'))
    .addOption(
      new Option('--from <position>', say('republishFrom')).argParser(beginOf).default(LOG_START, 'start'),
    )
    .action(async (options: RepublishOptions) => {
      const { runRepublish } = await import('./commands/republish.command.ts');
      setExitCode(await runRepublish(options, env));
    });

const importCommand = (command: Command, { say, env, setExitCode }: Making): Command =>
  command
    .argument('[file]', say('file'))
    .option('--mapping <file>', say('mapping'))
    .option('--dry-run', say('dryRun'), false)
    .option('--undo [batch]', say('undo'))
    .option('--reason <text>', say('reason'))
    .option('--report <file>', say('report'))
    .option('--strict', say('strict'), false)
    .option('--as <person>', say('as'))
    .action(async (file: string | undefined, options: ImportOptions) => {
      const { runImport } = await import('./commands/import.command.ts');
      setExitCode(await runImport(file ?? null, options, env));
    });

const replayCommand = (command: Command, { say, env, setExitCode }: Making): Command =>
  command
    .argument('<caseId>', say('caseId'))
    .option('--as-of <time>', say('asOf'))
    .addOption(new Option('--by <axis>', say('by')).choices(TIME_AXES).default('recorded'))
    .addOption(new Option('--until <revision>', say('until')).argParser(count).conflicts('asOf'))
    .option('--events', say('events'), false)
    .addOption(new Option('--diff <range>', say('diff')).conflicts('why'))
    .option('--why <event>', say('why'))
    .action(async (caseId: string, options: ReplayOptions) => {
      const { runReplay } = await import('./commands/replay.command.ts');
      setExitCode(await runReplay(caseId, options, env));
    });

const rebuildCommand = (command: Command, { env, setExitCode }: Making): Command =>
  command.action(async (options: RebuildOptions) => {
    const { runRebuild } = await import('./commands/rebuild.command.ts');
    setExitCode(await runRebuild(options, env));
  });

const recoverCommand = (command: Command, { say, env, setExitCode }: Making): Command =>
  command
    .option('--accept-loss', say('acceptLostEnd'), false)
    .option('--basis <text>', say('recoverBasis'))
    .option('--as <person>', say('as'))
    .action(async (options: RecoverOptions) => {
      const { runRecover } = await import('./commands/recover.command.ts');
      setExitCode(await runRecover(options, env));
    });

const eraseCommand = (command: Command, { say, env, setExitCode }: Making): Command =>
  command
    .argument('<person>', say('person'))
    .requiredOption('--basis <text>', say('basis'))
    .addOption(
      new Option('--requested-by <whom>', say('requestedBy'))
        .choices(['person', 'relative', 'authority', 'retention'])
        .makeOptionMandatory(),
    )
    .option('--as <person>', say('as'))
    .action(async (person: string, options: EraseOptions) => {
      const { runErase } = await import('./commands/erase.command.ts');
      setExitCode(await runErase(person, options, env));
    });

const doctorCommand = (command: Command, { say, env, setExitCode }: Making): Command =>
  command.option('--list', say('list'), false).action(async (options: DoctorOptions) => {
    const { runDoctor } = await import('./commands/doctor.command.ts');
    setExitCode(await runDoctor(options, env));
  });

const oneMore = (value: string, before: readonly string[]): readonly string[] => [...before, value];

const verifyCommand = (command: Command, { say, setExitCode }: Making): Command =>
  command
    .argument('<bundle>', say('bundle'))
    .option('--key <key>', say('key'), oneMore, [])
    .option('--witness <key>', say('witness'), oneMore, [])
    .addOption(new Option('--quorum <number>', say('quorum')).argParser(count))
    .option('--known <file>', say('known'), oneMore, [])
    .option('--earlier <file>', say('earlier'))
    .option('--event <file>', say('eventFile'))
    .option('--tsa-cert <file>', say('tsaCert'), oneMore, [])
    .option('--trust-bundle-keys', say('trustBundleKeys'), false)
    .action(async (bundle: string, options: VerifyOptions) => {
      const { runVerify } = await import('./commands/verify.command.ts');
      setExitCode(await runVerify(bundle, options));
    });

type Make = (name: string, description: keyof typeof helpTexts) => Command;

const exportCommand = (group: Command, command: Make, making: Making): Command => {
  group.addCommand(exportLogCommand(command('log', 'exportLog'), making));
  group.addCommand(exportVerifierCommand(command('verifier', 'exportVerifier'), making));
  for (const each of exportCommands(command, making)) group.addCommand(each);
  return group;
};

const exportLogCommand = (command: Command, { say, env, setExitCode }: Making): Command =>
  command
    .requiredOption('--out <file>', say('out'))
    .option('--reads', say('reads'), false)
    .action(async (options: ExportLogOptions) => {
      const { runExportLog } = await import('./commands/export-log.command.ts');
      setExitCode(await runExportLog(options, env));
    });

const exportVerifierCommand = (command: Command, { say, setExitCode }: Making): Command =>
  command.requiredOption('--out <file>', say('out')).action(async (options: ExportVerifierOptions) => {
    const { runExportVerifier } = await import('./commands/export-verifier.command.ts');
    setExitCode(await runExportVerifier(options));
  });

const proofCommand = (command: Command, { say, env, setExitCode }: Making): Command =>
  command
    .argument('<eventId>', say('eventId'))
    .option('--out <file>', say('out'))
    .action(async (eventId: string, options: ProofOptions) => {
      const { runProof } = await import('./commands/proof.command.ts');
      setExitCode(await runProof(eventId, options, env));
    });

const keysCreateCommand = (command: Command, { say, env, setExitCode }: Making): Command =>
  command
    .option('--sm2', say('sm2'), false)
    .option('--reads', say('keysOfReads'), false)
    .action(async (options: KeysOptions) => {
      const { runKeysCreate } = await import('./commands/keys.command.ts');
      setExitCode(await runKeysCreate(options, env));
    });

const vaultRenewCommand = (command: Command, { say, env, setExitCode }: Making): Command =>
  command.option('--accept-loss', say('acceptLoss'), false).action(async (options: VaultRenewOptions) => {
    const { runVaultRenew } = await import('./commands/vault-renew.command.ts');
    setExitCode(await runVaultRenew(options, env));
  });

const witnessCommand = (command: Command, { say, setExitCode }: Making): Command =>
  command
    .requiredOption('--dir <folder>', say('witnessDir'))
    .requiredOption('--key <file>', say('witnessKey'))
    .requiredOption('--name <name>', say('witnessName'))
    .requiredOption('--log <key>', say('witnessLog'), oneMore, [])
    .addOption(new Option('--port <number>', say('port')).argParser(count).default(WITNESS_PORT))
    .option('--host <address>', say('host'), '127.0.0.1')
    .option('--create-key', say('createKey'), false)
    .action(async (options: WitnessOptions) => {
      const { runWitness } = await import('./commands/witness.command.ts');
      setExitCode(await runWitness(options));
    });
