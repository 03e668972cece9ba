/** Chance that repeats itself: the same seed, the same numbers. */
export type Chance = {
  /** A whole number from 0, below this one. */
  readonly below: (count: number) => number;
  readonly one: <Value>(values: readonly [Value, ...Value[]]) => Value;
  /** Any of them; undefined where there is none. */
  readonly any: <Value>(values: readonly Value[]) => Value | undefined;
  /** Whether it happens, of a hundred times in so many. */
  readonly inHundred: (times: number) => boolean;
};

const MODULUS = 2_147_483_647;

/** Multiplicative congruence modulo a prime (Park and Miller, 48271): exact in the numbers of the language, and quick. */
export const chanceOf = (seed: number): Chance => {
  let state = (seed % MODULUS) + 1;
  const next = (): number => {
    state = (state * 48_271) % MODULUS;
    return state;
  };
  const below: Chance['below'] = (count) => next() % count;
  return {
    below,
    one: (values) => values[below(values.length)] ?? values[0],
    any: (values) => values[below(Math.max(values.length, 1))],
    inHundred: (times) => below(100) < times,
  };
};
