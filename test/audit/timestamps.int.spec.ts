import { writeFile, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import {
  askTimestamp,
  openAuditLog,
  startSealing,
  type AuditLog,
  type SealingReport,
} from '@duban/audit-log';
import { exitCodeOf, nodePrimitives, verifyBundle, type Trust, type Verdict } from '@duban/audit-verify';
import { until } from '@duban/testing';
import { appendSealed, auditOf, sealedFolder, type SealedFolder } from '../e2e/sealed-folder.ts';
import { describeWith } from '../setup/describe-with.ts';
import { openOpensslTsa, opensslMissing, type OpensslTsa } from '../setup/tsa/openssl-tsa.ts';
import { storedEvents } from './fake-log.ts';
import { bundleOf, growSealed, sealedLog, type SealedLog } from './sealed-log.ts';

jest.setTimeout(120_000);

let tsa: OpensslTsa;
let other: OpensslTsa;
beforeAll(async () => {
  if (opensslMissing() !== undefined) return;
  [tsa, other] = await Promise.all([openOpensslTsa(), openOpensslTsa()]);
});
afterAll(async () => {
  if (opensslMissing() === undefined) await Promise.all([tsa.close(), other.close()]);
});

const SIZE = 20;

/** Twenty records under two checkpoints, both stamped. */
const stampedLog = async (): Promise<SealedLog> => {
  const log = sealedLog();
  for (const from of [0, 10]) {
    await growSealed(log, storedEvents(from, from + 10));
    await askTimestamp(tsa.url, log);
  }
  return log;
};

const check = async (log: SealedLog, trust: Trust, tamper = (lines: string[]) => lines): Promise<Verdict> => {
  const lines = tamper(await bundleOf(log));
  return verifyBundle(
    lines.map((line) => `${line}\n`),
    { keys: [log.verifierKey], ...trust },
    nodePrimitives,
  );
};

const finding = (verdict: Verdict): unknown[] => [
  exitCodeOf(verdict),
  verdict.firstBad?.code,
  verdict.firstBad?.record,
];

const isStamp = (line: string): boolean => line.startsWith('{"timestamp"');

/** The token in a line, with one of its bytes changed: the last ones are its signature. */
const withByteChanged = (line: string, fromEnd: number): string => {
  const { timestamp } = JSON.parse(line) as { timestamp: { size: number; token: string } };
  const token = Buffer.from(timestamp.token, 'base64');
  const at = token.length - fromEnd;
  token[at] = (token[at] ?? 0) ^ 1;
  return JSON.stringify({ timestamp: { ...timestamp, token: token.toString('base64') } });
};

describeWith(opensslMissing(), 'a log whose checkpoints are stamped by an authority', () => {
  it.each(['root', 'signer'] as const)(
    'is good by the certificate of the %s, with the time',
    async (which) => {
      const before = Date.now() - 2_000;
      const verdict = await check(await stampedLog(), { tsaCertificates: [other.root, tsa[which]] });
      expect(verdict).toMatchObject({ result: 'good', stamped: { size: SIZE } });
      const at = Date.parse(verdict.stamped?.at ?? '');
      expect(at).toBeGreaterThan(before);
      expect(at).toBeLessThan(Date.now() + 2_000);
    },
  );

  it('is good without any certificate, and then nothing is said of time', async () => {
    expect(await check(await stampedLog(), {})).not.toHaveProperty('stamped');
    expect((await check(await stampedLog(), {})).result).toBe('good');
  });

  it('is asked once for each checkpoint', async () => {
    const log = await stampedLog();
    const asked = tsa.asked();
    await askTimestamp(tsa.url, log);
    expect([tsa.asked() - asked, log.store.timestamps(SIZE).length]).toEqual([0, 1]);
  });

  it.each<[string, (lines: string[]) => string[], unknown[]]>([
    [
      'a stamp of another checkpoint',
      (lines) => {
        const [first = '', second = ''] = lines.filter(isStamp);
        const swapped = first.replace('"size":10', '"size":20');
        return lines.map((line) => (line === second ? swapped : line));
      },
      [1, 'timestamp.other-checkpoint', SIZE - 1],
    ],
    [
      'a stamp in another place',
      (lines) => [
        ...lines.slice(0, 1),
        ...lines.filter(isStamp),
        ...lines.slice(1).filter((line) => !isStamp(line)),
      ],
      [1, 'timestamp.other-checkpoint', 9],
    ],
    [
      'a false signature',
      (lines) => lines.map((line) => (isStamp(line) ? withByteChanged(line, 5) : line)),
      [1, 'timestamp.false-signature', 9],
    ],
    [
      'a stamp that is none',
      (lines) => lines.map((line) => (isStamp(line) ? '{"timestamp":{"size":10,"token":"AAAA"}}' : line)),
      [1, 'timestamp.malformed', 9],
    ],
    [
      'stamps that were taken out',
      (lines) => lines.filter((line) => !isStamp(line)),
      [2, 'timestamp.not-given', 0],
    ],
  ])('names %s', async (_what, tamper, expected) => {
    for (const certificate of [tsa.root, tsa.signer]) {
      expect(finding(await check(await stampedLog(), { tsaCertificates: [certificate] }, tamper))).toEqual(
        expected,
      );
    }
  });

  it('cannot be told by the certificate of another authority', async () => {
    const verdict = await check(await stampedLog(), { tsaCertificates: [other.root] });
    expect(finding(verdict)).toEqual([2, 'timestamp.not-given', 0]);
  });

  it('cannot be told by what is no certificate', async () => {
    const broken = tsa.root.replace(/MII[A-Za-z0-9]/, 'AAAA');
    for (const certificate of ['nothing', broken]) {
      const verdict = await check(await stampedLog(), { tsaCertificates: [certificate] });
      expect(finding(verdict)).toEqual([2, 'timestamp.not-given', 0]);
    }
  });
});

describeWith(opensslMissing(), 'the sealing thread', () => {
  let data: SealedFolder;
  let log: AuditLog;
  beforeAll(async () => {
    data = await sealedFolder();
    await appendSealed(data.folder, storedEvents(0, 10));
    log = openAuditLog(auditOf(data.folder));
  });
  afterAll(async () => {
    log.close();
    await data.remove();
  });

  it('goes on sealing while the authority is away, says so, asks again, and keeps the stamp', async () => {
    tsa.away(true);
    const faults: string[] = [];
    const source = {
      module: '@duban/event-store-sqlite',
      name: 'openSqliteStore',
      options: { file: join(data.folder, 'log.sqlite'), readOnly: true },
    };
    const sealing = startSealing(
      {
        ...{ audit: auditOf(data.folder), source, witnesses: [], gatherMs: 10, witnessEveryMs: 10 },
        timestamps: { url: tsa.url, everyMs: 200 },
      },
      ({ code }) => faults.push(code),
    );
    try {
      await until(() => sealing.report().timestampFault !== null);
      const report: SealingReport = sealing.report();
      expect([report.fault, report.sealedSize, report.timestampFault?.code]).toEqual([
        null,
        10,
        'audit.tsa-unreachable',
      ]);
      tsa.away(false);
      await until(() => log.store.hasTimestamp(10));
      await until(() => sealing.report().timestampFault === null);
      expect(faults).toEqual(['audit.tsa-unreachable']);
    } finally {
      await sealing.stop();
    }
  });

  it('and the command line: the export carries the stamp, verify tells it', async () => {
    const [bundle, cert] = [join(data.dir, 'log.jsonl'), join(data.dir, 'root.pem')];
    await writeFile(cert, tsa.root);
    await appendSealed(data.folder, storedEvents(10, 20));
    const exported = await data.duban(['export', 'log', '--out', bundle], { DUBAN_TSA_URL: tsa.url });
    expect([exported.code, (await readFile(bundle, 'utf8')).split('\n').filter(isStamp).length]).toEqual([
      0, 2,
    ]);
    const key = await data.verifierKey();
    const verify = ['verify', bundle, '--key', key, '--lang', 'en'];
    const told = await data.duban([...verify, '--tsa-cert', cert]);
    expect([told.code, told.out]).toEqual([0, expect.stringMatching(/Time stamp .*\(20\)/)]);
    await writeFile(cert, other.root);
    expect((await data.duban([...verify, '--tsa-cert', cert])).code).toBe(2);
    const away = await data.duban(['export', 'log', '--out', bundle], {
      DUBAN_TSA_URL: 'http://127.0.0.1:9/',
    });
    expect([away.code, away.err]).toEqual([0, '']);
  });
});
