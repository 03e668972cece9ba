import { copyFileSync, cpSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { readConfig } from '@duban/config';
import { LOST } from '@duban/contracts';
import {
  examineVault,
  openLog,
  openLogToRead,
  openPeopleDesk,
  renewVault,
  type OpenLog,
} from '@duban/installation';
import { goldenStreams } from '../replay/golden-files.ts';

const PERSON = { id: 'person:dp-9', name: '某甲', organ: null, contactMasked: null };

jest.setTimeout(60_000);

let dir: string;

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'duban-vault-of-log-'));
});

afterEach(() => {
  rmSync(dir, { recursive: true, force: true });
});

const folder = (name: string): string => join(dir, name);
const configOf = (name: string, more: Record<string, string> = {}) =>
  readConfig({ DUBAN_DATA: folder(name), ...more });
const coded = (code: string) => expect.objectContaining({ code });
const opening = (name: string): Promise<OpenLog> => openLog(configOf(name));
const restarted = async (name: string): Promise<void> => (await opening(name)).close();

/** A suggestion with the words of people, under another id of its case for each call. */
const record = async (log: OpenLog, caseId: string): Promise<void> => {
  const { events } = goldenStreams.find(({ stream }) => stream === 'case-g3') ?? { events: [] };
  for (const [at, event] of events.entries()) {
    const text = event.type === 'ItemRegistered' ? { text: '积水多年' } : {};
    const id = `${caseId}-${String(at)}`;
    const metadata = { ...event.metadata, commandId: id };
    const { outcome } = await log.store.append(
      `case-${caseId}`,
      [{ ...event, id, metadata, data: { ...event.data, ...text } }],
      'any',
    );
    expect(outcome).toBe('appended');
  }
};

/** An installation with a case in its log. */
const installation = async (name: string, caseId = name): Promise<void> => {
  const log = await opening(name);
  await record(log, caseId);
  await log.close();
};

const withName = async (name: string): Promise<void> => {
  const log = await opening(name);
  const people = openPeopleDesk(configOf(name), log);
  people.put(PERSON);
  people.close();
  await log.close();
};

/** As a release wrote it that did not compare. */
const asBefore = (name: string): void => {
  const vault = new DatabaseSync(join(folder(name), 'vault.sqlite'));
  vault.exec('DROP TABLE kept_beside; DROP TABLE lost_key');
  vault.close();
  if (!existsSync(join(folder(name), 'people.sqlite'))) return;
  const people = new DatabaseSync(join(folder(name), 'people.sqlite'));
  people.exec('DROP TABLE whose');
  people.close();
};

const remove = (name: string, ...files: readonly string[]): void => {
  for (const file of files) rmSync(join(folder(name), file));
};
const copy = (from: string, to: string, file: string): void => {
  copyFileSync(join(folder(from), file), join(folder(to), file));
};
/** Without what the engine keeps beside a file while somebody reads it. */
const files = (name: string): readonly string[] =>
  readdirSync(folder(name))
    .filter((file) => !/-(wal|shm)$/.test(file))
    .sort();

/** Refused with this code, and every file where and as many as before. */
const refuses = async (name: string, code: string): Promise<void> => {
  const before = files(name);
  await expect(opening(name)).rejects.toThrow(coded(code));
  expect(files(name)).toEqual(before);
};

const textsOf = async (name: string): Promise<readonly unknown[]> => {
  const store = await openLogToRead(configOf(name));
  try {
    return (await store.readLog({ types: ['ItemRegistered'] })).events.map(({ data }) => data['text']);
  } finally {
    await store.close();
  }
};

describe('a log that holds events', () => {
  it('gets no new vault where its own is missing', async () => {
    await installation('a');
    remove('a', 'vault.sqlite');
    await refuses('a', 'vault.missing');
  });

  it('gets no new master key where its own is missing, nor both', async () => {
    await installation('a');
    remove('a', 'vault.key');
    await refuses('a', 'vault.master-missing');
    remove('a', 'vault.sqlite');
    await refuses('a', 'vault.missing');
  });

  it('takes an empty file for no vault', async () => {
    await installation('a');
    writeFileSync(join(folder('a'), 'vault.sqlite'), '');
    await refuses('a', 'vault.missing');
  });

  it('does not write into a file that is no vault', async () => {
    await installation('a');
    writeFileSync(join(folder('a'), 'vault.sqlite'), 'a letter to the bureau, kept here by mistake');
    await refuses('a', 'vault.foreign-file');
  });

  it.each([
    ['bound to its own log', () => undefined],
    [
      'of a release that did not compare',
      () => {
        asBefore('b');
      },
    ],
  ])('refuses the vault of another installation, %s', async (_, before) => {
    await installation('a');
    await installation('b');
    before();
    for (const file of ['vault.sqlite', 'vault.key']) copy('b', 'a', file);
    await refuses('a', 'vault.foreign');
  });

  it('refuses the master key of another installation', async () => {
    await installation('a');
    await installation('b');
    copy('b', 'a', 'vault.key');
    await refuses('a', 'vault.wrong-master');
  });

  it.each([
    ['', () => undefined],
    [
      ' of a release that did not compare',
      () => {
        asBefore('older');
      },
    ],
  ])('refuses an older copy of its vault%s, which lacks keys', async (_, before) => {
    await installation('a', 'first');
    cpSync(folder('a'), folder('older'), { recursive: true });
    before();
    await installation('a', 'second');
    copy('older', 'a', 'vault.sqlite');
    await refuses('a', 'vault.too-old');
  });

  it('opens with a vault that has destroyed keys of it', async () => {
    await installation('a');
    const log = await opening('a');
    log.vault.destroy('case:a');
    await log.close();
    asBefore('a');
    await restarted('a');
    await restarted('a');
  });

  it('opens with the vault of a release that did not compare, and knows it from then on', async () => {
    await installation('a');
    asBefore('a');
    await restarted('a');
    expect(await textsOf('a')).toEqual(['积水多年']);
    await installation('b');
    for (const file of ['vault.sqlite', 'vault.key']) copy('b', 'a', file);
    await refuses('a', 'vault.foreign');
  });
});

describe('a vault that holds keys of cases', () => {
  it('does not begin a new log where its own is missing', async () => {
    await installation('a');
    remove('a', 'log.sqlite');
    await refuses('a', 'vault.foreign');
  });
});

describe('an installation that is empty', () => {
  it('makes vault and log, and finds them again', async () => {
    await restarted('a');
    await restarted('a');
    expect(files('a')).toEqual(expect.arrayContaining(['log.sqlite', 'vault.key', 'vault.sqlite']));
  });
});

describe('the file of names', () => {
  const desk = async (name: string): Promise<void> => {
    const log = await opening(name);
    try {
      openPeopleDesk(configOf(name), log).close();
    } finally {
      await log.close();
    }
  };

  it('is not made anew where it is missing', async () => {
    await installation('a');
    await withName('a');
    remove('a', 'people.sqlite');
    await expect(desk('a')).rejects.toThrow(coded('people.missing'));
    expect(files('a')).not.toContain('people.sqlite');
  });

  it('is missed by a vault of a release that did not compare, where it knows somebody of whom the log says nothing', async () => {
    await installation('a');
    await withName('a');
    asBefore('a');
    remove('a', 'people.sqlite');
    await expect(desk('a')).rejects.toThrow(coded('people.missing'));
  });

  it('is known again where a release did not compare', async () => {
    await installation('a');
    await withName('a');
    asBefore('a');
    await desk('a');
    await desk('a');
  });

  it.each([
    ['with names', withName],
    ['without any name', desk],
  ])('of another installation is refused, %s', async (_, make) => {
    for (const name of ['a', 'b']) await installation(name);
    await withName('a');
    await make('b');
    copy('b', 'a', 'people.sqlite');
    await expect(desk('a')).rejects.toThrow(coded('people.foreign'));
  });
});

describe('a vault that goes away under a running process', () => {
  it.each([
    [
      'vault.missing',
      () => {
        remove('a', 'vault.sqlite');
      },
    ],
    [
      'vault.foreign',
      () => {
        remove('a', 'vault.sqlite');
        copy('b', 'a', 'vault.sqlite');
      },
    ],
  ])('stops what would be written under its keys, and says %s', async (code, harm) => {
    await installation('a');
    await installation('b');
    const log = await opening('a');
    const head = await log.raw.head();
    expect(log.state()).toMatchObject({ status: 'ok' });
    harm();
    expect(log.state()).toMatchObject({ status: 'unavailable', code });
    await expect(record(log, 'late')).rejects.toThrow(coded(code));
    const { events } = await log.raw.readLog({ after: head });
    expect(events.flatMap(({ data }) => JSON.stringify(data).match(/"\$enc"/g) ?? [])).toEqual([]);
    await log.close();
  });

  it('is told of where only the master key went', async () => {
    await installation('a');
    const log = await opening('a');
    remove('a', 'vault.key');
    expect(log.state()).toMatchObject({ status: 'unavailable', code: 'vault.master-missing' });
    await log.close();
  });
});

describe('beginning anew', () => {
  const renewed = async (name: string) => renewVault(configOf(name), await examineVault(configOf(name)));

  it('without a vault says how many texts are lost, and lets the log go on with the lost ones marked', async () => {
    await installation('a');
    remove('a', 'vault.sqlite', 'vault.key');
    const { code, texts, keys } = await renewed('a');
    expect({ code, lost: texts > 0 && keys.length > 0 }).toEqual({ code: 'vault.missing', lost: true });
    await installation('a', 'new');
    expect(await textsOf('a')).toEqual([LOST, '积水多年']);
  });

  it('with an older vault loses what only the newer one could read', async () => {
    await installation('a', 'first');
    cpSync(folder('a'), folder('older'), { recursive: true });
    await installation('a', 'second');
    copy('older', 'a', 'vault.sqlite');
    expect((await renewed('a')).putAside).toEqual([]);
    await restarted('a');
    expect(await textsOf('a')).toEqual(['积水多年', LOST]);
  });

  it('puts a foreign vault aside and removes nothing', async () => {
    await installation('a');
    await installation('b');
    await withName('b');
    for (const file of ['vault.sqlite', 'vault.key', 'people.sqlite']) copy('b', 'a', file);
    const { code, putAside } = await renewed('a');
    expect([code, putAside.length]).toEqual(['vault.foreign', 2]);
    await restarted('a');
  });

  it('makes no master key where the settings name one, and leaves the old vault where it is', async () => {
    await installation('a');
    remove('a', 'vault.key');
    const single = {
      ...{ DUBAN_PROFILE: 'single', DUBAN_TLS: 'terminated-upstream', DUBAN_DATA: folder('a') },
      ...{ DUBAN_OIDC_ISSUER: 'i', DUBAN_OIDC_AUDIENCE: 'a', DUBAN_OIDC_JWKS_URL: 'https://id.example/jwks' },
      DUBAN_VAULT_KEY_FILE: join(folder('a'), 'vault.key'),
    };
    const config = readConfig(single);
    const before = files('a');
    const finding = await examineVault(config);
    await expect(renewVault(config, finding)).rejects.toThrow(coded('vault.master-missing'));
    expect(files('a')).toEqual(before);
  });

  it('forgets a file of names that is missing, and nothing else', async () => {
    await installation('a');
    await withName('a');
    remove('a', 'people.sqlite');
    expect(await renewed('a')).toMatchObject({ code: null, names: 'people.missing', putAside: [] });
    await restarted('a');
    expect(await textsOf('a')).toEqual(['积水多年']);
  });
});
