/**
 * Those who ask while somebody else is served: a process of its own that asks for each address every 20 ms, whether the last
 * answer is there or not, and measures itself beside. Its parent says which phase begins, and is told of the one before.
 */
import { once } from 'node:events';
import { fdatasync, openSync, writeSync } from 'node:fs';
import { Agent, createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { Worker, isMainThread, parentPort, workerData } from 'node:worker_threads';
import { BARE, BARE_LINE, type Asked, type Seen } from './others.ts';

const EVERY_MS = 20;
const OWN_STEP_MS = 5;
const ON_DISK = '/line';

/** A server that does nothing else, in a thread of its own: what it is late, the machine is. One address makes a line durable. */
const serveNothing = (file: string): void => {
  const line = openSync(file, 'a');
  const server = createServer(({ url }, answer) => {
    if (url !== ON_DISK) {
      answer.end('{}');
      return;
    }
    writeSync(line, '{}\n');
    fdatasync(line, () => answer.end('{}'));
  });
  server.listen(0, '127.0.0.1', () => {
    parentPort?.postMessage((server.address() as AddressInfo).port);
  });
};

const nothing = async (file: string): Promise<number> => {
  const thread = new Worker(new URL(import.meta.url), { workerData: file });
  const [port] = (await once(thread, 'message')) as [number];
  thread.unref();
  return port;
};

const agent = new Agent({ keepAlive: true, maxSockets: Infinity });

type Sample = { readonly status: number; readonly ms: number };

/** Status 0: no answer came. */
const measure = (port: number, path: string, token: string): Promise<Sample> =>
  new Promise((resolve) => {
    const began = performance.now();
    const end = (status: number): void => {
      resolve({ status, ms: performance.now() - began });
    };
    const headers = { authorization: `Bearer ${token}` };
    request({ host: '127.0.0.1', port, path, headers, agent }, (answer) => {
      answer.resume().once('end', () => {
        end(answer.statusCode ?? 0);
      });
    })
      .on('error', () => {
        end(0);
      })
      .end();
  });

const poll = async ({ port, token, paths, file }: Asked): Promise<void> => {
  const barePort = await nothing(file);
  const own = monitorEventLoopDelay({ resolution: OWN_STEP_MS });
  own.enable();
  let samples = new Map<string, Sample[]>();
  const take = (name: string, asking: Promise<Sample>): void => {
    const mine = samples.get(name) ?? [];
    samples.set(name, mine);
    void asking.then((sample) => mine.push(sample));
  };
  setInterval(() => {
    for (const path of paths) take(path, measure(port, path, token));
    take(BARE, measure(barePort, '/', token));
    take(BARE_LINE, measure(barePort, ON_DISK, token));
  }, EVERY_MS);
  process.on('message', () => {
    const answers = Object.fromEntries(
      [...samples].map(([name, taken]) => [
        name,
        { ms: taken.map(({ ms }) => ms), statuses: [...new Set(taken.map(({ status }) => status))] },
      ]),
    );
    process.send?.({ answers, ownDelayMs: own.max / 1e6 - OWN_STEP_MS } satisfies Seen);
    samples = new Map();
    own.reset();
  });
  process.on('disconnect', () => process.exit(0));
  process.send?.('ready');
};

if (isMainThread) await poll(JSON.parse(process.argv[2] ?? '') as Asked);
else serveNothing(workerData as string);
