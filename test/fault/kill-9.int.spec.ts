import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { commandOf, startChild } from './child.ts';
import { faultsOf, readLogFile } from './log-check.ts';

const ROUNDS = Number(process.env['DUBAN_KILL_ROUNDS'] ?? 10);
const CHECK_EVERY = 20;
const WRITERS = 32;
const MOST_ACKNOWLEDGED = 600;
const ROUND_TIMEOUT_MS = 15_000;

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'duban-kill-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

type Tally = { nexts: number[]; acknowledged: Set<string>; repeated: number };

/** Lets 32 writers write until `killAfter` acknowledgements have been seen, then kills them where they are. */
const killOnce = async (file: string, killAfter: number, tally: Tally): Promise<void> => {
  const args = [file, '0', JSON.stringify(tally.nexts), '1000000'];
  const child = startChild(...commandOf('./log-writers.child.ts', args));
  let seen = 0;
  for await (const line of child.lines) {
    const [writer = '', number = '', outcome] = line.split(' ');
    tally.acknowledged.add(`w${writer}-c${number}`);
    tally.nexts[Number(writer)] = Number(number) + 1;
    if (outcome === 'repeated') tally.repeated += 1;
    seen += 1;
    if (seen === killAfter) child.process.kill('SIGKILL');
  }
  const { errors } = await child.ended;
  if (seen < killAfter) throw new Error(`the writers ended by themselves: ${errors}`);
};

it(
  `kill -9 at ${ROUNDS} random moments loses nothing acknowledged and doubles nothing`,
  async () => {
    const file = join(folder, 'log.db');
    const tally: Tally = {
      nexts: Array.from({ length: WRITERS }, () => 0),
      acknowledged: new Set(),
      repeated: 0,
    };
    for (let round = 0; round < ROUNDS; round += 1) {
      await killOnce(file, 1 + Math.floor(Math.random() * MOST_ACKNOWLEDGED), tally);
      // The log only grows, so a check now and then finds all that a check every time would.
      if (round % CHECK_EVERY === 0)
        expect(faultsOf(await readLogFile(file), tally.acknowledged)).toEqual([]);
    }
    const events = await readLogFile(file);
    expect(faultsOf(events, tally.acknowledged)).toEqual([]);
    const commands = new Set(events.map(({ metadata }) => metadata.commandId));
    // Written and killed before the answer: the same command sent again must not write again.
    const counts = `${commands.size} commands stored, ${tally.acknowledged.size} acknowledged, ${tally.repeated} sent again`;
    process.stdout.write(`kill -9: ${ROUNDS} rounds, ${counts}, ${events.length} events\n`);
    expect(tally.acknowledged.size).toBeGreaterThanOrEqual(ROUNDS);
  },
  ROUNDS * ROUND_TIMEOUT_MS,
);
