/** The only source of "now". Answers epoch milliseconds, UTC. */
export type Clock = { readonly now: () => number };
