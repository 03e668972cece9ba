import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import { ERASED } from '@duban/contracts';
import {
  openHttpOffice,
  type Answer,
  type HttpOffice,
} from '../../apps/api/src/testing/http-office.fixture.ts';
import { walk } from '../../apps/api/src/testing/walk.fixture.ts';
import { filesWith } from './bytes-in-files.ts';

const CASE = 'DB-2025-004';
const PERSON = 'person:dp-17';
const WORDS = '麤灪爩鱻的住址与病历';
const NAME = '麤灪爩鱻.txt';
const OTHERS = '厵馫飝的报告';

let http: HttpOffice;

const upload = (text: string, name: string, query = ''): Promise<Answer> =>
  http.ask('so', `/v1/cases/${CASE}/attachments${query}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/octet-stream',
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
    },
    body: text,
  });

const hex = (name: 'sha256' | 'sm3', text: string): string => createHash(name).update(text).digest('hex');
const digests = (text: string): readonly string[] => [hex('sha256', text), hex('sm3', text)];
const holding = (...sought: readonly (string | Uint8Array)[]): readonly string[] =>
  filesWith(http.office.config.dataDir, ...sought);
const reached = async (): Promise<void> => {
  expect(await http.office.read.waitFor(await http.office.store.head(), 30_000)).toBe(true);
};
const download = (attachmentId: unknown): Promise<Answer> =>
  http.ask('so', `/v1/cases/${CASE}/attachments/${String(attachmentId)}`);

beforeEach(async () => {
  http = await openHttpOffice({ clock: { now: () => Date.parse('2025-03-03T10:00:00+08:00') } });
  const ask = { method: 'POST', body: { data: walk[0]?.data } };
  await http.ask('so', `/v1/cases/${CASE}/commands/open-case`, ask);
});
afterEach(() => http.close());

it('a file about somebody leaves neither words, name nor digest anywhere once they are erased', async () => {
  const { attachmentId } = (await upload(WORDS, NAME, `?about=${PERSON}`)).body;
  const others = (await upload(OTHERS, '报告.txt')).body;
  await reached();
  expect((await download(attachmentId)).body['text']).toBe(WORDS);
  // Encrypted from the first byte on: only the read models, which are thrown away, hold name and digest in clear.
  expect(holding(WORDS)).toEqual([]);
  for (const sought of [NAME, ...digests(WORDS)])
    expect(holding(sought).every((file) => file.startsWith('read-models/'))).toBe(true);
  expect(holding(NAME)).not.toEqual([]);

  const body = { legalBasis: '个人信息保护法第四十七条', requestedBy: 'person' };
  const erased = await http.ask('secadmin', `/v1/people/${PERSON}/erasure`, { method: 'POST', body });

  expect([erased.status, erased.body['fields']]).toEqual([200, 3]);
  await reached();
  const gone = await download(attachmentId);
  expect([gone.status, gone.body['code']]).toEqual([410, 'attachment.erased']);
  expect((await download(others['attachmentId'])).body['text']).toBe(OTHERS);
  const list = await http.ask('so', `/v1/cases/${CASE}/attachments`);
  expect(list.body['items']).toMatchObject([
    { attachmentId, erased: true, name: ERASED, sha256: ERASED, sm3: ERASED },
    { erased: false, sha256: others['sha256'] },
  ]);
  await http.stop();
  const half = WORDS.length / 2;
  expect(holding(WORDS, WORDS.slice(0, half), WORDS.slice(half), NAME, NAME.slice(0, 4))).toEqual([]);
  const raw = digests(WORDS).map((digest) => Buffer.from(digest, 'hex'));
  expect(holding(...digests(WORDS), ...raw)).toEqual([]);
});

it('the digest of a file about nobody stands in the log as it is, to be checked offline', async () => {
  await upload(OTHERS, '报告.txt');
  const log = readFileSync(join(http.office.config.dataDir, 'log.sqlite-wal')).toString('latin1');
  expect(log).toContain(`sha256:${hex('sha256', OTHERS)}`);
  expect(holding(OTHERS)).toEqual([]);
});
