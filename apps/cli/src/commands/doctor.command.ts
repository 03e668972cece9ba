import { CodedError, type Position } from '@duban/kernel';
import { legalDateOf, referenceSource } from '@duban/application';
import type { Config } from '@duban/config';
import { errorEntry, EXIT, type ExitCode } from '@duban/contracts';
import { numberOf } from '@duban/event-store';
import type { EventStore } from '@duban/event-store';
import { openSqliteStore } from '@duban/event-store-sqlite';
import { openReadStore } from '@duban/read-store';
import { checkCalendar } from '../doctor/calendar.check.ts';
import { checkDisk } from '../doctor/disk.check.ts';
import { checkExamination } from '../doctor/examination.check.ts';
import { examineLog, type ExaminedLog } from '../doctor/examine-log.ts';
import { examinationLines, toldExamination } from '../doctor/show-examination.ts';
import { finding, type Finding } from '../doctor/finding.ts';
import { checkLog, checkReachedLog } from '../doctor/log.check.ts';
import { checkNode } from '../doctor/node.check.ts';
import { checkPseudonyms, countGuessable } from '../doctor/pseudonyms.check.ts';
import { checkProofs } from '../doctor/proofs.check.ts';
import { checkReadModels } from '../doctor/read-models.check.ts';
import { checkSettings } from '../doctor/settings.check.ts';
import { checkVault } from '../doctor/vault.check.ts';
import type { Environment } from '../environment.ts';
import { examineVault, openLogToRead, openStoredLogIfThere, placesOf } from '@duban/installation';
import { sealedStateOf } from '../history/sealed-log.ts';
import type { Console } from '../output/console.ts';
import { openProgress } from '../output/progress.ts';
import { table } from '../output/table.ts';
import { doctorTexts } from '../texts/doctor.texts.ts';
import { words } from '../texts/words.ts';
import { running, type CommonOptions } from './command-run.ts';

export type DoctorOptions = CommonOptions & { readonly list: boolean };

type Seen = { readonly findings: readonly Finding[]; readonly examined: ExaminedLog | null };

/** As many as matter; positions of a server do not count events. */
const MOST_COUNTED = 1_001;

const lagOf = async (store: EventStore, position: Position): Promise<number> =>
  (await store.readLog({ after: position, limit: MOST_COUNTED })).events.length;

const readModelsFinding = async (config: Config, store: EventStore): Promise<Finding> => {
  const read = openReadStore({ dir: placesOf(config).readModels, reader: store });
  try {
    const health = read.health();
    const lag = health.generation === null ? null : await lagOf(store, health.position);
    return checkReadModels(health, lag);
  } finally {
    read.close();
  }
};

const calendarFinding = async ({ ruleSetId, region }: Config, store: EventStore): Promise<Finding> => {
  const reference = referenceSource(store, { ruleSetId, region });
  try {
    const { calendar } = await reference.current();
    return checkCalendar(region, Object.keys(calendar.years).map(Number), legalDateOf(Date.now()));
  } finally {
    reference.close();
  }
};

/** What only the file itself tells; a server that answered has said enough. */
const storeFindings = async (config: Config): Promise<readonly Finding[]> => {
  if (config.eventStoreUrl !== null) return [checkReachedLog()];
  const file = await openSqliteStore({ file: placesOf(config).log, readOnly: true });
  try {
    const events = numberOf(await file.head());
    return checkLog({ health: file.health(), pragmas: file.pragmas(), events });
  } finally {
    await file.close();
  }
};

const faultOf = (check: string, error: unknown): Finding => {
  if (!(error instanceof CodedError)) throw error;
  const { title, remedy } = errorEntry(error.code);
  const light = error.code === 'log.not-there' ? 'warn' : 'fail';
  const found = words(`${title.zh}:${error.message}`, `${title.en}: ${error.message}`);
  return finding(check, light, found, remedy);
};

/** The whole log is read for it: what nobody compares is not known to be in order. */
const proofsFinding = async (config: Config): Promise<Finding> => {
  try {
    return checkProofs(await sealedStateOf(config));
  } catch (error) {
    return faultOf('proofs', error);
  }
};

/** A log with holes cannot be folded; the other findings stand all the same. */
const examinedLog = async (store: EventStore, { language }: Console, list: boolean): Promise<Seen> => {
  try {
    const progress = await openProgress(doctorTexts.examining[language]);
    const examined = await examineLog(store, { list, progress });
    return { findings: [checkExamination(examined)], examined };
  } catch (error) {
    return { findings: [faultOf('rules-of-today', error)], examined: null };
  }
};

const seenIn = async (config: Config, console: Console, list: boolean): Promise<Seen> => {
  const store = await openLogToRead(config);
  try {
    const findings = [
      ...(await storeFindings(config)),
      await readModelsFinding(config, store),
      await calendarFinding(config, store),
    ];
    const proofs = await proofsFinding(config);
    const held = await examinedLog(store, console, list);
    return { findings: [...findings, proofs, ...held.findings], examined: held.examined };
  } finally {
    await store.close();
  }
};

/** A log that cannot be opened is a finding, too: the other checks still say what they see. */
const seenOrFault = async (config: Config, console: Console, list: boolean): Promise<Seen> => {
  try {
    return await seenIn(config, console, list);
  } catch (error) {
    return { findings: [faultOf('log', error)], examined: null };
  }
};

const pseudonymFindings = async (config: Config): Promise<readonly Finding[]> => {
  const raw = await openStoredLogIfThere(config);
  if (raw === null) return [];
  try {
    return [checkPseudonyms(await countGuessable(raw))];
  } finally {
    await raw.close();
  }
};

const vaultFindings = async (config: Config): Promise<readonly Finding[]> => {
  try {
    return [...checkVault(await examineVault(config)), ...(await pseudonymFindings(config))];
  } catch (error) {
    return [faultOf('vault', error)];
  }
};

const show = ({ language, output, report }: Console, { findings, examined }: Seen): void => {
  const told = findings.map(({ check, light, found, fix }) => ({
    check,
    light,
    found: found[language],
    fix: fix?.[language] ?? null,
  }));
  if (output === 'json') {
    report(
      JSON.stringify(
        { findings: told, examination: examined && toldExamination(examined, language) },
        null,
        2,
      ),
    );
    return;
  }
  const rows = told.map(({ check, light, found, fix }) => [
    doctorTexts[light][language],
    check,
    fix === null ? found : `${found} → ${fix}`,
  ]);
  report([table(rows), ...(examined === null ? [] : examinationLines(examined, language))].join('\n'));
};

export const runDoctor = (options: DoctorOptions, env: Environment): Promise<ExitCode> =>
  running(options, env, async ({ console, config }) => {
    const before = [
      checkNode(process.versions.node),
      checkSettings(config, env),
      await checkDisk(config.dataDir),
    ];
    const { findings: ofLog, examined } = await seenOrFault(config, console, options.list);
    const findings = [...before, ...ofLog, ...(await vaultFindings(config))];
    show(console, { findings, examined });
    return findings.some(({ light }) => light === 'fail') ? EXIT.failed : EXIT.ok;
  });
