import { hasCode } from '@duban/kernel';
import { ASLEEP, EVERY_MS, LOOK_AGAIN_MS, recordingRound, type RecordingPorts } from './recording-round.ts';

export type CheckpointRecording = {
  /** There may be something new. Cheap: a round looks into the log once. */
  readonly wake: () => void;
  /** No round begins any more; answers when the one under way is over. */
  readonly stop: () => Promise<void>;
};

type Round = () => Promise<number | null>;

const untroubled =
  (round: Round, { everyMs = EVERY_MS, onError }: RecordingPorts): Round =>
  async () => {
    try {
      return await round();
    } catch (error) {
      if (hasCode(error, 'lease.lost')) return LOOK_AGAIN_MS;
      onError(error);
      return everyMs;
    }
  };

/** Writes the newest signed head down in the log, at most once in a period, and only when there is news under it. */
export const recordCheckpoints = (ports: RecordingPorts): CheckpointRecording => {
  const round = untroubled(recordingRound(ports), ports);
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | null = null;
  let state: 'resting' | 'woken' | 'stopped' = 'resting';
  const isStopped = (): boolean => state === 'stopped';
  const isWoken = (): boolean => state === 'woken';
  const begin = (): void => {
    timer = undefined;
    state = 'resting';
    running = run();
  };
  const run = async (): Promise<void> => {
    const wait = await round();
    running = null;
    if (isStopped()) return;
    if (wait !== ASLEEP) timer = setTimeout(begin, wait).unref();
    else if (isWoken()) begin();
  };
  return {
    wake: () => {
      if (isStopped() || timer !== undefined) return;
      if (running === null) begin();
      else state = 'woken';
    },
    stop: async () => {
      state = 'stopped';
      clearTimeout(timer);
      await running;
    },
  };
};
