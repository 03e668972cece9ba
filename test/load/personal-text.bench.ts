/**
 * What encryption costs: the SQLite log with and without, in one run: `npm run bench -- personal-text [events to read]`.
 * Medians of five, alternating, since machines are noisy; what counts is the ratio.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { comparePositions, LOG_START, type Position } from '@duban/kernel';
import type { EventReader, EventStore, NewEvent } from '@duban/event-store';
import { openSqliteStore } from '@duban/event-store-sqlite';
import { openVault, withPersonalText, type Vault } from '@duban/privacy';
import { median, perSecond, ROUNDS } from './compare.ts';

const WRITERS = 64;
const APPENDS = 6_400;
const SINGLE = 400;
const STREAMS = 200;
const READ = Number(process.argv[2] ?? 40_000);
const PAGE = 1_000;

const uuid = (): string => globalThis.crypto.randomUUID();

const text = '整改'.repeat(50);
const place = { itemId: 'i-1', assignmentId: 'a-1', requestedOn: '2026-03-05' };
const personal = { ...place, reasonCode: 'other', text, proposedOrgan: 'edu' };
const impersonal = { itemId: 'i-1', dueDate: '2026-03-05', daysLeft: 3, rung: text };

/** About 900 bytes, 300 of them a free text; every second event has none, as in the cases of the demo. */
const sampleEvent = (index: number): NewEvent => {
  const commandId = uuid();
  const metadata = {
    commandId,
    commandDigest: 'd'.repeat(64),
    correlationId: commandId,
    causationId: commandId,
    actor: { id: 'person:17', role: 'supervision-office', organ: 'org:so' },
    onBehalfOf: null,
    basis: { documentNo: '〔2026〕3号' },
    occurredAt: '2026-03-05T09:00:00+08:00',
    ruleSet: 'default@1',
    calendar: 'CN@2026-1',
  };
  const body =
    index % 2 === 0
      ? { type: 'ReturnRequested', data: personal }
      : { type: 'DeadlineApproaching', data: impersonal };
  return { id: uuid(), schemaVersion: 1, metadata, ...body };
};

const appendAll = async (store: EventStore, from: number, count: number): Promise<void> => {
  for (let index = from; index < from + count; index += 1) {
    await store.append(`case-${index % STREAMS}`, [sampleEvent(index)], 'any');
  }
};

const readAll = async (reader: EventReader): Promise<void> => {
  const head = await reader.head();
  let after: Position = LOG_START;
  while (comparePositions(after, head) < 0) after = (await reader.readLog({ after, limit: PAGE })).next;
};

type Round = { readonly single: number; readonly many: number; readonly read: number };

const round = async (dir: string, vault: Vault | null): Promise<Round> => {
  const raw = await openSqliteStore({ file: join(dir, `${uuid()}.sqlite`) });
  const store = vault === null ? raw : withPersonalText(raw, vault);
  // The first touch of a case makes its key; that is measured by itself.
  await appendAll(store, 0, STREAMS);
  const single = await perSecond(SINGLE, () => appendAll(store, 0, SINGLE));
  const share = APPENDS / WRITERS;
  const many = await perSecond(APPENDS, () =>
    Promise.all(Array.from({ length: WRITERS }, (_, writer) => appendAll(store, writer * share, share))),
  );
  const missing = Math.max(0, READ - APPENDS - SINGLE - STREAMS) / WRITERS;
  await Promise.all(Array.from({ length: WRITERS }, (_, writer) => appendAll(store, writer, missing)));
  const read = await perSecond(READ, () => readAll(store));
  await store.close();
  return { single, many, read };
};

const dir = mkdtempSync(join(tmpdir(), 'duban-personal-bench-'));
const vault = openVault({ file: join(dir, 'vault.sqlite'), keyFile: join(dir, 'key'), createKey: true });
const plain: Round[] = [];
const encrypted: Round[] = [];
for (let done = 0; done < ROUNDS; done += 1) {
  plain.push(await round(dir, null));
  encrypted.push(await round(dir, vault));
}
for (const measure of ['single', 'many', 'read'] as const) {
  const [before, after] = [plain, encrypted].map((rounds) => median(rounds.map((one) => one[measure])));
  const ratio = ((after ?? 0) / (before ?? 1)).toFixed(2);
  console.log(`${measure}: ${Math.round(before ?? 0)} → ${Math.round(after ?? 0)} events/s, × ${ratio}`);
}
const made = await perSecond(300, () =>
  Promise.resolve(Array.from({ length: 300 }, (_, index) => vault.ringFor([`person:new-${index}`]))),
);
console.log(`new keys: ${Math.round(made)} subjects/s, one at a time, each synced`);
const asked = await perSecond(20_000, () =>
  Promise.resolve(
    Array.from({ length: 20_000 }, () => {
      vault.refresh();
    }),
  ),
);
console.log(`refresh: ${(1_000_000 / asked).toFixed(1)} µs`);
vault.close();
rmSync(dir, { recursive: true, force: true });
