import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { openHttpOffice, type HttpOffice } from '../testing/http-office.fixture.ts';

let http: HttpOffice;

beforeAll(async () => {
  http = await openHttpOffice();
});
afterAll(() => http.close());

const source = { type: 'work-report', title: 'T', documentNo: 'N', paragraphs: 1 };
const opening = (caseNo: string) => ({ caseNo, supervisionForm: 'work-report', source, topic: 't' });

const open = (caseId: string, body: object, key: string) =>
  http.ask('so', `/v1/cases/${caseId}/commands/open-case`, {
    method: 'POST',
    headers: { 'idempotency-key': key },
    body,
  });

it('null and absent say the same, in the data of a command and beside it', async () => {
  const without = await open('C-1', { data: opening('督〔2026〕1号') }, 'k1');
  const nulls = { addressee: null, leadCommittee: null, linkedFrom: null, heldOutside: null };
  const data = { ...opening('督〔2026〕1号'), ...nulls, source: { ...source, date: null, digest: null } };
  const envelope = { occurredAt: null, onBehalfOf: null, basis: { documentNo: null } };
  const withNulls = await open('C-1', { data, ...envelope }, 'k1');
  expect([without.status, withNulls.status, withNulls.headers.get('idempotent-replayed')]).toEqual([
    201,
    201,
    'true',
  ]);
  const basisNull = await open('C-2', { data: opening('督〔2026〕2号'), basis: null }, 'k2');
  expect(basisNull.status).toBe(201);
});

it('a person without an organ may say so either way', async () => {
  const put = (more: object) =>
    http.ask('so', '/v1/people', { method: 'POST', body: { name: '王', ...more } });
  const [absent, nulls] = await Promise.all([put({}), put({ id: null, organ: null, contactMasked: null })]);
  expect([absent.status, nulls.status]).toEqual([200, 200]);
  expect([absent.body['organ'], nulls.body['organ']]).toEqual([null, null]);
});
