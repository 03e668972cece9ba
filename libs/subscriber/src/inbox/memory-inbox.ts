import { admit, checkPlace } from './admit.ts';
import type { Inbox } from './inbox.port.ts';

const REMEMBERED = 100_000;

/** For consumers that keep nothing, such as a terminal: it remembers the newest events, and forgets all at the end. */
export const createMemoryInbox = (remembered: number = REMEMBERED): Inbox<null> => {
  const places = new Map<string, string>();
  const last = new Map<string, string>();
  const seen = new Set<string>();
  const remember = (key: string): void => {
    seen.add(key);
    const oldest = seen.size > remembered ? seen.values().next().value : undefined;
    if (oldest !== undefined) seen.delete(oldest);
  };
  return {
    place: async (lane) => places.get(lane) ?? null,
    take: async ({ lane, from, to, events }, apply) => {
      checkPlace(lane, from, places.get(lane) ?? null);
      let applied = 0;
      for (const [at, event] of events.entries()) {
        const key = `${event.source} ${event.id}`;
        const memory = { isSeen: seen.has(key), lastSequence: last.get(event.source) ?? null };
        if (!admit(event, memory)) continue;
        const answer = await apply(event, null, memory.lastSequence);
        remember(key);
        last.set(event.source, event.sequence);
        applied += 1;
        if (answer === 'enough') return { applied, repeated: at + 1 - applied, isEnough: true };
      }
      places.set(lane, to);
      return { applied, repeated: events.length - applied };
    },
  };
};
