import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ERASED } from '@duban/contracts';
import type { EventStore, NewEvent, StoredEvent } from '@duban/event-store';
import { createMemoryLog, openMemoryStore, type MemoryLog } from '@duban/event-store-memory';
import { isEnvelope, withPersonalText, type Vault } from '@duban/privacy';
import { privacyPlaces, type PrivacyPlaces } from './privacy-places.ts';
import {
  commandOf,
  correction,
  deputy,
  evaluation,
  office,
  returnAsked,
  suggestion,
} from './sample-texts.ts';

let places: PrivacyPlaces;
let vault: Vault;
let log: MemoryLog;
let raw: EventStore;
let store: EventStore;

beforeEach(() => {
  places = privacyPlaces();
  vault = places.vault();
  log = createMemoryLog();
  raw = openMemoryStore({ log });
  store = withPersonalText(raw, vault);
});

afterEach(async () => {
  await store.close();
  places.remove();
});

const STREAM = 'case-c1';
const events = async (of: EventStore = store): Promise<readonly StoredEvent[]> =>
  (await of.readStream(STREAM)).events;
const dataOf = async (index: number): Promise<Readonly<Record<string, unknown>>> =>
  (await events())[index]?.data ?? {};
const append = (command: readonly NewEvent[]) => store.append(STREAM, command, 'any');

/** Changes what is stored, behind the back of the store. */
const tamper = (index: number, change: (data: Record<string, unknown>) => void): void => {
  const row = log.rows[index];
  if (row === undefined) throw new RangeError('no such row');
  const data = JSON.parse(row.data) as Record<string, unknown>;
  change(data);
  log.rows[index] = { ...row, data: JSON.stringify(data) };
};

describe('what is stored', () => {
  it('holds an envelope for every free text, and nothing of the text', async () => {
    await append(commandOf(office, suggestion('住在三楼的王大爷', ['person:p1'])));
    const [stored] = await events(raw);
    expect(isEnvelope(stored?.data['text'] as object)).toBe(true);
    expect(JSON.stringify(log.rows)).not.toContain('王大爷');
    expect(stored?.data['title']).toBe('关于加装电梯的建议');
  });

  it('keeps the digest of a command that wrote nothing personal as it is', async () => {
    await append(
      commandOf(office, {
        type: 'DeadlineApproaching',
        data: { itemId: 'i1', dueDate: '2026-03-05', daysLeft: 3, rung: 'r1' },
      }),
    );
    expect((await events(raw))[0]?.metadata.commandDigest).toBe('a'.repeat(64));
  });

  it('holds no digest by which a guess of the text could be tested', async () => {
    await append(commandOf(office, returnAsked('不归我们管')));
    expect(JSON.stringify(log.rows)).not.toContain('a'.repeat(64));
    expect((await events())[0]?.metadata.commandDigest).toBe('a'.repeat(64));
  });

  it('says nothing of a person in its key ids', async () => {
    await append(commandOf(office, suggestion('住在三楼的王大爷', ['person:p1'])));
    const envelope = (await events(raw))[0]?.data['text'] as { readonly k: string };
    expect(envelope.k).toMatch(/^[\w-]{16}\+[\w-]{16}$/);
  });
});

describe('what is read', () => {
  it('is what was written, in the answer to the append as in every read', async () => {
    const command = commandOf(
      office,
      suggestion('住在三楼的王大爷', ['person:p1']),
      returnAsked('不归我们管'),
    );
    const answer = await append(command);
    const read = await events();
    expect(answer).toMatchObject({ outcome: 'appended', events: read });
    expect(read.map(({ data }) => data)).toEqual(command.map(({ data }) => data));
    expect((await store.readLog()).events).toEqual(read);
  });

  it('opens in another process with the same vault', async () => {
    await append(commandOf(office, returnAsked('不归我们管')));
    const other = withPersonalText(openMemoryStore({ log }), places.vault());
    expect((await events(other))[0]?.data['text']).toBe('不归我们管');
    await other.close();
  });

  it('passes events of before, whose texts are plain', async () => {
    await raw.append(STREAM, commandOf(office, returnAsked('从前的明文')), 'any');
    expect(await dataOf(0)).toMatchObject({ text: '从前的明文' });
  });
});

it('refuses a text that would be over the limit once it is encrypted', async () => {
  const command = commandOf(office, returnAsked('督'.repeat(300_000)));
  await expect(append(command)).rejects.toMatchObject({ code: 'event.unserialisable' });
  expect(await events()).toEqual([]);
});

describe('a repeated command', () => {
  it('answers the first events, though no two encryptions are equal', async () => {
    const command = commandOf(office, returnAsked('不归我们管'));
    const first = await append(command);
    expect(await append(command)).toEqual({ ...first, outcome: 'repeated' });
  });

  it('is a reused key once what it said can no longer be compared', async () => {
    const command = commandOf(deputy('person:p1'), evaluation('仍未解决', 'person:p1'));
    await append(command);
    vault.destroy('person:p1');
    expect(await append(command)).toEqual({ outcome: 'key-reused' });
    expect(await events()).toHaveLength(1);
  });
});

describe('whose key opens a text', () => {
  beforeEach(async () => {
    await append(commandOf(office, suggestion('两人提出', ['person:p1', 'person:p2'])));
    await append(commandOf(office, evaluation('只是甲的话', 'person:p1')));
    await append(commandOf(office, evaluation('只是乙的话', 'person:p2')));
    await append(commandOf(office, returnAsked('案件的话')));
  });

  const texts = async (): Promise<readonly unknown[]> =>
    (await events()).map(({ data }) => data['text'] ?? data['reasons']);

  it('is everybody whom the rule names: with one of them gone it reads as erased', async () => {
    vault.destroy('person:p1');
    expect(await texts()).toEqual([ERASED, ERASED, '只是乙的话', '案件的话']);
  });

  it('is the case for every text in it', async () => {
    vault.destroy('case:c1');
    expect(await texts()).toEqual([ERASED, ERASED, ERASED, ERASED]);
  });

  it('is seen destroyed by another process at its next read', async () => {
    const other = withPersonalText(openMemoryStore({ log }), places.vault());
    expect((await events(other))[1]?.data['reasons']).toBe('只是甲的话');
    vault.destroy('person:p1');
    expect((await events(other))[1]?.data['reasons']).toBe(ERASED);
    await other.close();
  });

  it('is a new one for what is written after an erasure', async () => {
    vault.destroy('person:p1');
    await append(commandOf(office, evaluation('后来的话', 'person:p1')));
    expect((await texts()).slice(1)).toEqual([ERASED, '只是乙的话', '案件的话', '后来的话']);
  });

  it('is the speaker’s where a deputy speaks', async () => {
    await append(commandOf(deputy('person:p9'), returnAsked('代表自己的话')));
    vault.destroy('person:p9');
    expect((await texts()).at(-1)).toBe(ERASED);
  });
});

it('gives the words that a correction repeats to those who own the corrected event', async () => {
  const [evaluated] = commandOf(office, evaluation('甲的话', 'person:p1'));
  if (evaluated === undefined) throw new RangeError('one event was asked for');
  await append([evaluated]);
  await append(commandOf(office, correction(evaluated.id, '甲的话', '笔误')));
  expect(await dataOf(1)).toMatchObject({ old: '甲的话', new: '甲的话(更正)', reason: '笔误' });
  vault.destroy('person:p1');
  expect(await dataOf(1)).toMatchObject({ old: ERASED, new: ERASED, reason: ERASED, field: 'reasons' });
});

describe('an envelope', () => {
  it('does not open in another event', async () => {
    await append(commandOf(office, returnAsked('甲')));
    await append(commandOf(office, returnAsked('乙')));
    const moved = (await events(raw))[0]?.data['text'];
    tamper(1, (data) => {
      data['text'] = moved;
    });
    await expect(events()).rejects.toMatchObject({ code: 'privacy.not-authentic' });
  });

  it('does not open in another field', async () => {
    await append(commandOf(office, returnAsked('甲')));
    tamper(0, (data) => {
      data['proposedOrgan'] = data['text'];
    });
    await expect(events()).rejects.toMatchObject({ code: 'privacy.not-authentic' });
  });

  it('does not open once a bit of it is changed', async () => {
    await append(commandOf(office, returnAsked('甲')));
    tamper(0, (data) => {
      const envelope = data['text'] as { readonly c: string };
      const bytes = Buffer.from(envelope.c, 'base64');
      bytes.writeUInt8(bytes.readUInt8(0) ^ 1, 0);
      data['text'] = { ...envelope, c: bytes.toString('base64') };
    });
    await expect(events()).rejects.toMatchObject({ code: 'privacy.not-authentic' });
  });

  it('cannot be written by a caller', async () => {
    const [event] = commandOf(office, returnAsked('甲'));
    if (event === undefined) throw new RangeError('one event was asked for');
    const forged = { ...event, data: { ...event.data, odd: { $enc: 1, k: 'k', n: 'n', c: 'c' } } };
    await expect(append([forged])).rejects.toMatchObject({ code: 'privacy.envelope-given' });
  });

  it('is never taken for erased where the key was lost', async () => {
    await append(commandOf(office, returnAsked('甲')));
    const elsewhere = privacyPlaces();
    const other = withPersonalText(openMemoryStore({ log }), elsewhere.vault());
    await expect(events(other)).rejects.toMatchObject({ code: 'vault.key-unknown' });
    await other.close();
    elsewhere.remove();
  });
});
