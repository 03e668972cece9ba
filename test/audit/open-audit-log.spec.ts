import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import {
  auditFiles,
  auditOptionsOf,
  auditOrigin,
  cosignatureNoteKey,
  createLogKeys,
  openAuditLog,
  startSealing,
  type AuditOptions,
  type SealingFault,
  type WitnessAddress,
} from '@duban/audit-log';
import { formatVerifierKey } from '@duban/audit-tree';
import { nodePrimitives, verifyBundle } from '@duban/audit-verify';
import { openSqliteStore } from '@duban/event-store-sqlite';
import { openProcessLock } from '@duban/sqlite';
import { until } from '@duban/testing';
import { fakeReader, storedEvents } from './fake-log.ts';

const place = (profile = 'demo'): AuditOptions => {
  const dataDir = mkdtempSync(join(tmpdir(), 'duban-audit-'));
  return auditOptionsOf({ dataDir, tenant: 'cq', logHash: 'sha256', profile }, 'events');
};

describe('the proofs of an installation', () => {
  it('have a name that any tenant can have', () => {
    const origin = auditOrigin({ ...place(), tenant: '重庆 人大+1', subject: 'reads', hash: 'sm3' });
    expect(origin).toMatch(/^duban\/[\w%]+\/reads\/sm3$/);
  });

  it('are sealed by one at a time, and by the next when that one is done', async () => {
    const options = place();
    const reader = fakeReader(storedEvents(0, 9));
    const log = openAuditLog(options);
    const other = openProcessLock(auditFiles(options).lock);
    await other.hold(async () => {
      expect(await log.trySeal(reader)).toBe('busy');
    });
    expect((await log.seal(reader))?.size).toBe(9);
    const both = await Promise.all([log.seal(reader), openAuditLog(options).seal(reader)]);
    expect(both.map((checkpoint) => checkpoint?.size)).toEqual([9, 9]);
    other.close();
    log.close();
  });

  it('are not begun without a key outside the demo, and nothing is made', async () => {
    const options = place('single');
    const log = openAuditLog(options);
    await expect(log.seal(fakeReader(storedEvents(0, 3)))).rejects.toThrow('audit.key-missing');
    expect(log.verifierKeys()).toEqual([]);
    log.close();
  });

  it('carry a second signature where there is an SM2 key, and an auditor may pin either', async () => {
    const options = place('single');
    const { files, verifierKeys } = createLogKeys(options, { sm2: true });
    expect(files.map((file) => statSync(file).mode & 0o777)).toEqual([0o600, 0o600]);
    expect(() => createLogKeys(options, { sm2: true })).toThrow('audit.key-exists');
    const log = openAuditLog(options);
    const reader = fakeReader(storedEvents(0, 9));
    await log.seal(reader);
    const lines: string[] = [];
    await log.export(reader, (line) => void lines.push(line));
    for (const key of verifierKeys) {
      expect((await verifyBundle(lines, { keys: [key] }, nodePrimitives)).result).toBe('good');
    }
    log.close();
  });

  it('remember every key that signed, so that what a retired one signed can still be checked', async () => {
    const options = place();
    const log = openAuditLog(options);
    await log.seal(fakeReader(storedEvents(0, 5)));
    writeFileSync(auditFiles(options).key, readFileSync(keyOf(place()), 'utf8'), { mode: 0o600 });
    await log.seal(fakeReader(storedEvents(0, 9)));
    expect(new Set(log.verifierKeys()).size).toBe(2);
    log.close();
  });
});

/** A key of another installation: what a change of keys puts in place of the old one. */
const keyOf = (options: AuditOptions): string => {
  createLogKeys(options, { sm2: false });
  return auditFiles(options).key;
};

describe('the sealing thread', () => {
  const started = async (
    options: AuditOptions,
    over: { name?: string; witnesses?: WitnessAddress[] } = {},
  ) => {
    const file = join(options.dataDir, 'log.sqlite');
    const store = await openSqliteStore({ file });
    for (const { id, type, schemaVersion, data, metadata, stream } of storedEvents(0, 12)) {
      const { recordedAt: _recordedAt, ...told } = metadata;
      await store.append(stream, [{ id, type, schemaVersion, data, metadata: told }], 'any');
    }
    const faults: SealingFault[] = [];
    const source = {
      module: '@duban/event-store-sqlite',
      name: over.name ?? 'openSqliteStore',
      options: { file, readOnly: true },
    };
    const start = {
      audit: options,
      source,
      witnesses: over.witnesses ?? [],
      timestamps: null,
      gatherMs: 10,
      witnessEveryMs: 10,
    };
    const sealing = startSealing(start, (fault) => faults.push(fault));
    return { store, sealing, faults };
  };

  it('seals what is there and what is left when it is told to stop', async () => {
    const options = place();
    const { store, sealing, faults } = await started(options);
    await sealing.sealNow();
    expect(sealing.report()).toMatchObject({ sealedSize: 12, waitingSince: null, fault: null });
    const [extra] = storedEvents(12, 13);
    if (extra !== undefined) await store.append('case-x', [extra], 'any');
    await sealing.stop();
    await store.close();
    const log = openAuditLog(options);
    expect([log.store.latestCheckpoint()?.size, faults]).toEqual([13, []]);
    log.close();
  });

  it('says by code why it cannot seal, once, and begins as soon as it can', async () => {
    const options = place('single');
    const { store, sealing, faults } = await started(options);
    await sealing.sealNow();
    await sealing.sealNow();
    expect(sealing.report().fault?.code).toBe('audit.key-missing');
    createLogKeys(options, { sm2: false });
    await sealing.sealNow();
    expect(sealing.report()).toMatchObject({ sealedSize: 12, fault: null });
    expect(faults).toEqual([expect.objectContaining({ code: 'audit.key-missing' })]);
    await sealing.stop();
    await store.close();
  });

  it('that cannot even open its files says so, too', async () => {
    const options = place();
    openAuditLog(options).close();
    const { store, sealing, faults } = await started({ ...options, tenant: 'another' });
    await sealing.sealNow();
    expect(sealing.report().fault?.code).toBe('audit.other-log');
    expect(faults.length).toBeGreaterThan(0);
    await sealing.stop();
    await store.close();
  });

  it('seals what is there when it starts, and what is appended later, without being told', async () => {
    const { store, sealing } = await started(place());
    await until(() => sealing.report().sealedSize === 12);
    const [extra] = storedEvents(12, 13);
    if (extra !== undefined) await store.append('case-x', [extra], 'any');
    await until(() => sealing.report().sealedSize === 13);
    await sealing.stop();
    await store.close();
  });

  it('asks its witnesses, and says which of them did not answer', async () => {
    const verifierKey = formatVerifierKey(cosignatureNoteKey('w', generateKeyPairSync('ed25519').privateKey));
    // Nobody listens on the port of discard.
    const witnesses = [{ url: 'http://127.0.0.1:9/', verifierKey }];
    const { store, sealing, faults } = await started(place(), { witnesses });
    await until(() => sealing.report().witnessFault !== null);
    expect(sealing.report()).toMatchObject({ sealedSize: 12, fault: null });
    expect(faults).toEqual([expect.objectContaining({ code: 'audit.witness-unreachable' })]);
    await sealing.stop();
    await store.close();
  });

  it('says that nobody opens the log by that name', async () => {
    const { store, sealing } = await started(place(), { name: 'openNothing' });
    await sealing.sealNow();
    expect(sealing.report().fault).toMatchObject({
      code: 'audit.no-reader',
      message: expect.stringContaining('@duban/event-store-sqlite exports no openNothing'),
    });
    await sealing.stop();
    await store.close();
  });

  it('that ended begins again by itself, as soon as its files are its own', async () => {
    const options = place();
    openAuditLog(options).close();
    const { store, sealing } = await started({ ...options, tenant: 'another' });
    await until(() => sealing.report().fault?.code === 'audit.other-log');
    for (const end of ['', '-wal', '-shm']) rmSync(`${auditFiles(options).tiles}${end}`, { force: true });
    await until(() => sealing.report().sealedSize === 12);
    expect(sealing.report().fault).toBeNull();
    await sealing.stop();
    await sealing.sealNow();
    await store.close();
  });
});
