/**
 * Writers in a process of their own, to be killed. Each says in one line on standard output what was acknowledged.
 * Arguments: the file, the first writer's number, the next command number of each writer, and how many commands each
 * writes at most.
 */
import { createHash } from 'node:crypto';
import type { NewEvent } from '@duban/event-store';
import { openSqliteStore } from '@duban/event-store-sqlite';

const [file = '', offset = '0', nexts = '[]', most = '1'] = process.argv.slice(2);
const STREAMS = 8;

const uuidOf = (text: string): string =>
  createHash('sha256')
    .update(text)
    .digest('hex')
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, '$1-$2-$3-$4-$5');

const eventsOf = (commandId: string, count: number): NewEvent[] =>
  Array.from({ length: count }, (_, index) => ({
    id: uuidOf(`${commandId}/${index}`),
    type: index === 0 ? 'ItemAssigned' : 'ItemDeadlineSet',
    schemaVersion: 1,
    data: { index, count, text: '整改'.repeat(40) },
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
  }));

const store = await openSqliteStore({ file });

const write = async (writer: number, from: number): Promise<void> => {
  for (let number = from; number < from + Number(most); number += 1) {
    const commandId = `w${writer}-c${number}`;
    const result = await store.append(
      `case-${writer % STREAMS}`,
      eventsOf(commandId, 1 + (number % 3)),
      'any',
    );
    // Waits until it has been said: what the parent reads was acknowledged, and it may be slow to read.
    await new Promise((resolve) => process.stdout.write(`${writer} ${number} ${result.outcome}\n`, resolve));
  }
};

await Promise.all((JSON.parse(nexts) as number[]).map((from, index) => write(Number(offset) + index, from)));
await store.close();
