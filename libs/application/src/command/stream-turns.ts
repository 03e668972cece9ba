/** Runs work on one stream after the other and on different streams side by side: fewer lost races, same rules. */
export type StreamTurns = <T>(stream: string, work: () => Promise<T>) => Promise<T>;

export const streamTurns = (): StreamTurns => {
  const last = new Map<string, Promise<unknown>>();
  return async (stream, work) => {
    const before = last.get(stream) ?? Promise.resolve();
    const mine = before.then(work, work);
    last.set(stream, mine);
    try {
      return await mine;
    } finally {
      if (last.get(stream) === mine) last.delete(stream);
    }
  };
};
