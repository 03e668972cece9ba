import { hasCode } from '@duban/kernel';
import { askWitness, type WitnessAddress, type WitnessedParts } from '../witness-client.ts';
import { faultOf } from './sealing-loop.ts';
import type { SealingFault } from './sealing-protocol.ts';

export type WitnessRounds = {
  /** Asks all of them about the newest checkpoint, unless that was done a moment ago; then it is done a moment later. */
  readonly wake: () => void;
  /** Asks now, and answers when all have answered. */
  readonly ask: () => Promise<void>;
  /** The worst that a witness had to say in its latest answer. */
  readonly fault: () => SealingFault | null;
  readonly stop: () => void;
};

const sawAnotherHistory = (error: unknown): boolean =>
  hasCode(error, 'audit.fork') || hasCode(error, 'audit.rolled-back');

/** A witness that does not answer holds up nothing; what it would have seen, it sees at the next round. */
export const witnessRounds = (
  witnesses: readonly WitnessAddress[],
  parts: WitnessedParts & { readonly everyMs: number; readonly onRound: () => void },
): WitnessRounds => {
  let timer: NodeJS.Timeout | null = null;
  let lastRound = -Infinity;
  let fault: SealingFault | null = null;
  const ask = async (): Promise<void> => {
    lastRound = performance.now();
    const answers = await Promise.allSettled(witnesses.map((witness) => askWitness(witness, parts)));
    const errors = answers.flatMap((answer): unknown[] =>
      answer.status === 'rejected' ? [answer.reason] : [],
    );
    const worst = errors.find(sawAnotherHistory) ?? errors[0];
    fault = worst === undefined ? null : faultOf(worst);
    parts.onRound();
  };
  return {
    wake: () => {
      if (timer !== null || witnesses.length === 0) return;
      const wait = Math.max(0, parts.everyMs - (performance.now() - lastRound));
      timer = setTimeout(() => {
        timer = null;
        void ask();
      }, wait);
    },
    ask,
    fault: () => fault,
    stop: () => {
      if (timer !== null) clearTimeout(timer);
    },
  };
};
