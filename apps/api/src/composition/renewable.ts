/** A function with a memory of its own that can be exchanged for a new one, which remembers nothing. */
export const renewable = <Args extends readonly unknown[], Answer>(make: () => (...args: Args) => Answer) => {
  let current = make();
  return {
    call: (...args: Args): Answer => current(...args),
    renew: (): void => {
      current = make();
    },
  };
};
