import { spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { describeWith } from '../setup/describe-with.ts';
import { commandOf, startChild } from './child.ts';
import { faultsOf, readLogFile } from './log-check.ts';

const has = (program: string, ...args: string[]): boolean => spawnSync(program, args).status === 0;
const needs = (program: string, ...args: string[]) =>
  has(program, ...args) ? undefined : `${program} is not installed or not allowed here`;

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'duban-disk-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

type Line = { acknowledged?: string; refused?: string; health?: { status: string; remedy?: string } };

const BYTES_ALLOWED = 600_000;

describeWith(needs('prlimit', '--version'), 'a disk that takes no more', () => {
  it('turns the log red without a false acknowledgement, and green by itself once it takes writes again', async () => {
    const file = join(folder, 'limited.db');
    const [node, args] = commandOf('./limited-writer.child.ts', [file]);
    const child = startChild('prlimit', [`--fsize=${BYTES_ALLOWED}:unlimited`, node, ...args]);
    const lines: Line[] = [];
    for await (const text of child.lines) {
      const line = JSON.parse(text) as Line;
      lines.push(line);
      if (line.refused !== undefined) {
        has('prlimit', `--pid=${child.process.pid}`, '--fsize=unlimited:unlimited');
        child.process.stdin.write('go on\n');
      }
    }
    expect(await child.ended).toEqual({ code: 0, errors: '' });
    const refusals = lines.filter(({ refused }) => refused !== undefined);
    expect(refusals).toMatchObject([{ refused: 'log.unavailable', health: { status: 'unavailable' } }]);
    expect(refusals[0]?.health?.remedy).toContain('writing');
    expect(lines.slice(-2)).toMatchObject([
      { health: { status: 'ok' } },
      { acknowledged: expect.any(String) },
    ]);
    const acknowledged = lines.flatMap((line) => line.acknowledged ?? []);
    expect(faultsOf(await readLogFile(file), new Set(acknowledged))).toEqual([]);
  }, 30_000);
});

describeWith(needs('strace', '-f', 'true'), 'durability', () => {
  it('has the disk synced once for every append of a single writer', async () => {
    const appends = 25;
    const trace = join(folder, 'syncs.txt');
    const [node, args] = commandOf('./limited-writer.child.ts', [join(folder, 'synced.db'), String(appends)]);
    const child = startChild('strace', ['-f', '-e', 'trace=fdatasync,fsync', '-o', trace, node, ...args]);
    let acknowledged = 0;
    for await (const text of child.lines) if ((JSON.parse(text) as Line).acknowledged) acknowledged += 1;
    expect(await child.ended).toMatchObject({ code: 0 });
    expect(acknowledged).toBe(appends);
    const syncs = (await readFile(trace, 'utf8'))
      .split('\n')
      .filter((line) => /\b(fdatasync|fsync)\(/.test(line));
    expect(syncs.length).toBeGreaterThanOrEqual(appends);
  }, 60_000);
});
