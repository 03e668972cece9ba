/** Appends until the log refuses and says so; once a line comes in and the log says that it is well, it appends again. */
import { once } from 'node:events';
import { writeSync } from 'node:fs';
import type { NewEvent } from '@duban/event-store';
import { openSqliteStore } from '@duban/event-store-sqlite';

const [file = '', most = '100000'] = process.argv.slice(2);
const store = await openSqliteStore({ file });
const say = (line: object): void => {
  writeSync(1, `${JSON.stringify(line)}\n`);
};

const eventOf = (commandId: string): NewEvent => ({
  id: globalThis.crypto.randomUUID(),
  type: 'ItemAssigned',
  schemaVersion: 1,
  data: { index: 0, count: 1, text: '整改'.repeat(500) },
  metadata: {
    commandId,
    commandDigest: 'c'.repeat(64),
    correlationId: commandId,
    causationId: commandId,
    actor: { id: 'person:1', role: 'supervision-office', organ: 'so' },
    onBehalfOf: null,
    basis: {},
    occurredAt: '2026-03-05T09:00:00+08:00',
    ruleSet: null,
    calendar: null,
  },
});

const append = async (number: number): Promise<boolean> => {
  try {
    await store.append('case-1', [eventOf(`c${number}`)], 'any');
    say({ acknowledged: `c${number}` });
    return true;
  } catch (error) {
    say({
      refused: error instanceof Error && 'code' in error ? error.code : String(error),
      health: store.health(),
    });
    return false;
  }
};

let number = 0;
while (number < Number(most) && (await append(number))) number += 1;
if (number < Number(most)) {
  await once(process.stdin, 'data');
  process.stdin.pause();
  while (store.health().status !== 'ok') {
    await new Promise((resolve) => {
      setTimeout(resolve, 20);
    });
  }
  say({ health: store.health() });
  await append(number);
}
await store.close();
