import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useAsOf } from '../as-of/use-as-of.ts';
import { followEvents } from './follow-events.ts';

/** `polling`: the stream is not open to this role, or broke; the page asks by itself every now and then. */
export type LiveState = 'connecting' | 'on' | 'polling';

const SETTLE_MS = 800;
const POLL_MS = 30_000;

/** Asks anew when something was recorded, once the burst is over. A past state does not change. */
export const useLive = (): LiveState => {
  const queries = useQueryClient();
  const { asOf } = useAsOf();
  const [state, setState] = useState<LiveState>('connecting');
  useEffect(() => {
    if (asOf !== undefined) return undefined;
    const ending = new AbortController();
    let waiting: ReturnType<typeof setTimeout> | undefined;
    const askAnew = (): void => {
      void queries.invalidateQueries();
    };
    const poll = (): void => {
      setState('polling');
      waiting = setInterval(askAnew, POLL_MS);
    };
    followEvents(ending.signal, {
      opened: () => {
        setState('on');
      },
      heard: () => {
        clearTimeout(waiting);
        waiting = setTimeout(askAnew, SETTLE_MS);
      },
    })
      .catch(() => undefined)
      .finally(() => {
        clearTimeout(waiting);
        if (!ending.signal.aborted) poll();
      });
    return () => {
      ending.abort();
      clearTimeout(waiting);
    };
  }, [asOf, queries]);
  return state;
};
