export type KeeperSettings = {
  readonly java: readonly string[];
  readonly properties: string;
  readonly folder: string;
  readonly port: number;
  /** The process for whose sake the broker runs. */
  readonly watch: number;
  /** Removed with the broker's own folder in the end. */
  readonly clears: readonly string[];
};

/** `kill` is `kill -9`, `quit` asks politely, `end` kills, clears up and ends the keeper. */
export type BrokerCommand = 'start' | 'kill' | 'quit' | 'end';
export type FromKeeper = { readonly did: BrokerCommand | 'format' } | { readonly failed: string };
