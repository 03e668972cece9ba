import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { openSqliteStore } from '@duban/event-store-sqlite';
import { until } from '@duban/testing';
import { openHttpOffice, type HttpOffice } from '../../apps/api/src/testing/http-office.fixture.ts';
import { walk } from '../../apps/api/src/testing/walk.fixture.ts';

const CASE = 'DB-2025-004';

/** Nobody listens there: that heads are written down does not wait for Kafka. */
const WITH_KAFKA = { KAFKA_BROKERS: '127.0.0.1:9' };

/** One case is opened, and a head over it signed. */
const openCase = async (http: HttpOffice): Promise<void> => {
  const path = `/v1/cases/${CASE}/commands/open-case`;
  const { body } = await http.ask('so', path, { method: 'POST', body: { data: walk[0]?.data } });
  const [event] = body['events'] as { id: string }[];
  const proof = await http.ask('auditor', `/v1/audit/proof/event/${event?.id ?? ''}`);
  expect(proof.status).toBe(200);
};

/** What the log holds when the server has ended. */
const recordedIn = async (http: HttpOffice) => {
  await http.stop();
  const file = join(http.office.config.dataDir, 'log.sqlite');
  const store = await openSqliteStore({ file, readOnly: true });
  const { events } = await store.readStream('checkpoint-events');
  await store.close();
  await http.close();
  return events;
};

it('a server with Kafka writes down the heads that it signs', async () => {
  const http = await openHttpOffice({}, WITH_KAFKA);
  await openCase(http);
  const { store } = http.office;
  await until(async () => (await store.readStream('checkpoint-events')).events.length > 0);
  const [key] = (await http.ask('auditor', '/v1/audit/key')).body['text']?.toString().split('\n') ?? [];
  const events = await recordedIn(http);
  expect(events).toHaveLength(1);
  expect(events[0]?.data).toMatchObject({ origin: 'duban/cq/sha256', verifierKeys: [key] });
});

it('a server without Kafka does not', async () => {
  const http = await openHttpOffice();
  await openCase(http);
  expect(await recordedIn(http)).toEqual([]);
});
