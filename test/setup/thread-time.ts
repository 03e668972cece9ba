/** Milliseconds of the processor that this thread has had: what else the machine does meanwhile is not counted. */
const threadMs = (): number => {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
};

/** How much of it this thread had while something ran. */
export const threadTime = async (run: () => Promise<unknown>): Promise<number> => {
  const before = threadMs();
  await run();
  return threadMs() - before;
};

/** Beside it a thread follows logs, compiles and collects garbage: in one of several tries least. */
export const leastOf = async (tries: number, measure: () => Promise<number>): Promise<number> => {
  const times: number[] = [];
  while (times.length < tries) times.push(await measure());
  return Math.min(...times);
};

/** The most that it had between two turns of a timer while something ran: so long nobody else had their turn. */
export const longestHold = async (run: () => unknown): Promise<number> => {
  let [last, worst] = [threadMs(), 0];
  const look = (): void => {
    const now = threadMs();
    worst = Math.max(worst, now - last);
    last = now;
  };
  const timer = setInterval(look, 2);
  try {
    await run();
    look();
    return worst;
  } finally {
    clearInterval(timer);
  }
};
