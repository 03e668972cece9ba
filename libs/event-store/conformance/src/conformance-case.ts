import type { Capability } from './log-under-test.ts';
import type { Scene } from './scene.ts';

export type ConformanceCase<Name extends string = string> = {
  readonly name: Name;
  readonly needs: readonly Capability[];
  readonly run: (scene: Scene) => Promise<void>;
};

export const conformanceCase = <const Name extends string>(
  name: Name,
  run: (scene: Scene) => Promise<void>,
  ...needs: readonly Capability[]
): ConformanceCase<Name> => ({ name, needs, run });
