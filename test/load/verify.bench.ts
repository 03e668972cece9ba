/** The checker of a whole log against hashing alone, over the same file: `npm run bench -- verify [events]`. */
import { createReadStream } from 'node:fs';
import { hash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { nodePrimitives, verifyBundle } from '@duban/audit-verify';
import { storedEvents } from '../audit/fake-log.ts';
import { bundleOf, sealedLog } from '../audit/sealed-log.ts';
import { compare, perSecond, report } from './compare.ts';

const EVENTS = Number(process.argv[2] ?? 100_000);
const PER_CHECKPOINT = 1_000;
const BEGAN = Date.UTC(2026, 0, 1);

const folder = await mkdtemp(join(tmpdir(), 'duban-bench-'));
const file = join(folder, 'log.jsonl');
const log = sealedLog();
for (let from = 0; from < EVENTS; from += PER_CHECKPOINT) {
  const events = storedEvents(from, from + PER_CHECKPOINT);
  log.events.push(
    ...events.map((event, at) => {
      const recordedAt = new Date(BEGAN + from + at).toISOString();
      return { ...event, metadata: { ...event.metadata, recordedAt } };
    }),
  );
  await log.sealer.seal();
}
await writeFile(file, (await bundleOf(log)).map((line) => `${line}\n`).join(''));

const verified = (): Promise<number> =>
  perSecond(EVENTS, async () => {
    const verdict = await verifyBundle(
      createReadStream(file, 'utf8'),
      { keys: [log.verifierKey] },
      nodePrimitives,
    );
    if (verdict.result !== 'good') throw new Error(JSON.stringify(verdict));
  });

type Line = { readonly event?: { readonly id: string }; readonly leaf?: object };

/** Each line read and parsed, each event and each leaf hashed, and an inner node for each leaf: what no checker can do without. */
const hashed = (): Promise<number> =>
  perSecond(EVENTS, async () => {
    for await (const line of createInterface({ input: createReadStream(file, 'utf8') })) {
      const { event, leaf } = JSON.parse(line) as Line;
      if (event === undefined) continue;
      hash('sha256', JSON.stringify(event), 'hex');
      const node = hash('sha256', JSON.stringify(leaf), 'hex');
      hash('sha256', node + node, 'hex');
    }
  });

try {
  report([await compare(`verify of ${String(EVENTS)} records`, 0.5, verified, hashed)]);
} finally {
  log.store.close();
  await rm(folder, { recursive: true, force: true });
}
