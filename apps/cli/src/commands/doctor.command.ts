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
import { finding, type Finding } from '../doctor/finding.ts';
import { checkLog, checkReachedLog } from '../doctor/log.check.ts';
import { checkNode } from '../doctor/node.check.ts';
import { checkReadModels } from '../doctor/read-models.check.ts';
import { checkSettings } from '../doctor/settings.check.ts';
import type { Environment } from '../environment.ts';
import { openLogToRead, placesOf } from '@duban/installation';
import type { Console } from '../output/console.ts';
import { table } from '../output/table.ts';
import { doctorTexts } from '../texts/doctor.texts.ts';
import { words } from '../texts/words.ts';
import { running, type CommonOptions } from './command-run.ts';

export type DoctorOptions = CommonOptions;

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

const logFindings = async (config: Config): Promise<readonly Finding[]> => {
  const store = await openLogToRead(config);
  try {
    return [
      ...(await storeFindings(config)),
      await readModelsFinding(config, store),
      await calendarFinding(config, store),
    ];
  } finally {
    await store.close();
  }
};

/** A log that cannot be opened is a finding, too: the other checks still say what they see. */
const logFindingsOrFault = async (config: Config): Promise<readonly Finding[]> => {
  try {
    return await logFindings(config);
  } catch (error) {
    if (!(error instanceof CodedError)) throw error;
    const { title, remedy } = errorEntry(error.code);
    const light = error.code === 'log.not-there' ? 'warn' : 'fail';
    return [
      finding('log', light, words(`${title.zh}:${error.message}`, `${title.en}: ${error.message}`), remedy),
    ];
  }
};

const show = ({ language, output, report }: Console, findings: readonly Finding[]): void => {
  const told = findings.map(({ check, light, found, fix }) => ({
    check,
    light,
    found: found[language],
    fix: fix?.[language] ?? null,
  }));
  if (output === 'json') {
    report(JSON.stringify({ findings: told }, null, 2));
    return;
  }
  report(
    table(
      told.map(({ check, light, found, fix }) => [
        doctorTexts[light][language],
        check,
        fix === null ? found : `${found} → ${fix}`,
      ]),
    ),
  );
};

export const runDoctor = (options: DoctorOptions, env: Environment): Promise<ExitCode> =>
  running(options, env, async ({ console, config }) => {
    const findings = [
      checkNode(process.versions.node),
      checkSettings(config, env),
      await checkDisk(config.dataDir),
      ...(await logFindingsOrFault(config)),
    ];
    show(console, findings);
    return findings.some(({ light }) => light === 'fail') ? EXIT.failed : EXIT.ok;
  });
