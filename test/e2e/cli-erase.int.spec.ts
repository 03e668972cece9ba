import { afterEach, beforeEach, expect, it, jest } from '@jest/globals';
import { readConfig } from '@duban/config';
import { openLog } from '@duban/installation';
import { goldenStreams } from '../replay/golden-files.ts';
import { filesWith } from '../privacy/bytes-in-files.ts';
import { dataFolder, type DataFolder } from './duban.ts';

jest.setTimeout(60_000);

const WORDS = '麤灪爩鱻';
const ERASE = ['erase', 'person:dp-1', '--basis', '个人信息保护法第四十七条', '--requested-by', 'person'];

let data: DataFolder;

/** The golden suggestion, as the office would have written it. */
const recordSuggestion = async (): Promise<void> => {
  const log = await openLog(readConfig(data.env));
  for (const { stream, events } of goldenStreams.filter(({ stream: name }) => name === 'case-g3')) {
    for (const event of events) {
      const text = event.type === 'ItemRegistered' ? { text: WORDS } : {};
      await log.store.append(stream, [{ ...event, data: { ...event.data, ...text } }], 'any');
    }
  }
  await log.close();
};

beforeEach(async () => {
  data = await dataFolder();
});
afterEach(() => data.remove());

it('erases a person, so that neither replay nor any file tells their words', async () => {
  await recordSuggestion();
  await data.duban(['rebuild']);
  expect((await data.duban(['replay', 'g3', '--events', '--output', 'json'])).out).toContain(WORDS);
  expect(filesWith(data.dir, WORDS)).not.toEqual([]);

  const { code, out } = await data.duban([...ERASE, '--output', 'json']);

  expect([code, JSON.parse(out)]).toMatchObject([0, { person: 'person:dp-1', keysDestroyed: 1 }]);
  expect(filesWith(data.dir, WORDS)).toEqual([]);
  const replayed = await data.duban(['replay', 'g3', '--events', '--output', 'json']);
  expect([replayed.code, replayed.out.includes(WORDS)]).toEqual([0, false]);
});

it('makes no log where there is none, and wants to know on what legal basis', async () => {
  expect((await data.duban(ERASE)).code).toBe(4);
  expect((await data.duban(['erase', 'person:dp-1'])).code).toBe(2);
});
