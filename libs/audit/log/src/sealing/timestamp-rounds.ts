import { askTimestamp, type TimestampParts } from '../timestamp-client.ts';
import { faultOf } from './sealing-loop.ts';
import type { SealingFault, TimestampSetting } from './sealing-protocol.ts';

export type TimestampRounds = {
  /** Has the newest checkpoint stamped, unless one was a moment ago; then it is done later. */
  readonly wake: () => void;
  readonly fault: () => SealingFault | null;
  readonly stop: () => void;
};

const LONGEST_RETRY_MS = 60_000;

/** An authority that does not answer holds up nothing: it is asked again, about the checkpoint that is then the newest. */
export const timestampRounds = (
  setting: TimestampSetting | null,
  parts: TimestampParts & { readonly onRound: () => void },
): TimestampRounds => {
  let timer: NodeJS.Timeout | null = null;
  let notBefore = -Infinity;
  let fault: SealingFault | null = null;
  let stopped = false;
  const ask = async ({ url, everyMs }: TimestampSetting): Promise<void> => {
    const asked = performance.now();
    try {
      await askTimestamp(url, parts);
      fault = null;
      notBefore = asked + everyMs;
    } catch (error) {
      fault = faultOf(error);
      notBefore = asked + Math.min(everyMs, LONGEST_RETRY_MS);
      wake();
    }
    parts.onRound();
  };
  const wake = (): void => {
    if (setting === null || timer !== null || stopped) return;
    timer = setTimeout(
      () => {
        timer = null;
        void ask(setting);
      },
      Math.max(0, notBefore - performance.now()),
    );
  };
  return {
    wake,
    fault: () => fault,
    stop: () => {
      stopped = true;
      if (timer !== null) clearTimeout(timer);
    },
  };
};
