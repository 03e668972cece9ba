import { spawn } from 'node:child_process';
import { globSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import { root, serviceOf, services, textOf } from './infra-files.ts';

const dockerfile = textOf('infra/docker/Dockerfile');
const instructions = dockerfile.replaceAll('\\\n', ' ').split('\n');
const all = (name: string): readonly string[] =>
  instructions.filter((line) => line.startsWith(`${name} `)).map((line) => line.slice(name.length + 1));
const ignored = textOf('.dockerignore')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'));
const manifest = JSON.parse(textOf('package.json')) as { version: string; dependencies: { node: string } };

const matches = (pattern: string, path: string): boolean => {
  const regex = pattern
    .replaceAll('.', '\\.')
    .replaceAll('**/', '(.+/)?')
    .replaceAll(/(?<!\()\*/g, '[^/]*');
  return new RegExp(`^${regex.replaceAll('([^/]*', '(.+')}(/|$)`).test(path);
};

/** Patterns as .dockerignore has them here: folders, `**\/name`, `folder/*.ext` and `!file`; the last that fits decides. */
const isIgnored = (path: string): boolean =>
  ignored.reduce(
    (is, pattern) => (matches(pattern.replace('!', ''), path) ? !pattern.startsWith('!') : is),
    false,
  );

describe('the image', () => {
  it('builds with the Node that package.json pins', () => {
    expect(all('FROM')[0]).toBe(`node:${manifest.dependencies.node}-bookworm-slim AS build`);
  });

  it('is what docker-compose.yml builds and names', () => {
    for (const [, { build, image }] of services.filter(([, service]) => service.build !== undefined)) {
      expect(build).toEqual({ context: '.', dockerfile: 'infra/docker/Dockerfile' });
      expect(image).toBe(`duban:${manifest.version}`);
    }
  });

  it('installs by the lock file, and ends without tools', () => {
    expect(all('RUN')[0]).toMatch(/npm ci && npm run build$/);
    expect(all('RUN')[1]).toContain('npm ci --omit=dev');
    expect(dockerfile).not.toMatch(/npm (i|install) /);
  });

  it('copies only what is there and not ignored', () => {
    const copied = all('COPY')
      .filter((line) => !line.startsWith('--from'))
      .flatMap((line) => line.split(' ').slice(0, -1));
    expect(copied).toEqual(['.', 'package.json', 'LICENSE', 'docs/asyncapi.yaml', 'infra/docker/health.mjs']);
    for (const path of copied.slice(1)) {
      expect([path, globSync(path, { cwd: root }).length, isIgnored(path)]).toEqual([path, 1, false]);
    }
  });

  it('is built from all that the build reads, and from no data, secret or history', () => {
    const read = [
      'package-lock.json',
      '.npmrc',
      'infra/build/build.mjs',
      'apps/api/src/main.ts',
      'apps/web/index.html',
    ];
    expect(read.filter((path) => isIgnored(path))).toEqual([]);
    const kept = [
      '.git/config',
      '.env',
      'docs/operations.md',
      'data/log.sqlite',
      'infra/telemetry/secrets/metrics-token',
      'infra/docker/secrets/vault.key',
      'node_modules/a/b',
    ];
    expect(kept.filter((path) => !isIgnored(path))).toEqual([]);
  });

  it('runs as a number that is not root, with data and vault in volumes of their own', () => {
    expect(all('USER')).toEqual(['10001:10001']);
    expect(instructions.indexOf('USER 10001:10001')).toBeGreaterThan(
      instructions.findLastIndex((line) => line.startsWith('RUN ')),
    );
    expect(all('VOLUME')).toEqual(['["/data", "/vault", "/attachments"]']);
    expect(all('ENV')).toEqual(['NODE_ENV=production DUBAN_DATA=/data']);
  });

  it('starts the entry points that the build makes', () => {
    const commands = [
      ...all('CMD').map((line) => JSON.parse(line) as string[]),
      serviceOf('worker').command ?? [],
    ];
    const sources = commands.flat().map((path) => path.replace('/dist/', '/src/').replace(/\.js$/, '.ts'));
    expect(sources).toEqual(['apps/api/src/main.ts', 'apps/worker/src/main.ts']);
    for (const path of sources) expect(globSync(path, { cwd: root })).toHaveLength(1);
  });
});

describe('the health check of the image', () => {
  let server: Server | null = null;
  afterEach(() => {
    server?.close();
    server = null;
  });

  const answering = (status: number): Promise<number> =>
    new Promise((resolve) => {
      const opened = createServer((request, response) => {
        response.statusCode = request.url === '/health/ready' ? status : 404;
        response.end();
      });
      server = opened.listen(0, '127.0.0.1', () => {
        resolve((opened.address() as AddressInfo).port);
      });
    });
  const check = (port: number): Promise<number | null> =>
    new Promise((resolve) => {
      const child = spawn(process.execPath, [join(root, 'infra/docker/health.mjs')], {
        env: { PORT: String(port), DUBAN_TLS: 'terminated-upstream' },
      });
      child.once('exit', resolve);
    });

  it('is well when the API is ready', async () => {
    expect(await check(await answering(200))).toBe(0);
  });

  it('is not when the API says so, or when nobody answers', async () => {
    const port = await answering(503);
    expect(await check(port)).toBe(1);
    server?.close();
    expect(await check(port)).toBe(1);
  });
});
