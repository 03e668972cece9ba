import type { AddressInfo } from 'node:net';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { CodedError } from '@duban/kernel';
import { readConfig, type Config } from '@duban/config';
import { demoPending, demoSeed } from '@duban/demo';
import type { Running } from '@duban/nest';
import { openOffice } from '../composition/open-office.ts';
import { createApp } from './create-app.ts';
import { stopServing } from './stop-serving.ts';
import { welcome } from './welcome.ts';

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

/**
 * Starts the server; what it answers takes it down.
 * @throws CodedError with what stands against the start, or the signal's reason; nothing stays open then
 */
export const startServer = async (signal: AbortSignal): Promise<Running> => {
  const config = readConfig(process.env);
  const office = await openOffice(config, { demoSeed: { ...demoSeed, isPending: demoPending } }, signal);
  try {
    const app = await createApp(office);
    signal.throwIfAborted();
    const port = await listen(app, config);
    void office.jobs.start();
    process.stdout.write(await welcome(office, port));
    return {
      stop: () => {
        office.logger.info('stopping');
        return stopServing(app, office);
      },
    };
  } catch (error) {
    await office.close();
    throw error;
  }
};
