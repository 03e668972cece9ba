import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, expect, it, jest } from '@jest/globals';
import { openS3Store, type S3Place } from '@duban/attachments';
import { describeWith } from '../setup/describe-with.ts';
import { startS3Mock } from '../setup/s3/start-s3-mock.ts';
import { describeAttachmentStore, pieces } from './store-contract.ts';

jest.setTimeout(60_000);

const mock = await startS3Mock();
const endpoint = 'endpoint' in mock ? mock.endpoint : '';
afterAll(async () => {
  if ('stop' in mock) await mock.stop();
});

const place = (more: Partial<S3Place> = {}): S3Place => ({
  ...{ endpoint, region: 'us-east-1', bucket: 'none', pathStyle: true },
  ...{ accessKeyId: 'duban', secretAccessKey: 'geheim' },
  ...more,
});

const buckets = ['a1', 'b2', 'c3', 'd4', 'e5', 'f6', 'g7', 'h8', 'i9', 'j10', 'k11', 'l12'].map(
  (name) => `duban-${name}`,
);
// S3Mock asks nobody who they are.
if (endpoint !== '') for (const name of buckets) await fetch(`${endpoint}/${name}`, { method: 'PUT' });

describeWith('missing' in mock ? mock.missing : undefined, 'a server that speaks S3', () => {
  let next = 0;
  describeAttachmentStore('S3', () => {
    const bucket = buckets[next] ?? '';
    next += 1;
    return { open: () => openS3Store(place({ bucket })) };
  });

  it('says that a bucket is not there, without naming the place or a key', async () => {
    const store = await openS3Store(place({ bucket: 'absent' }));
    const failed: unknown = await store.receive(pieces(Buffer.from('x'))).catch((error: unknown) => error);
    expect(failed).toMatchObject({ code: 'attachment.store-unavailable' });
    expect(String(failed)).not.toMatch(/geheim|127\.0\.0\.1|absent/);
    store.close();
  });
});

it('says that a server does not answer', async () => {
  const closed = createServer();
  await new Promise<void>((listening) => closed.listen(0, '127.0.0.1', listening));
  const { port } = closed.address() as AddressInfo;
  await new Promise((done) => closed.close(done));
  const store = await openS3Store(place({ endpoint: `http://127.0.0.1:${String(port)}` }));
  await expect(store.has('0'.repeat(64))).rejects.toMatchObject({ code: 'attachment.store-unavailable' });
  store.close();
});
