/** The right to send, which one process has at a time. Asked before every page, so it must be cheap while it is ours. */
export type Turn = {
  /**
   * `held`: it was ours already, send. `taken`: it is ours from now on. `waited`: somebody else has it; we have waited a
   * little, or until the signal.
   * @throws CodedError `lease.lost` when it went to somebody else
   */
  readonly hold: (signal: AbortSignal) => Promise<'held' | 'taken' | 'waited'>;
};

export const ALWAYS_MINE: Turn = { hold: async () => 'held' };
