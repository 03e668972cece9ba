import { spawn, type ChildProcess } from 'node:child_process';
import { request } from 'node:http';
import { createServer, type AddressInfo } from 'node:net';

export const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => {
        resolve(port);
      });
    });
  });

export type Answer = { readonly status: number; readonly body: Record<string, unknown> };

/** Null while nobody listens. */
export const ask = (port: number, path: string, token?: string): Promise<Answer | null> =>
  new Promise((resolve) => {
    const headers = token === undefined ? {} : { authorization: `Bearer ${token}` };
    const asking = request({ host: '127.0.0.1', port, path, headers, timeout: 30_000 }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
      response.on('end', () => {
        resolve({ status: response.statusCode ?? 0, body: JSON.parse(text) as Record<string, unknown> });
      });
      response.on('error', () => {
        resolve(null);
      });
    });
    asking.on('error', () => {
      resolve(null);
    });
    asking.end();
  });

/** Of the demo's first persona with this role; null while nobody listens. */
export const tokenOf = async (port: number, role = 'supervision-office'): Promise<string | null> => {
  const answer = await ask(port, '/demo/personas');
  const personas = answer?.body['items'] as { role: string; token: string }[] | undefined;
  return personas?.find((persona) => persona.role === role)?.token ?? null;
};

export const pause = (ms: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, ms);
  });

const ended = (child: ChildProcess): Promise<number | null> =>
  new Promise((resolve) => {
    child.once('exit', resolve);
  });

export type BuiltServer = {
  readonly port: number;
  readonly exit: Promise<number | null>;
  /** Whatever it wrote to its outputs. */
  readonly said: () => string;
  /** SIGTERM; answers its exit code. */
  readonly stop: () => Promise<number | null>;
};

export type Starting = {
  /** The built `main.js`. */
  readonly main: string;
  readonly env: Readonly<Record<string, string>>;
  /** Of Node itself. */
  readonly flags?: readonly string[];
};

/** Starts the built server in a process of its own, on a port of its own. */
export const startServer = async ({ main, env, flags = [] }: Starting): Promise<BuiltServer> => {
  const port = await freePort();
  const child = spawn(process.execPath, [...flags, main], {
    env: { PATH: process.env['PATH'], DUBAN_LOG_LEVEL: 'error', ...env, PORT: String(port) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (chunk: string) => (said += chunk));
  const exit = ended(child);
  return {
    port,
    exit,
    said: () => said,
    stop: () => {
      child.kill('SIGTERM');
      return exit;
    },
  };
};
