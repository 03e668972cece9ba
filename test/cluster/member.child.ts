/**
 * A member of a cluster as it is built and installed, but for its clock, which the test tells it. Its one argument is
 * `api` or `worker`; settings come from the environment, as everywhere.
 */
import type { AddressInfo } from 'node:net';
import type * as Config from '@duban/config';
import type * as OpenOffice from '../../apps/api/src/composition/open-office.ts';
import type * as CreateApp from '../../apps/api/src/start/create-app.ts';
import type * as StopServing from '../../apps/api/src/start/stop-serving.ts';
import type * as OpenWorker from '../../apps/worker/src/open-worker.ts';
import type { FromMember, ToMember } from './member-protocol.ts';

const built = async <Module>(path: string): Promise<Module> =>
  (await import(new URL(`../../${path}`, import.meta.url).href)) as Module;

let now = Number(process.env['MEMBER_NOW']);
delete process.env['MEMBER_NOW'];
process.on('message', (message: ToMember) => {
  now = message.now;
});
const clock = { now: () => now };

const tell = (message: FromMember): void => {
  process.send?.(message);
};

const endWith = (close: () => Promise<void>): void => {
  process.once('SIGTERM', () => {
    void close().then(() => {
      process.disconnect?.();
    });
  });
};

const { readConfig } = await built<typeof Config>('libs/config/dist/index.js');
const config = readConfig(process.env);

if (process.argv[2] === 'worker') {
  const { openWorker } = await built<typeof OpenWorker>('apps/worker/dist/open-worker.js');
  const worker = await openWorker(config, { clock });
  void worker.jobs.start();
  endWith(worker.close);
  tell({ port: 0 });
} else {
  const { openOffice } = await built<typeof OpenOffice>('apps/api/dist/composition/open-office.js');
  const { createApp } = await built<typeof CreateApp>('apps/api/dist/start/create-app.js');
  const { stopServing } = await built<typeof StopServing>('apps/api/dist/start/stop-serving.js');
  const office = await openOffice(config, { clock });
  const app = await createApp(office);
  await app.listen(config.port, config.host);
  endWith(() => stopServing(app, office));
  tell({ port: (app.getHttpServer().address() as AddressInfo).port });
}
