/** Loads spec files once each and runs chosen tests of them as often as needed. */
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Names that Stryker's instrumentation knows. */
export const ACTIVE = '__STRYKER_ACTIVE_MUTANT__';
export const context = (globalThis.__stryker__ ??= {});

const NOT_UNITS = /\.(e2e|int|browser)\.spec\.|node_modules/;
export const FAILED = 1;

/** Spec files that `MUTATION_TESTS` names, or that lie below the folders it names and need no server. */
export const specFiles = () =>
  (process.env.MUTATION_TESTS ?? 'libs')
    .split(',')
    .flatMap((place) =>
      place.endsWith('.ts')
        ? [place]
        : globSync(`${place}/**/*.spec.ts`).filter((file) => !NOT_UNITS.test(file)),
    )
    .sort();

const chain = (block) => (block === null ? [] : [...chain(block.parent), block]);

const loaded = new Map();

/** How long each test took in the first run, in milliseconds, for every process and thread of a run. */
const TIMES = 'test-times.json';
let times = null;
const timeOf = (id) => (times ??= existsSync(TIMES) ? JSON.parse(readFileSync(TIMES, 'utf8')) : {})[id] ?? 0;
export const keepTimes = (results) => {
  writeFileSync(
    TIMES,
    JSON.stringify(Object.fromEntries(results.map(({ id, timeSpentMs }) => [id, timeSpentMs]))),
  );
};

export const testsIn = async (file) => {
  const known = loaded.get(file);
  if (known !== undefined) return known;
  // Not before the hooks are there, and the very module that the tests get.
  const { testsOf } = await import('@jest/globals');
  const tests = (await testsOf(join(process.cwd(), file))).map((test, place) => {
    const names = [
      ...chain(test.block)
        .slice(1)
        .map(({ name }) => name),
      test.name,
    ];
    return { ...test, file, id: `${file}#${place} ${names.join(' ')}` };
  });
  loaded.set(file, tests);
  return tests;
};

/** What went wrong outside of any test's own promise. */
let stray = null;
export const watchStrays = () => {
  process.on('unhandledRejection', (error) => (stray ??= error));
  process.on('uncaughtException', (error) => (stray ??= error));
};

const enter = async (block, entered) => {
  if (entered.has(block)) return;
  entered.add(block);
  for (const hook of block.before) await hook();
};

const runOne = async (test, entered) => {
  const { id, file } = test;
  const begun = performance.now();
  const told = () => ({ id, name: id, fileName: file, timeSpentMs: performance.now() - begun });
  try {
    const blocks = chain(test.block);
    for (const block of blocks) await enter(block, entered);
    context.currentTestId = id;
    try {
      for (const hook of blocks.flatMap(({ beforeEach }) => beforeEach)) await hook();
      await test.run();
    } finally {
      for (const hook of blocks.toReversed().flatMap(({ afterEach }) => afterEach)) await hook();
    }
    if (stray !== null) throw stray;
    return { ...told(), status: 0 };
  } catch (error) {
    return {
      ...told(),
      status: FAILED,
      failureMessage: error instanceof Error ? error.message : String(error),
    };
  } finally {
    context.currentTestId = undefined;
  }
};

/** With `bail` the first failure ends it, and quick tests come first. */
export const runTests = async (tests, bail) => {
  const entered = new Set();
  const results = [];
  stray = null;
  for (const test of bail ? tests.toSorted((a, b) => timeOf(a.id) - timeOf(b.id)) : tests) {
    const result = await runOne(test, entered);
    results.push(result);
    if (bail && result.status === FAILED) break;
  }
  for (const block of entered) {
    for (const hook of block.after) await Promise.resolve(hook()).catch(() => undefined);
  }
  return results;
};

const SLOW_MS = 100;

/**
 * Runs file after file, and slow tests only when all quick ones passed: most mutants are dead by then. `aroundTests`
 * gets the run of one file's tests, so that the caller can switch the mutant on for it alone. `isChosen` picks tests by
 * their id.
 */
export const runFiles = async (files, { bail, isChosen, aroundTests = (run) => run() }) => {
  const all = [];
  for (const isTurnOf of [(id) => timeOf(id) <= SLOW_MS, (id) => timeOf(id) > SLOW_MS]) {
    for (const file of files) {
      const tests = (await testsIn(file)).filter(({ id }) => isChosen(id) && isTurnOf(id));
      if (tests.length === 0) continue;
      all.push(...(await aroundTests(() => runTests(tests, bail))));
      if (bail && all.at(-1)?.status === FAILED) return all;
    }
  }
  return all;
};
