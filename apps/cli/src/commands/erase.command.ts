import { randomUUID } from 'node:crypto';
import { userInfo } from 'node:os';
import { legalTimeOf } from '@duban/application';
import type { Config } from '@duban/config';
import { EXIT, type ErasureRequester, type ExitCode } from '@duban/contracts';
import type { ErasureCommand } from '@duban/domain';
import type { EventStore } from '@duban/event-store';
import { openLog, openLogIfThere, openPeopleDesk, placesOf } from '@duban/installation';
import { CodedError, type Actor } from '@duban/kernel';
import { checkPersonId, type ErasureReport } from '@duban/privacy';
import type { Environment } from '../environment.ts';
import type { Console } from '../output/console.ts';
import { table } from '../output/table.ts';
import { eraseTexts } from '../texts/erase.texts.ts';
import { running, type CommonOptions } from './command-run.ts';
import { doneOr, registersAtTheMachine } from './registers-at-the-machine.ts';
import { refuseUnwritable } from './written-options.ts';

export type EraseOptions = CommonOptions & {
  readonly basis: string;
  readonly requestedBy: ErasureRequester;
  readonly as?: string;
};

const actorOf = ({ tenant }: Config, { as }: EraseOptions): Actor => ({
  id: `person:${as ?? `cli-${userInfo().username}`}`,
  role: 'security-admin',
  organ: `${tenant}-so`,
});

const show = ({ output, language, report }: Console, erased: ErasureReport): void => {
  if (output === 'json') {
    report(JSON.stringify(erased, null, 2));
    return;
  }
  const { person, fields, keysDestroyed, position } = erased;
  const rows = Object.entries({ person, fields, keysDestroyed, position });
  report(table(rows.map(([key, value]) => [eraseTexts[key as keyof typeof eraseTexts][language], value])));
};

/** An erasure must not be what makes a log. */
const refuseNothing = async (config: Config): Promise<void> => {
  const log = await openLogIfThere(config);
  if (log === null) throw new CodedError('log.not-there', placesOf(config).log);
  await log.close();
};

/** The event by which it is ordered: it says that one person stood for two. */
const order = async (
  store: EventStore,
  asked: Extract<ErasureCommand, { readonly type: 'OrderErasure' }>['data'],
  actor: Actor,
): Promise<string> => {
  checkPersonId(asked.person);
  const { erasure } = registersAtTheMachine(store);
  const command = { type: 'OrderErasure', data: asked } as const;
  const done = doneOr(await erasure({ ...command, commandId: randomUUID(), actor }));
  const [ordered] = done.outcome === 'accepted' ? done.events : [];
  if (ordered === undefined) throw new RangeError('an order is never without an event');
  return ordered.id;
};

/** Also beside a running server, which takes the new read models over by itself. */
export const runErase = (person: string, options: EraseOptions, env: Environment): Promise<ExitCode> =>
  running(options, env, async ({ console, config }) => {
    refuseUnwritable(options);
    await refuseNothing(config);
    const log = await openLog(config);
    const people = openPeopleDesk(config, log);
    try {
      const { basis: legalBasis, requestedBy } = options;
      const asked = { person, legalBasis, requestedBy };
      const by = { actor: actorOf(config, options), occurredAt: legalTimeOf(Date.now()) };
      const orderedBy = await order(log.store, asked, by.actor);
      show(console, await people.erase({ ...asked, ...by, orderedBy }));
      return EXIT.ok;
    } finally {
      people.close();
      await log.close();
    }
  });
