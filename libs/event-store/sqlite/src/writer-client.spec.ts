import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { encodeAppend } from '@duban/event-store';
import { createScratch, errorOf, someEvents } from './scratch.fixture.ts';
import { WriterClient } from './writer-client.ts';

const scratch = createScratch();
jest.setTimeout(30_000);
beforeAll(scratch.create);
afterAll(scratch.remove);

const request = () => ({ ...encodeAppend('case-1', someEvents(1)), expected: 'any', now: null }) as const;

it('answers with a fault when its thread dies, and writes on in a new one', async () => {
  const client = new WriterClient({ file: scratch.file(), busyTimeoutMs: 1_000 });
  const worker = await client.start();
  const lost = errorOf(client.append(request()));
  await worker.terminate();
  expect(await lost).toMatchObject({ code: 'log.unavailable' });
  expect(await client.append(request())).toMatchObject({ outcome: 'appended' });
  expect(client.fault).toBeNull();
  await client.close();
});
