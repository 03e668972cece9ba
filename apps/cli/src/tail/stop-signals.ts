import { constants } from 'node:os';

const SIGNALS = ['SIGINT', 'SIGTERM'] as const;
/** By convention of the shell: 130 for SIGINT, 143 for SIGTERM. */
const BASE = 128;

export type StopSignals = {
  /** The exit code of the signal that came, null while none has. */
  readonly exitCode: () => number | null;
  readonly forget: () => void;
};

/** The first signal ends the work in good order; a second one ends the process as it would have anyway. */
export const onStopSignal = (stop: () => void): StopSignals => {
  let exitCode: number | null = null;
  const listener = (signal: NodeJS.Signals): void => {
    exitCode = BASE + constants.signals[signal];
    forget();
    stop();
  };
  const forget = (): void => {
    for (const signal of SIGNALS) process.off(signal, listener);
  };
  for (const signal of SIGNALS) process.on(signal, listener);
  return { exitCode: () => exitCode, forget };
};
