import { once } from 'node:events';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { FastifyInstance } from 'fastify';
import { createLogger } from '../observe/logger.ts';
import { createMetrics } from '../observe/metrics.ts';
import { createHttpServer } from './http-server.ts';

const TIMES = { jsonMs: 120, windowMs: 120, bytesInWindow: 1_000 };

const NOTHING = { readLag: () => 0, sseClients: () => 0, seals: { size: () => 0, lagSeconds: () => 0 } };

let instance: FastifyInstance;

beforeEach(async () => {
  const adapter = await createHttpServer({
    ...{ logger: createLogger('silent'), metrics: createMetrics(NOTHING), tls: { mode: 'none' } },
    rewriteUrl: ({ url }) => url ?? '/',
    bodyTimes: TIMES,
  });
  instance = adapter.getInstance();
  instance.post('/json', (_request, reply) => reply.send({ taken: true }));
  instance.post('/file', { config: { takesBytes: true } }, async (request) => {
    let bytes = 0;
    for await (const chunk of request.body as AsyncIterable<Buffer>) bytes += chunk.length;
    return { bytes };
  });
  await instance.listen({ port: 0, host: '127.0.0.1' });
});

afterEach(async () => {
  instance.server.closeAllConnections();
  await instance.close();
});

const open = async (path: string, type: string, length: number): Promise<Socket> => {
  const { port } = instance.server.address() as AddressInfo;
  const socket = connect(port, '127.0.0.1').setEncoding('utf8');
  socket.on('error', () => socket.destroy());
  await once(socket, 'connect');
  socket.write(
    `POST ${path} HTTP/1.1\r\nhost: x\r\ncontent-type: ${type}\r\ncontent-length: ${String(length)}\r\n\r\n`,
  );
  return socket;
};

/** What came back until the connection was over: reset, where the sender went on after the answer and nobody took it. */
const heard = async (socket: Socket): Promise<string> => {
  let text = '';
  socket.on('data', (chunk) => (text += String(chunk)));
  await new Promise((resolve) => socket.once('close', resolve));
  return text;
};

/** The next piece of what comes back. */
const nextOf = async (socket: Socket): Promise<string> =>
  String(((await once(socket, 'data')) as unknown[])[0]);

/** Sends so many bytes every few milliseconds until the connection ends or so many were sent. */
const drip = async (socket: Socket, bytes: number, total: number): Promise<void> => {
  for (let sent = 0; sent < total && !socket.destroyed; sent += bytes) {
    socket.write('x'.repeat(bytes));
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
};

describe('a body that does not come', () => {
  it.each([
    ['/json', 'application/json'],
    ['/file', 'application/octet-stream'],
  ])('to %s ends with 408 and the connection', async (path, type) => {
    const socket = await open(path, type, 50_000);
    socket.write('"');
    const answer = await heard(socket);
    expect(answer).toMatch(/^HTTP\/1\.1 408 /);
    expect(answer).toContain('request.too-slow');
  });

  it('letter by letter ends with 408 however long the sender goes on', async () => {
    const socket = await open('/json', 'application/json', 50_000);
    const [answer] = await Promise.all([heard(socket), drip(socket, 1, 1_000)]);
    expect(answer).toMatch(/^HTTP\/1\.1 408 /);
  });
});

describe('a body that comes slowly', () => {
  it('is taken to its end where it is a file and goes on', async () => {
    const total = 40_000;
    const socket = await open('/file', 'application/octet-stream', total);
    const [answer] = await Promise.all([nextOf(socket), drip(socket, 1_000, total)]);
    expect(answer).toContain(`{"bytes":${String(total)}}`);
    socket.destroy();
  });

  it('does not count against a request that follows on the same connection', async () => {
    const socket = await open('/json', 'application/json', 2);
    const answered = nextOf(socket);
    socket.write('{}');
    const first = await answered;
    await new Promise((resolve) => setTimeout(resolve, TIMES.jsonMs * 2));
    const again = nextOf(socket);
    socket.write(
      'POST /json HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 2\r\n\r\n{}',
    );
    const second = await again;
    expect([first, second]).toEqual([expect.stringContaining('200 OK'), expect.stringContaining('200 OK')]);
    socket.destroy();
  });
});
