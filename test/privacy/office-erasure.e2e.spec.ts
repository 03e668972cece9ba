import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { auditOptionsOf, openAuditLog } from '@duban/audit-log';
import { nodePrimitives, verifyBundle, type Verdict } from '@duban/audit-verify';
import { ERASED } from '@duban/contracts';
import { openStoredLog } from '@duban/installation';
import {
  openHttpOffice,
  type Answer,
  type HttpOffice,
} from '../../apps/api/src/testing/http-office.fixture.ts';
import { walk } from '../../apps/api/src/testing/walk.fixture.ts';
import { filesWith } from './bytes-in-files.ts';

const CASE = 'DB-2025-004';
const PERSON = 'person:dp-17';
/** Characters that nothing else in the product uses, so that even two of them in a row are a find. */
const NAME = '龘靐齉';
const WORDS = '麤灪爩鱻';
const OTHERS_WORDS = '厵馫飝';

let http: HttpOffice;
let now = Date.parse('2025-03-01T09:00:00+08:00');

const post = (by: string, path: string, body: object): Promise<Answer> =>
  http.ask(by, path, { method: 'POST', body });

const register = (itemId: string, text: string, proposers: readonly string[]): Promise<Answer> => {
  const data = { ...walk[1]?.data, itemId, text, proposers };
  return post('so', `/v1/cases/${CASE}/commands/register-item`, { data });
};

/** Once read models are there again: an erasure has them built anew. */
const asked = async (path: string): Promise<Awaited<ReturnType<typeof http.ask>>> => {
  for (;;) {
    const answer = await http.ask('so', path);
    if (answer.status !== 503 && answer.status !== 504) return answer;
  }
};

const textOf = async (itemId: string, after: string): Promise<unknown> =>
  (await asked(`/v1/cases/${CASE}/items/${itemId}?after=${after}`)).body['text'];

const shownOnBoard = async (after: string): Promise<string> =>
  JSON.stringify((await asked(`/v1/board?after=${after}`)).body);

/** The whole log with its proofs, as an auditor carries it away. */
const bundle = async (): Promise<{ readonly text: string; readonly keys: readonly string[] }> => {
  const { config } = http.office;
  const stored = await openStoredLog(config);
  const audit = openAuditLog(auditOptionsOf(config, 'events'));
  let text = '';
  await audit.seal(stored);
  await audit.export(stored, (line) => {
    text += line;
  });
  const keys = audit.verifierKeys();
  audit.close();
  await stored.close();
  return { text, keys };
};

const verdict = async (earlier: string): Promise<Verdict> => {
  const { text, keys } = await bundle();
  return verifyBundle([text], { keys, earlier: [earlier] }, nodePrimitives);
};

beforeEach(async () => {
  http = await openHttpOffice({ clock: { now: () => now } });
  now = Date.parse('2025-03-03T10:00:00+08:00');
  await post('so', `/v1/cases/${CASE}/commands/open-case`, { data: walk[0]?.data });
});
afterEach(() => http.close());

const filesHolding = (...sought: readonly string[]): readonly string[] =>
  filesWith(http.office.config.dataDir, ...sought);

describe('a person in the office', () => {
  it('has a name that the log never hears of', async () => {
    const put = await post('so', '/v1/people', { id: PERSON, name: NAME, contactMasked: '138****5678' });
    expect([put.status, put.body]).toMatchObject([200, { id: PERSON, name: NAME, organ: null }]);
    const { status, body } = await http.ask('wb', `/v1/people/${PERSON}`);
    expect([status, body['name']]).toEqual([200, NAME]);
    expect(filesHolding(NAME)).toEqual([]);
  });

  it('gets an id where none is given, and no telephone number in full', async () => {
    const { body } = await post('so', '/v1/people', { name: NAME });
    expect(body['id']).toMatch(/^person:[0-9a-f-]{36}$/);
    const full = await post('so', '/v1/people', { name: NAME, contactMasked: '13812345678' });
    expect([full.status, full.body['code']]).toEqual([422, 'validation-failed']);
  });
});

describe('erasing a person over HTTP', () => {
  const request = { legalBasis: '个人信息保护法第四十七条', requestedBy: 'person' };

  it('leaves no word of theirs in any file, and every proof as it was', async () => {
    await post('so', '/v1/people', { id: PERSON, name: NAME });
    await register('i1', `代表提出:${WORDS}`, [PERSON]);
    const last = await register('i2', OTHERS_WORDS, []);
    const before = last.headers.get('duban-position') ?? '';
    expect(await textOf('i1', before)).toContain(WORDS);
    const { text: earlier } = await bundle();
    // What is written is encrypted; only the read models, which are thrown away, hold it in clear.
    expect(filesHolding(WORDS).every((file) => file.startsWith('read-models/'))).toBe(true);
    expect(filesHolding(WORDS)).not.toEqual([]);

    const erased = await post('secadmin', `/v1/people/${PERSON}/erasure`, request);

    expect([erased.status, erased.body]).toMatchObject([
      200,
      { person: PERSON, fields: 1, keysDestroyed: 1 },
    ]);
    const after = erased.headers.get('duban-position') ?? '';
    expect(await textOf('i1', after)).toBe(ERASED);
    expect(await textOf('i2', after)).toBe(OTHERS_WORDS);
    expect(await shownOnBoard(after)).not.toContain(WORDS);
    expect((await http.ask('so', `/v1/people/${PERSON}`)).status).toBe(404);
    expect(await verdict(earlier)).toMatchObject({ result: 'good' });
    await http.stop();
    expect(filesHolding(NAME, WORDS, WORDS.slice(0, 2), WORDS.slice(2))).toEqual([]);
    expect(filesHolding(OTHERS_WORDS)).not.toEqual([]);
  });

  it('gives the id no name again, and leaves the case open to work', async () => {
    await register('i1', WORDS, [PERSON]);
    await post('secadmin', `/v1/people/${PERSON}/erasure`, request);
    const again = await post('so', '/v1/people', { id: PERSON, name: NAME });
    expect([again.status, again.body['reason']]).toEqual([409, 'privacy.person-erased']);
    const approved = await post('cc', `/v1/cases/${CASE}/commands/approve-list`, { data: walk[2]?.data });
    expect(approved.status).toBe(200);
  });

  it('is for the security administrator alone', async () => {
    const asked = http.personas.map(async ({ id }) => {
      const { status } = await post(id.replace('person:demo-', ''), '/v1/people/person:x/erasure', {});
      return [id, status];
    });
    const expected = http.personas.map(({ id }) => [id, id === 'person:demo-secadmin' ? 422 : 403]);
    expect(await Promise.all(asked)).toEqual(expected);
  });
});
