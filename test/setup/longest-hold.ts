const heldMs = (): number => {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
};

/**
 * How long this thread was held at the worst between two turns of a timer while something ran, in milliseconds of the
 * processor: what else the machine does meanwhile is not counted.
 */
export const longestHold = async (run: () => unknown): Promise<number> => {
  let [last, worst] = [heldMs(), 0];
  const look = (): void => {
    const now = heldMs();
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
