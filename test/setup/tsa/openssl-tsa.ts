import { execFile, spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Missing } from '../describe-with.ts';

const run = promisify(execFile);

export const opensslMissing = (): Missing =>
  spawnSync('openssl', ['version']).status === 0 ? undefined : 'there is no openssl on the path; install it';

const CONFIG = `[tsa]
default_tsa = tsa_here
[tsa_here]
serial = serial
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256
ess_cert_id_alg = sha256
[req]
distinguished_name = name
[name]
[authority]
basicConstraints = critical,CA:true
keyUsage = critical,keyCertSign
[stamps]
keyUsage = critical,digitalSignature
extendedKeyUsage = critical,timeStamping
`;

/** A time-stamp authority of RFC 3161 for tests: `openssl ts` behind a tiny HTTP server. */
export type OpensslTsa = {
  readonly url: string;
  /** Certificates as PEM: that of the root, and that of the authority, which the root issued. */
  readonly root: string;
  readonly signer: string;
  /** As if it were gone; it comes back with `false`. */
  readonly away: (isAway: boolean) => void;
  readonly asked: () => number;
  readonly close: () => Promise<void>;
};

const makeKeys = async (openssl: (...args: readonly string[]) => Promise<unknown>): Promise<void> => {
  const request = ['req', '-config', 'tsa.cnf', '-newkey', 'rsa:2048', '-nodes', '-batch'];
  const root = ['-x509', '-subj', '/CN=Test root', '-extensions', 'authority', '-days', '3650'];
  await openssl(...request, ...root, '-keyout', 'root.key', '-out', 'root.pem');
  await openssl(...request, '-subj', '/CN=Test TSA', '-keyout', 'tsa.key', '-out', 'tsa.csr');
  const issue = [
    'x509',
    '-req',
    '-in',
    'tsa.csr',
    '-CA',
    'root.pem',
    '-CAkey',
    'root.key',
    '-CAcreateserial',
  ];
  const stamps = ['-extfile', 'tsa.cnf', '-extensions', 'stamps', '-days', '3650', '-out', 'tsa.pem'];
  await openssl(...issue, ...stamps);
};

export const openOpensslTsa = async (): Promise<OpensslTsa> => {
  const folder = await mkdtemp(join(tmpdir(), 'duban-tsa-'));
  const openssl = (...args: readonly string[]): Promise<unknown> =>
    run('openssl', [...args], { cwd: folder });
  await writeFile(join(folder, 'tsa.cnf'), CONFIG);
  await writeFile(join(folder, 'serial'), '01\n');
  await makeKeys(openssl);
  let [isAway, asked] = [false, 0];
  const reply = async (query: Buffer): Promise<Buffer> => {
    asked += 1;
    const [question, answer] = [`${String(asked)}.tsq`, `${String(asked)}.tsr`];
    await writeFile(join(folder, question), query);
    const files = ['-queryfile', question, '-signer', 'tsa.pem', '-inkey', 'tsa.key', '-out', answer];
    await openssl('ts', '-reply', '-config', 'tsa.cnf', ...files);
    return readFile(join(folder, answer));
  };
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      if (isAway) {
        response.writeHead(503).end();
        return;
      }
      reply(Buffer.concat(parts)).then(
        (body) => response.writeHead(200, { 'content-type': 'application/timestamp-reply' }).end(body),
        () => response.writeHead(500).end(),
      );
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${String(port)}/`,
    root: await readFile(join(folder, 'root.pem'), 'utf8'),
    signer: await readFile(join(folder, 'tsa.pem'), 'utf8'),
    away: (value) => {
      isAway = value;
    },
    asked: () => asked,
    close: async () => {
      await new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      });
      await rm(folder, { recursive: true });
    },
  };
};
