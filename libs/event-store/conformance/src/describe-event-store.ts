import { describe, it } from '@jest/globals';
import { appending } from './cases/appending.ts';
import { content } from './cases/content.ts';
import { living } from './cases/living.ts';
import { racing } from './cases/racing.ts';
import { reading } from './cases/reading.ts';
import { repeating } from './cases/repeating.ts';
import type { ConformanceCase } from './conformance-case.ts';
import type { Capability, LogFactory } from './log-under-test.ts';
import { withScene } from './scene.ts';

const ALL = [...appending, ...repeating, ...racing, ...reading, ...content, ...living] as const;

export type CaseName = (typeof ALL)[number]['name'];

/** Every named promise of the port; exported so that broken stores can prove each of them. */
export const conformanceCases: readonly ConformanceCase<CaseName>[] = ALL;

export type Capabilities = {
  readonly promises: readonly Capability[];
  /** Cases that a store fails for now. The value is the reason, shown at the end of every run. */
  readonly skip?: Partial<Record<CaseName, string>>;
  /** How long a listener may wait for a wake-up without an append; default 5 s. */
  readonly wakeWithinMs?: number;
};

export const runCase = (
  { run }: ConformanceCase,
  factory: LogFactory,
  { wakeWithinMs = 5_000 }: Capabilities,
): Promise<void> => withScene(factory, wakeWithinMs, run);

const isPromised = ({ needs }: ConformanceCase, { promises }: Capabilities): boolean =>
  needs.every((capability) => promises.includes(capability));

const CASE_TIMEOUT_MS = 120_000;

/** Binds a store to the suite: this call is the whole test file of an adapter. */
export const describeEventStore = (name: string, factory: LogFactory, capabilities: Capabilities): void => {
  describe(`event store: ${name}`, () => {
    for (const one of conformanceCases.filter((candidate) => isPromised(candidate, capabilities))) {
      const reason = capabilities.skip?.[one.name];
      if (reason === undefined) it(one.name, () => runCase(one, factory, capabilities), CASE_TIMEOUT_MS);
      else it.skip(`${one.name} [not run: ${reasonOf(one.name, reason)}]`, () => undefined);
    }
  });
};

const reasonOf = (name: string, reason: string): string => {
  if (reason.trim() === '') throw new Error(`the skipped case ${name} needs a reason`);
  return reason;
};
