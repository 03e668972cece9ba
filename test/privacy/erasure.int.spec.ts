import { copyFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { ERASED } from '@duban/contracts';
import { erasePerson, resumeErasures, type ErasureStep } from '@duban/privacy';
import { allProjections } from '@duban/projections';
import {
  openReadStore,
  rebuildReadModels,
  startRunner,
  type ReadStore,
  type RunnerHandle,
} from '@duban/read-store';
import { filesWith } from './bytes-in-files.ts';
import { ERASED_PERSON, NAME, openScene, OTHERS_WORDS, request, WORDS, type Scene } from './erasure-scene.ts';
import { privacyPlaces, type PrivacyPlaces } from './privacy-places.ts';

/** Read models are built from the first event again and again, on whatever machine. */
jest.setTimeout(120_000);

let places: PrivacyPlaces;
let scene: Scene;

beforeEach(async () => {
  places = privacyPlaces();
  scene = await openScene(places);
  scene.people.put({ id: ERASED_PERSON, name: NAME, organ: 'cq-npc', contactMasked: '138****5678' });
});

afterEach(async () => {
  await scene.close();
  places.remove();
});

/** Two characters are enough: the search index of the read models holds pairs. */
const pairsOf = (text: string): readonly string[] =>
  Array.from({ length: text.length - 1 }, (_, index) => text.slice(index, index + 2));
/** A page of a database file may end inside one half of a text, never inside both. */
const halvesOf = (text: string): readonly string[] => [
  text.slice(0, text.length / 2),
  text.slice(text.length / 2),
];
const ofThePerson = [NAME, WORDS, ...pairsOf(NAME), ...pairsOf(WORDS)];

/** Text of the suggestion and of the reply, reasons of two evaluations, a correction of one with its reason, and what a promise was found to be. */
const FIELDS = 8;

/** A server beside the erasure: a runner in its own thread, and somebody who asks. */
const serving = (): { runner: RunnerHandle; queries: ReadStore } => {
  const { log: file, vaultFile, keyFile } = places;
  const options = { log: { kind: 'sqlite', file }, vaultFile, keyFile };
  const reader = { module: '@duban/installation', name: 'openLogReader', options };
  const runner = startRunner({ dir: places.readModels, reader, pollMs: 20 });
  return { runner, queries: openReadStore({ dir: places.readModels, reader: scene.store, runner }) };
};

const reached = async (queries: ReadStore): Promise<void> => {
  expect(await queries.waitFor(await scene.raw.head(), 20_000)).toBe(true);
};

const textOf = async (queries: ReadStore): Promise<unknown> => (await queries.item('g3', 'g3-i1', {}))?.text;

describe('erasing a person', () => {
  it('leaves no word of or about them in any file, and every proof as it was', async () => {
    await scene.fill();
    const { runner, queries } = serving();
    await reached(queries);
    const before = await scene.bundle();
    expect(await textOf(queries)).toContain(WORDS);
    // The search finds what is there: only the read models, which are thrown away, ever hold a text in clear.
    const found = filesWith(places.dir, ...ofThePerson);
    expect(found).not.toEqual([]);
    expect(found.filter((file) => !file.startsWith('read/read-'))).toEqual([]);

    const report = await erasePerson(scene.parts, request);

    expect(report).toMatchObject({ person: ERASED_PERSON, fields: FIELDS, keysDestroyed: 1 });
    await reached(queries);
    expect(await textOf(queries)).toBe(ERASED);
    expect(filesWith(places.dir, ...ofThePerson)).toEqual([]);
    expect(filesWith(places.dir, ...halvesOf(OTHERS_WORDS))).not.toEqual([]);
    const after = await scene.bundle();
    const records = (bundle: string) => bundle.split('\n').filter((line) => line.startsWith('{"event":'));
    expect(records(after).slice(0, records(before).length)).toEqual(records(before));
    expect(await scene.verify(after, before)).toMatchObject({ result: 'good' });
    queries.close();
    await runner.stop();
    expect(filesWith(places.dir, ...ofThePerson)).toEqual([]);
  });

  it('would miss the read models that are kept for going back, if only a new one were built', async () => {
    await scene.fill();
    await scene.parts.rebuild();
    const rebuild = async (): Promise<void> => {
      await rebuildReadModels({ dir: places.readModels, reader: scene.store, projections: allProjections });
    };
    await erasePerson({ ...scene.parts, rebuild }, request);
    expect(filesWith(places.dir, NAME)).not.toEqual([]);
  });

  it('is itself an event, told without a name', async () => {
    await scene.fill();
    await erasePerson(scene.parts, request);
    const [event, ...others] = (await scene.store.readStream('privacy-dp-1')).events;
    expect(others).toEqual([]);
    expect(event?.data).toEqual({
      person: ERASED_PERSON,
      legalBasis: request.legalBasis,
      fields: FIELDS,
      requestedBy: 'person',
    });
  });

  it('gives the id no name again', async () => {
    await erasePerson(scene.parts, request);
    expect(() => {
      scene.people.put({ id: ERASED_PERSON, name: NAME, organ: null, contactMasked: null });
    }).toThrow(expect.objectContaining({ code: 'privacy.person-erased' }));
  });

  it('refuses what is no person', async () => {
    const erasing = erasePerson(scene.parts, { ...request, person: 'case:g3' });
    await expect(erasing).rejects.toMatchObject({ code: 'privacy.bad-person' });
  });
});

describe('an erasure that a restored backup undid', () => {
  const names = ['vault.sqlite', 'people.sqlite'] as const;

  it('is repeated by the next start, without a second event', async () => {
    await scene.fill();
    await scene.close();
    for (const name of names) copyFileSync(join(places.dir, name), join(places.dir, `${name}.backup`));
    scene = await openScene(places);
    await erasePerson(scene.parts, request);
    await scene.close();
    for (const name of names) renameSync(join(places.dir, `${name}.backup`), join(places.dir, name));
    scene = await openScene(places);
    expect(scene.people.get(ERASED_PERSON)?.name).toBe(NAME);
    expect(await resumeErasures(scene.parts)).toMatchObject([{ person: ERASED_PERSON, keysDestroyed: 1 }]);
    expect(scene.people.get(ERASED_PERSON)).toBeNull();
    expect((await scene.raw.readStream('privacy-dp-1')).events).toHaveLength(1);
    expect(filesWith(places.dir, ...ofThePerson)).toEqual([]);
    expect(await resumeErasures(scene.parts)).toEqual([]);
  });
});

describe('an erasure that is cut off', () => {
  const steps: readonly ErasureStep[] = ['journal', 'keys', 'people', 'event', 'read-models'];

  const cutAfter = async (step: ErasureStep): Promise<void> => {
    const onStep = (done: ErasureStep): void => {
      if (done === step) throw new Error('power cut');
    };
    await expect(erasePerson({ ...scene.parts, onStep }, request)).rejects.toThrow('power cut');
  };

  const state = async () => ({
    files: filesWith(places.dir, ...ofThePerson),
    events: (await scene.raw.readStream('privacy-dp-1')).events.map(({ data }) => data['fields']),
    name: scene.people.get(ERASED_PERSON),
    unfinished: scene.vault.erasures.unfinished(),
  });
  const finished = { files: [], events: [FIELDS], name: null, unfinished: [] };

  it.each(steps)('after the step %s is finished by the next start', async (step) => {
    await scene.fill();
    await scene.parts.rebuild();
    await cutAfter(step);
    await scene.close();
    scene = await openScene(places);
    expect(await resumeErasures(scene.parts)).toMatchObject([{ person: ERASED_PERSON, fields: FIELDS }]);
    expect(await state()).toEqual(finished);
    expect(await resumeErasures(scene.parts)).toEqual([]);
  });

  it('is the same erasure where it is asked for again', async () => {
    await scene.fill();
    await cutAfter('event');
    const { erasureId } = await erasePerson(scene.parts, request);
    expect(scene.vault.erasures.ofPerson(ERASED_PERSON)).toMatchObject([{ id: erasureId, done: true }]);
    expect(await state()).toEqual(finished);
  });

  it('has made the texts unreadable once its first step is done', async () => {
    await scene.fill();
    await cutAfter('keys');
    const { events } = await scene.store.readStream('case-g3');
    expect(events.find(({ type }) => type === 'ItemRegistered')?.data['text']).toBe(ERASED);
  });
});
