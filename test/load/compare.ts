/** What a bench measures: the product's own path against a bare loop over the same engine, in one run. */
export type Comparison = {
  readonly name: string;
  /** Per second, medians of {@link ROUNDS}. */
  readonly own: number;
  readonly bare: number;
  readonly ratio: number;
  /** What the ratio should reach at least; 0: there is none. */
  readonly bar: number;
};

export const ROUNDS = 5;

/** Things done in a second. */
export type Rate = () => number | Promise<number>;

export const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;

/** How many a second, when `work` does `count` of them. */
export const perSecond = async (count: number, work: () => Promise<unknown>): Promise<number> => {
  const start = performance.now();
  await work();
  return (count * 1_000) / (performance.now() - start);
};

/** In turns, since machines are noisy; what counts is the ratio. */
export const compare = async (name: string, bar: number, own: Rate, bare: Rate): Promise<Comparison> => {
  const rates: { own: number[]; bare: number[] } = { own: [], bare: [] };
  for (let round = 0; round < ROUNDS; round += 1) {
    rates.bare.push(await bare());
    rates.own.push(await own());
  }
  const [mine, theirs] = [median(rates.own), median(rates.bare)];
  const ratio = Number((mine / theirs).toFixed(2));
  return { name, own: Math.round(mine), bare: Math.round(theirs), ratio, bar };
};

/** A table on the error output for who looks, JSON on the other for who compares. */
export const report = (
  results: readonly Comparison[],
  facts: Readonly<Record<string, unknown>> = {},
): void => {
  process.stdout.write(`${JSON.stringify({ ...facts, rounds: ROUNDS, results }, null, 2)}\n`);
  const lines = results.map(
    ({ name, own, bare, ratio, bar }) =>
      `${name.padEnd(42)} ${String(own).padStart(9)}/s  bare ${String(bare).padStart(9)}/s  × ${ratio.toFixed(2)}${bar > 0 ? `  (bar ${String(bar)})` : ''}`,
  );
  process.stderr.write(`${lines.join('\n')}\n`);
};
