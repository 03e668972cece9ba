import { EXIT, type ExitCode } from '@duban/contracts';
import { roleTexts } from '@duban/domain/texts';
import { readWholeStream, type EventReader } from '@duban/event-store';
import { periodOf, readsOfCase, whoCouldSee, type CouldSee, type FoundReads } from '@duban/installation';
import { CodedError } from '@duban/kernel';
import { dayEnd, foldCase } from '@duban/projections';
import type { Environment } from '../environment.ts';
import { streamOf } from '../history/case-log.ts';
import { onLog } from '../history/on-log.ts';
import { openSubject } from '../open-audit.ts';
import type { Console } from '../output/console.ts';
import { table } from '../output/table.ts';
import { auditTexts } from '../texts/audit.texts.ts';
import { running, type CommonOptions } from './command-run.ts';
import { checkPeriod } from './period.ts';

export type ReadsOptions = CommonOptions & { readonly from: string; readonly to: string };

type WhoSaw = FoundReads & { readonly couldSee: CouldSee };

/** @throws CodedError `case.unknown` */
const couldSeeIn = async (reader: EventReader, stream: string, day: string): Promise<CouldSee> => {
  const events = await readWholeStream(reader, stream);
  if (events.length === 0) throw new CodedError('case.unknown', stream);
  return whoCouldSee(foldCase(events, { asOf: dayEnd(day), by: 'recorded' })?.state ?? null);
};

const showReads = (console: Console, { couldSee, items, more }: WhoSaw): void => {
  const { output, language } = console;
  if (output === 'json') {
    console.report(JSON.stringify({ couldSee, items, more }, null, 2));
    return;
  }
  const say = (key: keyof typeof auditTexts): string => auditTexts[key][language];
  const rolesOf = (roles: CouldSee['roles']): string =>
    roles.map((role) => roleTexts[role][language]).join(', ');
  console.report(
    table([
      [say('seeAll'), rolesOf(couldSee.roles)],
      [say('seeOwn'), rolesOf(couldSee.ownRoles)],
      [say('organs'), couldSee.organs.join(', ')],
    ]),
  );
  console.report(say('whoSaw'));
  const rows = items.map(({ at, reader, what, about }) => [
    at,
    reader.id,
    reader.role,
    reader.organ,
    what,
    about,
  ]);
  console.report(rows.length === 0 ? say('nobody') : table(rows));
  if (more) console.note(say('moreReads'));
};

/** Who could see a case on these days, and who did: the same answer as that of the server, which need not run. */
export const runReads = (caseId: string, options: ReadsOptions, env: Environment): Promise<ExitCode> =>
  running(options, env, async ({ console, config }) => {
    checkPeriod(options);
    const { from, to } = options;
    const stream = streamOf(caseId);
    const couldSee = await onLog(config, (reader) => couldSeeIn(reader, stream, to));
    const log = await openSubject(config, 'reads');
    try {
      const found = await readsOfCase(log, periodOf(stream.slice('case-'.length), from, to));
      showReads(console, { couldSee, ...found });
      return EXIT.ok;
    } finally {
      await log.close();
    }
  });
