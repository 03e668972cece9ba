/**
 * A test runner for Stryker that loads the tests once and then runs, for each mutant, only those that reach it. With
 * jest every mutant loads every related test file again, which costs seconds; here it costs what the tests cost.
 */
import { relative } from 'node:path';
import { Worker } from 'node:worker_threads';
import { declareClassPlugin, PluginKind } from '@stryker-mutator/api/plugin';
import { determineHitLimitReached, toMutantRunResult } from '@stryker-mutator/api/test-runner';
import { registerSourceNames } from './source-names.mjs';
import {
  ACTIVE,
  context,
  keepTimes,
  runFiles,
  runTests,
  specFiles,
  testsIn,
  watchStrays,
} from './spec-run.mjs';

const shared = (one, other) => {
  const [a, b] = [one.split(/[/.]/), other.split(/[/.]/)];
  const end = a.findIndex((part, place) => part !== b[place]);
  return end < 0 ? a.length : end;
};
/** The spec beside the mutated file is the likeliest to notice, and most of the others then need no loading. */
const nearestFirst = (files, mutated) => files.toSorted((a, b) => shared(b, mutated) - shared(a, mutated));

const timedOut = { results: [], timedOut: true };

/** Answers when the thread has told its results, has died, or has had its time. */
const inFreshThread = async (data, timeout) => {
  const worker = new Worker(new URL('fresh-run.worker.mjs', import.meta.url), {
    workerData: data,
    env: { ...process.env, [ACTIVE]: data.mutant },
    stdout: true,
    stderr: true,
  });
  let clock;
  const told = await new Promise((resolve) => {
    clock = setTimeout(resolve, timeout, timedOut);
    worker.once('message', resolve);
    worker.once('error', (error) => {
      const failed = { id: '', name: '', status: 1, timeSpentMs: 0, failureMessage: String(error) };
      resolve({ results: [failed] });
    });
  });
  clearTimeout(clock);
  await worker.terminate();
  return told;
};

const verdict = ({ results, hitCount, timedOut: late }, { hitLimit, disableBail }) => {
  const endless = late ? { status: 'timeout' } : determineHitLimitReached(hitCount, hitLimit);
  return toMutantRunResult(endless ?? { status: 'complete', tests: results }, disableBail);
};

class SpecRunner {
  capabilities() {
    return { reloadEnvironment: true };
  }

  async init() {
    watchStrays();
    registerSourceNames(process.cwd());
  }

  async dryRun() {
    const tests = [];
    for (const file of specFiles()) tests.push(...(await testsIn(file)));
    const results = await runTests(tests, false);
    keepTimes(results);
    return { status: 'complete', tests: results, mutantCoverage: context.mutantCoverage };
  }

  async mutantRun(options) {
    const { activeMutant, testFilter, hitLimit, disableBail, sandboxFileName, timeout } = options;
    const files = nearestFirst(specFiles(), relative(process.cwd(), sandboxFileName));
    const bail = !disableBail;
    if (testFilter === undefined) {
      const mutant = activeMutant.id;
      // Less than what Stryker waits, which would then begin a new process.
      return verdict(await inFreshThread({ files, mutant, bail, hitLimit }, timeout * 0.9), options);
    }
    const chosen = new Set(testFilter);
    const reached = files.filter((file) => testFilter.some((id) => id.startsWith(`${file}#`)));
    const aroundTests = async (run) => {
      context.activeMutant = process.env[ACTIVE] = activeMutant.id;
      try {
        return await run();
      } finally {
        delete process.env[ACTIVE];
        context.activeMutant = undefined;
      }
    };
    Object.assign(context, { hitLimit, hitCount: hitLimit === undefined ? undefined : 0 });
    const results = await runFiles(reached, { bail, isChosen: (id) => chosen.has(id), aroundTests });
    return verdict({ results, hitCount: context.hitCount }, options);
  }
}

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, 'specs', SpecRunner)];
