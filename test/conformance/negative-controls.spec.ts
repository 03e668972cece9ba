import { expect, it, jest } from '@jest/globals';
import { type CaseName, conformanceCases, runCase } from '@duban/event-store-conformance';
import { brokenContent, brokenLiving, brokenReading } from './broken-readers.ts';
import { brokenAppending, brokenRacing, brokenRepeating } from './broken-writers.ts';
import { type Breakage, memoryLogFactory } from './memory-log-factory.ts';

/** A case that no broken store fails does not compile: nobody knows whether it can fail at all. */
const broken: Record<CaseName, Breakage> = {
  ...brokenAppending,
  ...brokenRepeating,
  ...brokenRacing,
  ...brokenReading,
  ...brokenContent,
  ...brokenLiving,
};

jest.setTimeout(60_000);

const HEARTBEAT_MS = 10;
const CAPABILITIES = { promises: [], wakeWithinMs: 300 };

const failedCases = async (breakage: Breakage): Promise<string[]> => {
  const failed = [];
  for (const one of conformanceCases) {
    const passed = await runCase(one, memoryLogFactory(breakage, HEARTBEAT_MS), CAPABILITIES).then(
      () => true,
      () => false,
    );
    if (!passed) failed.push(one.name);
  }
  return failed;
};

it.each(Object.entries(broken))(
  '%s is failed by a store that breaks it, and no other case is',
  async (name, breakage) => {
    expect(await failedCases(breakage)).toEqual([name]);
  },
);

it('a sound store fails no case', async () => {
  expect(await failedCases((store) => store)).toEqual([]);
});
