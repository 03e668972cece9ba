/** Wakes pollers after appends and, because a wake-up can get lost (E21), at intervals without one. */
export type WakeBell = {
  readonly listen: (wake: () => void) => () => void;
  readonly ring: () => void;
  readonly close: () => void;
};

/** A listener that throws must stop neither the append nor its neighbours; the next ring calls it again. */
const wakeSafely = (wake: () => void): void => {
  try {
    wake();
  } catch (error) {
    process.emitWarning(`a listener of the log threw: ${String(error)}`, { code: 'LOG_LISTENER_THREW' });
  }
};

export const createWakeBell = (heartbeatMs: number): WakeBell => {
  const listeners = new Map<symbol, () => void>();
  const ring = () => {
    for (const wake of listeners.values()) wakeSafely(wake);
  };
  const heartbeat = setInterval(ring, heartbeatMs).unref();
  return {
    ring,
    listen: (wake) => {
      const key = Symbol('listener');
      listeners.set(key, wake);
      return () => {
        listeners.delete(key);
      };
    },
    close: () => {
      clearInterval(heartbeat);
      listeners.clear();
    },
  };
};
