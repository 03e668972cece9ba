import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { commandOf, startChild } from './child.ts';
import { faultsOf, readLogFile } from './log-check.ts';

const WRITERS = 16;
const COMMANDS = 30;

/** All answers of one process with 16 writers. */
const writeAll = async (file: string, offset: number): Promise<string[]> => {
  const nexts = JSON.stringify(Array.from({ length: WRITERS }, () => 0));
  const child = startChild(
    ...commandOf('./log-writers.child.ts', [file, String(offset), nexts, String(COMMANDS)]),
  );
  const lines: string[] = [];
  for await (const line of child.lines) lines.push(line);
  expect(await child.ended).toEqual({ code: 0, errors: '' });
  return lines;
};

it('two processes create and fill one file at once, in one order without holes', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'duban-two-'));
  try {
    const file = join(folder, 'log.db');
    const answers = (await Promise.all([writeAll(file, 0), writeAll(file, WRITERS)])).flat();
    expect(answers.filter((line) => line.endsWith(' appended'))).toHaveLength(2 * WRITERS * COMMANDS);
    const acknowledged = new Set(answers.map((line) => line.replace(/^(\d+) (\d+) .*$/, 'w$1-c$2')));
    expect(faultsOf(await readLogFile(file), acknowledged)).toEqual([]);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}, 60_000);
