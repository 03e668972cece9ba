import { createHash, randomBytes } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { until } from '@duban/testing';
import { openHttpOffice, type HttpOffice } from '../testing/http-office.fixture.ts';
import { walk } from '../testing/walk.fixture.ts';

const CASE = 'DB-2025-004';
const ASSIGNED_STEPS = 7;
const NAME = '关于校园食品安全的整改报告（终稿）.pdf';

const pdf = (more = ''): Buffer => Buffer.from(`%PDF-1.7\n${more}\n%%EOF\n`);

type Told = {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Record<string, unknown>;
};
type Sent = {
  readonly by?: string;
  readonly bytes?: Uint8Array<ArrayBuffer> | ReadableStream;
  readonly name?: string;
  readonly query?: string;
  readonly key?: string;
  readonly headers?: Readonly<Record<string, string>>;
};

let http: HttpOffice;
let now = Date.parse('2025-03-01T09:00:00+08:00');

const bodyOf = async (answer: Response): Promise<Told['body']> =>
  JSON.parse(await answer.text()) as Told['body'];

const upload = async ({
  by = 'so',
  bytes = Buffer.from(pdf()),
  name = NAME,
  ...more
}: Sent = {}): Promise<Told> => {
  const { query = '', key, headers = {} } = more;
  const answer = await fetch(`${http.address}/v1/cases/${CASE}/attachments${query}`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${http.token(by)}`,
      'content-type': 'application/octet-stream',
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
      ...(key === undefined ? {} : { 'idempotency-key': key }),
      ...headers,
    },
    body: bytes,
    duplex: 'half',
  } as object);
  return { status: answer.status, headers: answer.headers, body: await bodyOf(answer) };
};

const fetched = (attachmentId: unknown, by = 'so'): Promise<Response> =>
  fetch(`${http.address}/v1/cases/${CASE}/attachments/${String(attachmentId)}`, {
    headers: { authorization: `Bearer ${http.token(by)}` },
  });

const list = async (by = 'so'): Promise<readonly Record<string, unknown>[]> => {
  await http.office.read.waitFor(await http.office.store.head(), 20_000);
  const { body } = await http.ask(by, `/v1/cases/${CASE}/attachments`);
  return body['items'] as Record<string, unknown>[];
};

const folder = (): string => http.office.config.attachments.dir;
const filesIn = (name: 'files' | 'unfinished'): readonly string[] =>
  readdirSync(join(folder(), name), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

beforeAll(async () => {
  http = await openHttpOffice({ clock: { now: () => now } }, { DUBAN_ATTACHMENT_LIMIT: '1' });
  for (const step of walk.slice(0, ASSIGNED_STEPS)) {
    now = Date.parse(`${step.at}T10:00:00+08:00`);
    const path = `/v1/cases/${CASE}/commands/${step.command}`;
    await http.ask(step.by, path, { method: 'POST', body: { data: step.data, basis: step.basis } });
  }
});
afterAll(() => http.close());

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

describe('a file of a case', () => {
  it('comes in, is listed with who filed it, and goes out as it was', async () => {
    const bytes = pdf('first');
    const { status, body, headers } = await upload({
      bytes: Buffer.from(bytes),
      query: '?itemId=i1&purpose=evidence',
    });
    expect([status, headers.get('location')]).toEqual([
      201,
      `/v1/cases/${CASE}/attachments/${String(body['attachmentId'])}`,
    ]);
    expect(body).toMatchObject({
      name: NAME,
      mediaType: 'application/pdf',
      sizeInBytes: bytes.length,
      sha256: `sha256:${sha256(bytes)}`,
      sm3: `sm3:${createHash('sm3').update(bytes).digest('hex')}`,
      events: [{ type: 'AttachmentFiled' }],
    });
    expect((await list()).at(-1)).toMatchObject({
      attachmentId: body['attachmentId'],
      itemId: 'i1',
      purpose: 'evidence',
      filedBy: { role: 'supervision-office' },
      supersededBy: null,
      erased: false,
    });
    const answer = await fetched(body['attachmentId']);
    expect(Buffer.from(await answer.arrayBuffer()).equals(bytes)).toBe(true);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'application/pdf',
      'content-length': String(bytes.length),
      'content-security-policy': 'sandbox',
      'x-content-type-options': 'nosniff',
      'repr-digest': `sha-256=:${createHash('sha256').update(bytes).digest('base64')}:`,
    });
    const disposition = answer.headers.get('content-disposition') ?? '';
    expect(disposition).toMatch(/^attachment; filename="attachment-[0-9a-f]{8}\.pdf"; filename\*=UTF-8''/);
    expect(decodeURIComponent(disposition.split("UTF-8''")[1] ?? '')).toBe(NAME);
  });

  it('is superseded, never replaced: both stay, and both can be read', async () => {
    const older = (await upload({ bytes: Buffer.from(pdf('draft')), name: '报告（草稿）.pdf' })).body[
      'attachmentId'
    ];
    const newer = await upload({ bytes: Buffer.from(pdf('final')), query: `?supersedes=${String(older)}` });
    expect(newer.status).toBe(201);
    const views = await list();
    expect(views.find(({ attachmentId }) => attachmentId === older)).toMatchObject({
      supersededBy: newer.body['attachmentId'],
    });
    expect(await (await fetched(older)).text()).toContain('draft');
    const again = await upload({ query: `?supersedes=${String(older)}` });
    expect([again.status, again.body['reason']]).toEqual([409, 'attachment.superseded']);
  });

  it('shows where the case names it as evidence', async () => {
    const bytes = pdf('named');
    const filed = await upload({ bytes: Buffer.from(bytes), by: 'housing', query: '?itemId=i1' });
    expect(filed.status).toBe(201);
    const digest = `sha256:${sha256(bytes)}`;
    const evidence = [{ digest, name: 'x.pdf', mediaType: 'application/pdf' }];
    const reported = walk.findIndex(({ command }) => command === 'report-progress');
    for (const { at, by, command, data } of walk.slice(ASSIGNED_STEPS, reported + 1)) {
      now = Date.parse(`${at}T10:00:00+08:00`);
      const told = command === 'report-progress' ? { ...data, evidence } : data;
      const ask = { method: 'POST', body: { data: told } };
      const { status, body } = await http.ask(by, `/v1/cases/${CASE}/commands/${command}`, ask);
      expect([command, status, body['reason']]).toEqual([command, 200, undefined]);
    }
    const view = (await list()).find(({ attachmentId }) => attachmentId === filed.body['attachmentId']);
    expect(view?.['namedBy']).toEqual([{ eventId: expect.any(String), itemId: 'i1' }]);
  });
});

describe('the same upload', () => {
  it('sent again under its key is the first one; under it another file is refused', async () => {
    const bytes = Buffer.from(pdf('again'));
    const [first, second] = [await upload({ bytes, key: 'k-1' }), await upload({ bytes, key: 'k-1' })];
    expect([second.headers.get('idempotent-replayed'), second.body['attachmentId']]).toEqual([
      'true',
      first.body['attachmentId'],
    ]);
    const other = await upload({ bytes: Buffer.from(pdf('other')), key: 'k-1' });
    expect([other.status, other.body['code']]).toEqual([422, 'idempotency-key-reuse']);
  });

  it('by many at once is one file on disk, an event for each key, and nothing left over', async () => {
    const before = filesIn('files').length;
    const bytes = Buffer.from(pdf('at once'));
    const answers = await Promise.all(
      ['p-1', 'p-1', 'p-1', 'p-2', 'p-3'].map((key) => upload({ bytes, key })),
    );
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201, 201]);
    expect(new Set(answers.map(({ body }) => body['attachmentId'])).size).toBe(3);
    expect(filesIn('files').length).toBe(before + 1);
  });
});

describe('what is not taken', () => {
  const cases: readonly (readonly [string, Sent, number, string, string | undefined])[] = [
    ['an empty file', { bytes: Buffer.alloc(0) }, 422, 'validation-failed', 'attachment.empty'],
    [
      'a program',
      { bytes: Buffer.from(`MZ${'\0'.repeat(90)}`) },
      415,
      'unsupported-media-type',
      'attachment.type-refused',
    ],
    [
      'a page',
      { bytes: Buffer.from('<!doctype html>'), name: 'a.html' },
      415,
      'unsupported-media-type',
      'attachment.type-refused',
    ],
    ['a name that is nothing', { name: '..' }, 422, 'validation-failed', 'attachment.name-refused'],
    [
      'a mebibyte and a byte',
      { bytes: Buffer.alloc(1_048_577) },
      413,
      'payload-too-large',
      'attachment.too-large',
    ],
    ['no name', { headers: { 'content-disposition': 'attachment' } }, 422, 'validation-failed', undefined],
    [
      'nonsense for a name',
      { headers: { 'content-disposition': '=;"' } },
      422,
      'validation-failed',
      undefined,
    ],
    [
      'another content type',
      { headers: { 'content-type': 'application/pdf' } },
      415,
      'unsupported-media-type',
      undefined,
    ],
    [
      'a form',
      { headers: { 'content-type': 'multipart/form-data; boundary=x' } },
      415,
      'unsupported-media-type',
      undefined,
    ],
    [
      'JSON',
      { bytes: Buffer.from('{}'), headers: { 'content-type': 'application/json' } },
      415,
      'unsupported-media-type',
      undefined,
    ],
    ['a purpose that nobody knows', { query: '?purpose=fun' }, 422, 'validation-failed', undefined],
    [
      'a name where an id belongs',
      { query: `?about=${encodeURIComponent('张三')}` },
      422,
      'validation-failed',
      undefined,
    ],
    ['a field that is not there', { query: '?sha256=x' }, 422, 'validation-failed', undefined],
    ['an item that is not there', { query: '?itemId=i9' }, 404, 'not-found', 'item.unknown'],
    [
      'a file that is not there to supersede',
      { query: '?supersedes=x' },
      409,
      'rejected',
      'attachment.unknown',
    ],
  ];

  it.each(cases)('%s', async (_what, sent, ...[status, code, reason]) => {
    const before = [filesIn('files').length, await http.office.store.head()];
    const answer = await upload(sent);
    expect([answer.status, answer.body['code'], answer.body['reason']]).toEqual([status, code, reason]);
    expect([filesIn('files').length, await http.office.store.head()]).toEqual(before);
    expect(filesIn('unfinished')).toEqual([]);
  });

  it('more than is allowed, also where nobody said how much will come', async () => {
    const stream = new ReadableStream({
      start: (sink) => {
        for (let part = 0; part < 40; part += 1) sink.enqueue(randomBytes(65_536));
        sink.close();
      },
    });
    const answer = await upload({ bytes: stream });
    expect([answer.status, answer.body['code']]).toEqual([413, 'payload-too-large']);
    expect(filesIn('unfinished')).toEqual([]);
    expect((await upload({ bytes: Buffer.from(pdf('after')) })).status).toBe(201);
  });

  it('a command that claims what a file is', async () => {
    const { status } = await http.ask('so', `/v1/cases/${CASE}/commands/file-attachment`, {
      method: 'POST',
      body: { data: {} },
    });
    expect(status).toBe(404);
  });

  it('bytes at any other address', async () => {
    const { status } = await http.ask('so', `/v1/cases/${CASE}/commands/escalate`, {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream' },
      body: 'x',
    });
    expect(status).toBe(415);
  });

  it('an upload that breaks off: nothing is left of it', async () => {
    const { hostname, port } = new URL(http.address);
    const headers = {
      authorization: `Bearer ${http.token('so')}`,
      'content-type': 'application/octet-stream',
      'content-disposition': 'attachment; filename=a.pdf',
      'content-length': '500000',
    };
    const path = `/v1/cases/${CASE}/attachments`;
    const client = request({ hostname, port, path, method: 'POST', headers });
    const broken = new Promise((resolve) => client.on('error', resolve));
    client.write(pdf());
    await until(() => filesIn('unfinished').length === 1);
    client.destroy();
    await broken;
    await until(() => filesIn('unfinished').length === 0);
    expect(filesIn('unfinished')).toEqual([]);
  });
});

describe('who may', () => {
  it('file: an organ on what it handles, nobody on a case of others', async () => {
    const statusOf = async (by: string, query = ''): Promise<number> =>
      (await upload({ by, query, bytes: Buffer.from(pdf(by)) })).status;
    expect(await statusOf('housing', '?itemId=i1')).toBe(201);
    expect(await statusOf('gov')).toBe(201);
    expect(await statusOf('housing')).toBe(409);
    expect(await statusOf('traffic', '?itemId=i1')).toBe(404);
    expect(await statusOf('auditor')).toBe(403);
    expect(await statusOf('analyst')).toBe(403);
  });

  it('read: whoever may see the case, and it is written down', async () => {
    const [{ attachmentId } = {}] = await list();
    const statuses = await Promise.all(
      ['so', 'housing', 'auditor', 'traffic', 'analyst'].map(
        async (by) => (await fetched(attachmentId, by)).status,
      ),
    );
    expect(statuses).toEqual([200, 200, 200, 404, 403]);
    const { body } = await http.ask(
      'auditor',
      `/v1/audit/reads?caseId=${CASE}&from=2025-01-01&to=2026-12-31`,
    );
    expect(body['reads'] ?? body['items']).toContainEqual(
      expect.objectContaining({
        what: 'GET /v1/cases/:caseId/attachments/:attachmentId',
        about: attachmentId,
      }),
    );
  });
});

describe('a file that is not what it was', () => {
  const damage = (change: (bytes: Buffer) => Buffer | null, attachmentId: unknown): Promise<void> =>
    http.office.store.readStream(`case-${CASE}`, { from: 0 }).then(({ events }) => {
      const event = events.find(({ data }) => data['attachmentId'] === attachmentId);
      const file =
        filesIn('files').find((each) => each.endsWith(JSON.stringify(event?.data['stored']).slice(1, -1))) ??
        '';
      const changed = change(readFileSync(file));
      if (changed === null) rmSync(file);
      else writeFileSync(file, changed);
    });

  const flipped = (bytes: Buffer, at: number): Buffer => {
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    return bytes;
  };

  it.each([
    ['changed by a bit', (bytes: Buffer) => flipped(bytes, bytes.length - 3), 'attachment.damaged'],
    ['cut off', (bytes: Buffer) => bytes.subarray(0, -1), 'attachment.damaged'],
    ['gone', () => null, 'attachment.missing'],
  ])('%s: is told as such, and mended by filing it again', async (what, change, code) => {
    const bytes = Buffer.from(pdf(what));
    const { attachmentId } = (await upload({ bytes })).body;
    await damage(change, attachmentId);
    await list();
    const answer = await fetched(attachmentId);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    expect([answer.status, (await bodyOf(answer))['code']]).toEqual([500, code]);
    await upload({ bytes });
    expect(await (await fetched(attachmentId)).text()).toBe(bytes.toString());
  });

  it('far behind its beginning: breaks off, and no byte of the damaged part has left', async () => {
    const bytes = Buffer.from(`%PDF-1.7\n${'x'.repeat(900_000)}`);
    const { attachmentId } = (await upload({ bytes })).body;
    await damage((stored) => flipped(stored, 700_000), attachmentId);
    await list();
    const answer = await fetched(attachmentId);
    expect(answer.status).toBe(200);
    let length = 0;
    const reading = (async () => {
      for await (const part of answer.body ?? []) length += (part as Uint8Array).length;
    })();
    await expect(reading).rejects.toThrow('terminated');
    expect(length).toBeLessThan(700_000);
  });
});
