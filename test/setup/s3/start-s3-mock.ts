import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { s3MockFile } from './s3-mock-file.ts';

const PATIENCE_MS = 120_000;

export type S3Mock = { readonly endpoint: string; readonly stop: () => Promise<void> };

const started = async (child: ChildProcess): Promise<void> => {
  const said: string[] = [];
  if (child.stdout === null) throw new Error('the server has no output');
  for await (const line of createInterface({
    input: child.stdout,
    signal: AbortSignal.timeout(PATIENCE_MS),
  })) {
    said.push(line);
    if (line.includes('Started S3MockApplication')) return;
  }
  throw new Error(`S3Mock did not start:\n${said.slice(-20).join('\n')}`);
};

/** Ends the server when its input ends: with this process, however that may go. */
const GUARD = 'java "$@" & server=$!; cat >/dev/null; kill $server; wait $server';

/** It takes a port by number only. */
const freePort = async (): Promise<string> => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return String(port);
};

const start = async (jar: string): Promise<S3Mock> => {
  const folder = await mkdtemp(join(tmpdir(), 'duban-s3mock-run-'));
  const options = ['-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1', '-Xmx256m', `-Djava.io.tmpdir=${folder}`];
  const port = await freePort();
  const settings = ['--server.port=0', `--com.adobe.testing.s3mock.httpPort=${port}`];
  const child = spawn('sh', ['-c', GUARD, 'sh', ...options, '-jar', jar, ...settings], {
    stdio: ['pipe', 'pipe', 'ignore'],
    env: { PATH: process.env['PATH'] },
  });
  const ended = once(child, 'exit');
  const stop = async (): Promise<void> => {
    child.stdin.end();
    await ended;
    await rm(folder, { recursive: true, force: true });
  };
  try {
    await started(child);
    child.stdout.resume();
    // A run that fails before it stops the server must still end, and the server ends with it.
    for (const handle of [child, child.stdin, child.stdout] as { unref?: () => void }[]) handle.unref?.();
    return { endpoint: `http://127.0.0.1:${port}`, stop };
  } catch (error) {
    await stop();
    throw error;
  }
};

/** A server that speaks S3, or the reason why there is none. */
export const startS3Mock = async (): Promise<S3Mock | { readonly missing: string }> => {
  const file = await s3MockFile();
  if ('missing' in file) return file;
  try {
    return await start(file.jar);
  } catch (error) {
    return { missing: String(error) };
  }
};
