import { createServer } from 'node:net';

const HEAP = ['-Xms64m', '-Xmx320m', '-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1'];

export type Ports = { readonly broker: number; readonly controller: number };

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject).listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => {
        resolve(typeof address === 'object' && address !== null ? address.port : 0);
      });
    });
  });

export const freePorts = async (): Promise<Ports> => ({
  broker: await freePort(),
  controller: await freePort(),
});

/**
 * One KRaft node, broker and controller at once, quick to start again: a short session, so that a node that was killed
 * is let in again at once, and few threads. Topics are created explicitly, as in production.
 */
export const serverProperties = ({ broker, controller }: Ports, folder: string): string =>
  Object.entries({
    'process.roles': 'broker,controller',
    'node.id': 1,
    listeners: `BROKER://127.0.0.1:${broker},CONTROLLER://127.0.0.1:${controller}`,
    'advertised.listeners': `BROKER://127.0.0.1:${broker}`,
    'listener.security.protocol.map': 'BROKER:PLAINTEXT,CONTROLLER:PLAINTEXT',
    'inter.broker.listener.name': 'BROKER',
    'controller.listener.names': 'CONTROLLER',
    'controller.quorum.voters': `1@127.0.0.1:${controller}`,
    'log.dirs': folder,
    'auto.create.topics.enable': false,
    'offsets.topic.num.partitions': 1,
    'offsets.topic.replication.factor': 1,
    'transaction.state.log.num.partitions': 1,
    'transaction.state.log.replication.factor': 1,
    'transaction.state.log.min.isr': 1,
    'group.initial.rebalance.delay.ms': 0,
    'group.min.session.timeout.ms': 1000,
    'broker.session.timeout.ms': 1500,
    'broker.heartbeat.interval.ms': 300,
    'num.network.threads': 2,
    'num.io.threads': 2,
  })
    .map(([key, value]) => `${key}=${value}\n`)
    .join('');

/** `archive` makes or uses a file of loaded classes: half the time to start. */
export const javaArguments = (classPath: string, archive: string): readonly string[] => [
  ...HEAP,
  archive,
  '-Xshare:auto',
  '-Xlog:disable',
  '-cp',
  classPath,
];
