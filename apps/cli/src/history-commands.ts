import { ROLES, TIME_AXES } from '@duban/kernel';
import { Option, type Command } from 'commander';
import type { ChangesOptions } from './commands/changes.command.ts';
import type { CommonOptions } from './commands/command-run.ts';
import type { ConformanceOptions } from './commands/conformance.command.ts';
import type { ExportCaseOptions } from './commands/export-case.command.ts';
import type { ExportOcelOptions, ExportXesOptions } from './commands/export-history.command.ts';
import type { ExportRegisterOptions } from './commands/export-register.command.ts';
import type { ReadsOptions } from './commands/reads.command.ts';
import type { StepsOptions } from './commands/steps.command.ts';
import type { TryRuleOptions } from './commands/try-rule.command.ts';
import type { Environment } from './environment.ts';
import type { helpTexts } from './texts/help.texts.ts';

type Key = keyof typeof helpTexts;
type Make = (name: string, description: Key) => Command;
type Making = {
  readonly say: (key: Key) => string;
  readonly env: Environment;
  readonly setExitCode: (code: number) => void;
};

const byOption = ({ say }: Making): Option =>
  new Option('--by <axis>', say('by')).choices(TIME_AXES).default('recorded');

const changesCommand = (command: Command, making: Making): Command =>
  command
    .requiredOption('--from <date>', making.say('fromDay'))
    .requiredOption('--to <date>', making.say('toDay'))
    .addOption(byOption(making))
    .action(async (options: ChangesOptions) => {
      const { runChanges } = await import('./commands/changes.command.ts');
      making.setExitCode(await runChanges(options, making.env));
    });

const tryRuleCommand = (command: Command, { say, env, setExitCode }: Making): Command =>
  command
    .argument('<ruleset>', say('ruleSetFile'))
    .requiredOption('--from <date>', say('fromDay'))
    .requiredOption('--to <date>', say('toDay'))
    .action(async (file: string, options: TryRuleOptions) => {
      const { runTryRule } = await import('./commands/try-rule.command.ts');
      setExitCode(await runTryRule(file, options, env));
    });

const conformanceCommand = (command: Command, { say, env, setExitCode }: Making): Command =>
  command
    .argument('[caseId]', say('caseId'))
    .action(async (caseId: string | undefined, options: ConformanceOptions) => {
      const { runConformance } = await import('./commands/conformance.command.ts');
      setExitCode(await runConformance(caseId ?? null, options, env));
    });

const readsCommand = (command: Command, { say, env, setExitCode }: Making): Command =>
  command
    .argument('<caseId>', say('caseId'))
    .requiredOption('--from <date>', say('fromDay'))
    .requiredOption('--to <date>', say('toDay'))
    .action(async (caseId: string, options: ReadsOptions) => {
      const { runReads } = await import('./commands/reads.command.ts');
      setExitCode(await runReads(caseId, options, env));
    });

const ocelCommand = (command: Command, { say, env, setExitCode }: Making): Command =>
  command
    .requiredOption('--out <file>', say('out'))
    .addOption(new Option('--format <format>', say('format')).choices(['json', 'xml']))
    .action(async (options: ExportOcelOptions) => {
      const { runExportOcel } = await import('./commands/export-history.command.ts');
      setExitCode(await runExportOcel(options, env));
    });

const xesCommand = (command: Command, { say, env, setExitCode }: Making): Command =>
  command
    .requiredOption('--out <file>', say('out'))
    .addOption(new Option('--traces <what>', say('traces')).choices(['cases', 'items']).default('cases'))
    .action(async (options: ExportXesOptions) => {
      const { runExportXes } = await import('./commands/export-history.command.ts');
      setExitCode(await runExportXes(options, env));
    });

const registerCommand = (command: Command, making: Making): Command =>
  command
    .requiredOption('--out <file>', making.say('out'))
    .addOption(new Option('--format <format>', making.say('format')).choices(['csv', 'xlsx']))
    .option('--as-of <time>', making.say('asOf'))
    .addOption(byOption(making))
    .action(async (options: ExportRegisterOptions) => {
      const { runExportRegister } = await import('./commands/export-register.command.ts');
      making.setExitCode(await runExportRegister(options, making.env));
    });

const caseCommand = (command: Command, { say, env, setExitCode }: Making): Command =>
  command
    .argument('<caseId>', say('caseId'))
    .requiredOption('--out <file>', say('out'))
    .addOption(
      new Option('--format <format>', say('packageFormat')).choices(['lines', 'folder']).default('lines'),
    )
    .option('--attachments', say('withFiles'))
    .action(async (caseId: string, options: ExportCaseOptions) => {
      const { runExportCase } = await import('./commands/export-case.command.ts');
      setExitCode(await runExportCase(caseId, options, env));
    });

const stepsCommand = (command: Command, { say, env, setExitCode }: Making): Command =>
  command
    .addOption(new Option('--role <role>', say('stepRole')).choices(ROLES))
    .option('--organ <organ>', say('stepOrgan'))
    .option('--as <person>', say('stepAs'))
    .option('--case <case>', say('stepCase'))
    .option('--item <item>', say('stepItem'))
    .action(async (options: StepsOptions) => {
      const { runSteps } = await import('./commands/steps.command.ts');
      setExitCode(await runSteps(options, env));
    });

const proposalsCommand = (command: Command, { env, setExitCode }: Making): Command =>
  command.action(async (options: CommonOptions) => {
    const { runProposals } = await import('./commands/proposals.command.ts');
    setExitCode(await runProposals(options, env));
  });

/** Questions about cases, and about the history of all of them. */
export const historyCommands = (make: Make, making: Making): readonly Command[] => [
  changesCommand(make('changes', 'changes'), making),
  tryRuleCommand(make('try-rule', 'tryRule'), making),
  conformanceCommand(make('conformance', 'conformance'), making),
  readsCommand(make('reads', 'whoRead'), making),
  stepsCommand(make('steps', 'steps'), making),
  proposalsCommand(make('proposals', 'proposals'), making),
];

/** What `duban export` writes beside the log itself. */
export const exportCommands = (make: Make, making: Making): readonly Command[] => [
  ocelCommand(make('ocel', 'exportOcel'), making),
  xesCommand(make('xes', 'exportXes'), making),
  registerCommand(make('register', 'exportRegister'), making),
  caseCommand(make('case', 'exportCase'), making),
];
