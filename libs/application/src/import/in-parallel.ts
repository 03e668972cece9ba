/** Works on so many things at once, in their order, so that the log's group commit has something to group. */
export const inParallel = async <Thing, Result>(
  things: readonly Thing[],
  atOnce: number,
  work: (thing: Thing, at: number) => Promise<Result>,
): Promise<readonly Result[]> => {
  const results = new Map<number, Result>();
  const queue = things.entries();
  const worker = async (): Promise<void> => {
    for (const [at, thing] of queue) results.set(at, await work(thing, at));
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, things.length) }, worker));
  return things.flatMap((_, at) => (results.has(at) ? [results.get(at) as Result] : []));
};
