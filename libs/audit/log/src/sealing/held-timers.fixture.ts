type Held = { readonly run: () => void; readonly ms: number };

/** Takes the place of `setTimeout` while `work` runs: nothing starts by itself, and what was asked for can be seen. */
export const withHeldTimers = async (work: (held: Held[]) => Promise<void>): Promise<void> => {
  const { setTimeout: set, clearTimeout: clear } = globalThis;
  const held: Held[] = [];
  const hold = (run: () => void, ms = 0): Held => {
    const one = { run, ms };
    held.push(one);
    return one;
  };
  const drop = (one: Held): void => {
    if (held.includes(one)) held.splice(held.indexOf(one), 1);
  };
  Object.assign(globalThis, { setTimeout: hold, clearTimeout: drop });
  try {
    await work(held);
  } finally {
    Object.assign(globalThis, { setTimeout: set, clearTimeout: clear });
  }
};

/** Lets the earliest one run that is still held. */
export const fire = (held: Held[]): void => {
  held.shift()?.run();
};
