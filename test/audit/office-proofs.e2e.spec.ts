import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DEMO_PERSONAS } from '@duban/nest';
import {
  consistencyFault,
  decodeBase64,
  inclusionFault,
  openNote,
  parseNote,
  parseCheckpoint,
  parseProofText,
  type Checkpoint,
} from '@duban/audit-tree';
import { hasherOf, verifierOf } from '@duban/audit-log';
import { openHttpOffice, type HttpOffice } from '../../apps/api/src/testing/http-office.fixture.ts';
import { walk } from '../../apps/api/src/testing/walk.fixture.ts';
import { CLI, ended, start, type Ran } from '../e2e/duban.ts';

const CASE = 'DB-2025-004';
const hasher = hasherOf('sha256');

let http: HttpOffice;
let now = Date.parse('2025-03-01T09:00:00+08:00');

const textOf = async (path: string, persona = 'auditor'): Promise<string> => {
  const { status, body } = await http.ask(persona, path);
  expect([path, status]).toEqual([path, 200]);
  return String(body['text']);
};

const bytesOf = async (path: string): Promise<Uint8Array> => {
  const headers = { authorization: `Bearer ${http.token('auditor')}` };
  const answer = await fetch(`${http.address}${path}`, { headers });
  expect([path, answer.status]).toEqual([path, 200]);
  return new Uint8Array(await answer.arrayBuffer());
};

const newestHead = async (): Promise<Checkpoint> =>
  parseCheckpoint(parseNote(await textOf('/v1/audit/checkpoint')).text);

const newestEventId = async (): Promise<string> => {
  const { events } = await http.office.store.readStream(`case-${CASE}`, { direction: 'backwards', limit: 1 });
  return events[0]?.id ?? '';
};

const send = async (from: number, to: number): Promise<void> => {
  for (const { at, by, command, data } of walk.slice(from, to)) {
    now = Date.parse(`${at}T10:00:00+08:00`);
    await http.ask(by, `/v1/cases/${CASE}/commands/${command}`, { method: 'POST', body: { data } });
  }
};

beforeAll(async () => {
  http = await openHttpOffice({ clock: { now: () => now } });
  await send(0, 4);
});
afterAll(() => http.close());

describe('proofs over HTTP', () => {
  it('prove an event that was appended a moment ago, with nothing but the pinned key', async () => {
    const id = await newestEventId();
    const { index, proof, checkpoint, extra } = parseProofText(await textOf(`/v1/audit/proof/event/${id}`));
    const [key = ''] = (await textOf('/v1/audit/key')).split('\n');
    const { text } = openNote(checkpoint, [verifierOf(key)]);
    const { origin, size, root } = parseCheckpoint(text);
    expect([origin, index < size]).toEqual(['duban/cq/sha256', true]);
    const entry = Buffer.from(extra ?? []);
    expect(JSON.parse(entry.toString('utf8'))).toMatchObject({ id, stream: `case-${CASE}` });
    expect(inclusionFault({ index, size, leafHash: hasher.hashLeaf(entry), root, proof }, hasher)).toBeNull();
  });

  it('are read by duban verify, alone and in the package of a case', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'duban-proofs-'));
    const write = async (name: string, text: string): Promise<string> => {
      await writeFile(join(folder, name), text);
      return join(folder, name);
    };
    const key = await textOf('/v1/audit/key');
    const verify = async (...args: readonly string[]) => {
      const { code, out } = await ended(start(CLI, ['verify', ...args, '--output', 'json']));
      return [code, JSON.parse(out) as object];
    };
    const packed = await textOf(`/v1/exports/cases/${CASE}`);
    const proof = await write('e.tlog-proof', await textOf(`/v1/audit/proof/event/${await newestEventId()}`));
    const lines = await write('case.ndjson', packed);
    expect(await verify(lines, '--key', key)).toMatchObject([
      0,
      { about: { stream: `case-${CASE}`, events: 4 } },
    ]);
    expect(await verify(lines)).toMatchObject([2, { firstBad: { code: 'key.not-given' } }]);
    const event = packed
      .split('\n')
      .filter((line) => line.includes('"file":"events.ndjson"'))
      .map((line) => (JSON.parse(line) as { line: string }).line)
      .at(-1);
    const last = await write('event.json', event ?? '');
    expect(await verify(proof, '--key', key, '--event', last)).toMatchObject([
      0,
      { about: { withEvent: true } },
    ]);
    const changed = await write('changed.json', (event ?? '').replace('cq-', 'cx-'));
    expect(await verify(proof, '--key', key, '--event', changed)).toMatchObject([
      1,
      { firstBad: { code: 'event.changed' } },
    ]);
    const env = { DUBAN_DATA: http.office.config.dataDir };
    const out = join(folder, 'package');
    const exported = await ended(
      start(CLI, ['export', 'case', CASE, '--format', 'folder', '--out', out], env),
    );
    expect(exported).toMatchObject({ code: 0 });
    expect(await verify(out, '--key', key)).toMatchObject([0, { result: 'good' }]);
    await rm(join(out, 'proofs/00000002.tlog-proof'));
    const bad = await ended(start(CLI, ['verify', out, '--key', key, '--lang', 'en']));
    expect([bad.code, bad.out]).toEqual([1, expect.stringContaining('event 2 has no proof')]);
    await rm(folder, { recursive: true });
  });

  it('are read with the files of the case beside them', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'duban-files-'));
    const filed = await fetch(`${http.address}/v1/cases/${CASE}/attachments`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${http.token('so')}`,
        'content-type': 'application/octet-stream',
        'content-disposition': 'attachment; filename="report.pdf"',
      },
      body: '%PDF-1.7\n%%EOF\n',
    });
    const { attachmentId, name } = (await filed.json()) as { attachmentId: string; name: string };
    const env = { DUBAN_DATA: http.office.config.dataDir };
    const out = join(folder, 'package');
    const options = ['--format', 'folder', '--attachments', '--out', out];
    expect(await ended(start(CLI, ['export', 'case', CASE, ...options], env))).toMatchObject({ code: 0 });
    const key = await textOf('/v1/audit/key');
    const verify = (): Promise<Ran> => ended(start(CLI, ['verify', out, '--key', key, '--lang', 'en']));
    expect((await verify()).code).toBe(0);
    await writeFile(join(out, 'attachments', attachmentId, name), 'another report');
    expect(await verify()).toMatchObject({ code: 1, out: expect.stringContaining(`${name} in the package`) });
    await rm(folder, { recursive: true });
  });

  it('prove that a later head grew from an earlier one', async () => {
    const earlier = await newestHead();
    await send(4, 7);
    await textOf(`/v1/audit/proof/event/${await newestEventId()}`);
    const later = await newestHead();
    expect(later.size).toBeGreaterThan(earlier.size);
    const { status, body } = await http.ask(
      'auditor',
      `/v1/audit/consistency?from=${String(earlier.size)}&to=${String(later.size)}`,
    );
    expect(status).toBe(200);
    const proof = (body['proof'] as string[]).map((hash) => decodeBase64(hash) ?? new Uint8Array(0));
    const claim = { from: earlier.size, to: later.size, fromRoot: earlier.root, toRoot: later.root, proof };
    expect(consistencyFault(claim, hasher)).toBeNull();
  });

  it('serve tiles whose hashes are those of their entries', async () => {
    const { size } = await newestHead();
    const hashes = await bytesOf(`/v1/audit/tile/0/000.p/${String(size)}`);
    const entries = Buffer.from(await bytesOf(`/v1/audit/tile/entries/000.p/${String(size)}`));
    let at = 0;
    for (let index = 0; index < size; index += 1) {
      const length = entries.readUInt16BE(at);
      const leaf = hasher.hashLeaf(entries.subarray(at + 2, at + 2 + length));
      expect(Buffer.from(leaf).equals(hashes.subarray(index * 32, index * 32 + 32))).toBe(true);
      at += 2 + length;
    }
    expect(at).toBe(entries.length);
  });

  it.each([
    ['/v1/audit/proof/event/no-such-event', 404, 'not-found'],
    ['/v1/audit/tile/0/000', 404, 'not-found'],
    ['/v1/audit/tile/0/../../checkpoint', 404, 'not-found'],
    ['/v1/audit/tile/9/000', 404, 'not-found'],
    ['/v1/audit/tile/zzz', 404, 'not-found'],
    ['/v1/audit/consistency?from=1', 422, 'validation-failed'],
    ['/v1/audit/consistency?from=0&to=1', 422, 'validation-failed'],
    ['/v1/audit/consistency?from=2&to=1', 422, 'validation-failed'],
    ['/v1/audit/consistency?from=1&to=999999', 404, 'not-found'],
  ])('answer %s with %d', async (path, expected, code) => {
    const { request } = await import('node:http');
    const headers = { authorization: `Bearer ${http.token('auditor')}` };
    // Not fetch: it would tidy the dots away before anything is sent.
    const { port } = new URL(http.address);
    const [status, text] = await new Promise<[number | undefined, string]>((resolve) => {
      request({ host: '127.0.0.1', port, path, headers }, (answer) => {
        let body = '';
        answer.setEncoding('utf8').on('data', (piece: string) => (body += piece));
        answer.on('end', () => {
          resolve([answer.statusCode, body]);
        });
      }).end();
    });
    expect([status, (JSON.parse(text) as { code: string }).code]).toEqual([expected, code]);
  });

  it.each(DEMO_PERSONAS)(
    'are open to auditors and keepers of the audit only: $role',
    async ({ id, role }) => {
      const mayRead = ['auditor', 'audit-admin'].includes(role);
      for (const path of [
        'checkpoint',
        'key',
        'consistency?from=1&to=2',
        'tile/0/000.p/1',
        'proof/event/x',
      ]) {
        const { status } = await http.ask(id.replace('person:demo-', ''), `/v1/audit/${path}`);
        const expected = mayRead ? (path === 'proof/event/x' ? 404 : 200) : 403;
        expect([path, status]).toEqual([path, expected]);
      }
    },
  );
});

describe('whoever watches the process', () => {
  it('sees how far the log is sealed', async () => {
    const { sealed, status } = (await http.ask(null, '/health/ready')).body;
    expect([status, Number(sealed) > 0]).toEqual(['ready', true]);
    const metrics = await textOf('/metrics');
    expect(metrics).toMatch(/^duban_audit_sealed_events [1-9]/m);
    expect(metrics).toMatch(/^duban_audit_seal_lag_seconds 0$/m);
  });
});
