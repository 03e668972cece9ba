/** Each takes a core and the memory of a whole file: more at once would only make all of them late. */
const AT_ONCE = 2;

let running = 0;
const waiting: (() => void)[] = [];

/** Resolves when it is this export's turn; answers the function that ends the turn. */
export const exportTurn = async (): Promise<() => void> => {
  if (running >= AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve));
  else running += 1;
  return () => {
    const next = waiting.shift();
    if (next === undefined) running -= 1;
    else next();
  };
};
