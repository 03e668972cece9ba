import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { readConfig } from '@duban/config';
import type { StoredEvent } from '@duban/event-store';
import { LOG_START, type Position } from '@duban/kernel';
import { checkCalendar } from './calendar.check.ts';
import { checkDisk } from './disk.check.ts';
import { checkLog } from './log.check.ts';
import { checkNode } from './node.check.ts';
import { checkPseudonyms, countGuessable } from './pseudonyms.check.ts';
import { checkReadModels } from './read-models.check.ts';
import { checkSettings } from './settings.check.ts';
import { checkVault } from './vault.check.ts';

const wal = { journal_mode: 'wal' };

describe('the calendar', () => {
  it('fails without this year, and names the year to publish', () => {
    const { light, fix } = checkCalendar('CN', [2024, 2025], '2026-03-05');
    expect([light, fix?.en]).toEqual(['fail', expect.stringContaining('notice for 2026')]);
  });

  it('asks for the next year from November on', () => {
    expect(checkCalendar('CN', [2026], '2026-10-31').light).toBe('ok');
    expect(checkCalendar('CN', [2026], '2026-11-01')).toMatchObject({ light: 'warn' });
    expect(checkCalendar('CN', [2026, 2027], '2026-11-01').light).toBe('ok');
  });
});

describe('the vault', () => {
  const well = { code: null, found: '', texts: 0, keys: [], names: null };

  it('is well when it has the keys of the log', () => {
    expect(checkVault(well).map(({ light }) => light)).toEqual(['ok']);
  });

  it('fails with what cannot be read, and names the way out', () => {
    const [keys, names] = checkVault({ ...well, code: 'vault.too-old', texts: 7, names: 'people.missing' });
    expect([keys?.light, keys?.found.en, keys?.fix?.en]).toEqual([
      'fail',
      expect.stringContaining('7 texts'),
      expect.stringContaining('duban vault renew'),
    ]);
    expect(names?.light).toBe('fail');
  });
});

describe('ids of people', () => {
  it('are told of where an earlier release made them of names alone', async () => {
    const guessable = `person:${'0a'.repeat(12)}`;
    const proposers = [guessable, guessable, `person:${'0a'.repeat(16)}`, 'person:dp-1'];
    const events = [
      { data: { proposers } },
      { data: { proposers: [guessable] } },
    ] as unknown as readonly StoredEvent[];
    const end = 'n1.2' as Position;
    const raw = { head: async () => end, readLog: async () => ({ events, next: end }) };
    expect(await countGuessable(raw)).toBe(1);
    expect([checkPseudonyms(0).light, checkPseudonyms(1).light]).toEqual(['ok', 'warn']);
  });
});

describe('the log', () => {
  const facts = { health: { status: 'ok', walBytes: 0 }, pragmas: wal, events: 3 } as const;

  it('is well when it is durable and its write-ahead log small', () => {
    expect(checkLog(facts).map(({ light }) => light)).toEqual(['ok']);
  });

  it('passes on what the store says is wrong', () => {
    const health = {
      status: 'unavailable',
      code: 'log.unavailable',
      remedy: 'free space',
      walBytes: 0,
    } as const;
    expect(checkLog({ ...facts, health })).toMatchObject([{ light: 'fail', fix: { en: 'free space' } }]);
  });

  it('is not well in another journal mode, or with a write-ahead log that grows', () => {
    expect(checkLog({ ...facts, pragmas: { journal_mode: 'delete' } })).toMatchObject([{ light: 'fail' }]);
    const grown = { status: 'ok', walBytes: 300_000_000 } as const;
    expect(checkLog({ ...facts, health: grown }).map(({ light }) => light)).toEqual(['ok', 'warn']);
  });
});

describe('the read models', () => {
  const health = {
    state: 'live',
    light: 'green',
    generation: 'g-1',
    position: LOG_START,
    head: LOG_START,
    lag: 0,
    parkedCases: 0,
    building: null,
    code: null,
    message: null,
  } as const;

  it('are well when they are level with the log', () => {
    expect(checkReadModels(health, 0).light).toBe('ok');
  });

  it('are to be seen to when they are not there, far behind, or hold cases back', () => {
    expect(checkReadModels({ ...health, generation: null }, null).light).toBe('warn');
    expect(checkReadModels(health, 5_000).light).toBe('warn');
    expect(checkReadModels({ ...health, parkedCases: 2 }, 0).found.en).toContain('2 case(s)');
  });
});

it('settings show no secret, and name what nobody knows', () => {
  const env = { DUBAN_DATTA: '/srv', ESDB_URL: 'esdb://u:geheim@h' };
  expect(checkSettings(readConfig({}), env)).toMatchObject({
    light: 'warn',
    found: { en: 'unknown settings: DUBAN_DATTA' },
  });
  const { found } = checkSettings(readConfig({}), { ESDB_URL: 'esdb://u:geheim@h', PORT: '3001' });
  expect(found.en).toContain('PORT=3001');
  expect(found.en).not.toContain('geheim');
});

it('an old Node fails', () => {
  expect([checkNode('26.10.0').light, checkNode('20.20.2').light]).toEqual(['ok', 'fail']);
});

it('the disk of a folder that is not there yet is that of the nearest one above', async () => {
  const { found } = await checkDisk(join(tmpdir(), 'not', 'there'));
  expect(found.en).toMatch(/^\d+ MiB free$/);
});
