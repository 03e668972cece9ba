import type { AddressInfo } from 'node:net';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { CodedError } from '@duban/kernel';
import type { Config } from '@duban/config';
import { demoPending, demoSeed } from '@duban/demo';
import type { Office } from '../office/office.ts';
import { openOffice } from '../office/open-office.ts';
import { createApp } from './create-app.ts';
import { stopServing } from './stop-serving.ts';
import { welcome } from './welcome.ts';

const LONGEST_STOP_MS = 15_000;

const LISTEN_FAULTS: Readonly<Record<string, string>> = {
  EADDRINUSE: 'another program listens there already: stop it, or choose another port with PORT=3001',
  EACCES: 'this user may not listen there: choose a port above 1023 with PORT=3001',
  EADDRNOTAVAIL: 'this machine has no such address: mend DUBAN_HOST',
};

const listen = async (app: NestFastifyApplication, { host, port }: Config): Promise<number> => {
  try {
    // Not `app.listen`: that would log the fault once more, as a bug.
    await app.getHttpAdapter().getInstance().listen({ port, host });
  } catch (cause) {
    const remedy = LISTEN_FAULTS[(cause as NodeJS.ErrnoException).code ?? ''];
    if (remedy === undefined) throw cause;
    throw new CodedError('server.cannot-listen', `${host}:${String(port)}: ${remedy}`, { cause });
  }
  return (app.getHttpServer().address() as AddressInfo).port;
};

/** Stops intake first, then everything behind it; the second signal, or the time, ends it at once. */
const stopOnSignals = (app: NestFastifyApplication, office: Office): void => {
  let stopping = false;
  const stop = (signal: NodeJS.Signals): void => {
    if (stopping) process.exit(1);
    stopping = true;
    office.logger.info({ signal }, 'stopping');
    setTimeout(() => process.exit(1), LONGEST_STOP_MS).unref();
    stopServing(app, office).catch((error: unknown) => {
      office.logger.error({ err: error }, 'stopping failed');
      process.exitCode = 1;
    });
  };
  process.on('SIGTERM', stop).on('SIGINT', stop);
};

/** @throws CodedError with what stands against the start; nothing stays open then */
export const runServer = async (config: Config): Promise<void> => {
  const office = await openOffice(config, { demoSeed: { ...demoSeed, isPending: demoPending } });
  try {
    const app = await createApp(office);
    const port = await listen(app, config);
    stopOnSignals(app, office);
    process.stdout.write(await welcome(office, port));
  } catch (error) {
    await office.close();
    throw error;
  }
};
