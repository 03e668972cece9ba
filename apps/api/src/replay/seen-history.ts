import { basisSeenBy, decisionSeenBy, eventSeenBy, type Audience } from '@duban/contracts';
import type { StoredEvent } from '@duban/event-store';
import { whyChain, type ChainLink } from '@duban/projections';

type Seen = {
  /** The whole history, since revisions are counted in it, with what is kept back masked. */
  readonly readable: readonly StoredEvent[];
  /** Whether the asker gets anything of an event. */
  readonly isSeen: (event: { readonly id: string }) => boolean;
};

export const seenEvents = (events: readonly StoredEvent[], audience: Audience): Seen => {
  const seen = new Map(events.map((event) => [event.id, eventSeenBy(event, audience)]));
  return {
    readable: events.map((event) => seen.get(event.id) ?? event),
    isSeen: ({ id }) => (seen.get(id) ?? null) !== null,
  };
};

/** A command of which nothing is seen is not there, nor what it led to as its work. */
export const seenChain = (events: readonly StoredEvent[], audience: Audience): readonly ChainLink[] => {
  const { isSeen } = seenEvents(events, audience);
  const links = whyChain(events)
    .map((link) => ({ ...link, events: link.events.filter(isSeen) }))
    .filter((link) => link.events.length > 0);
  const known = new Set(links.map(({ commandId }) => commandId));
  return links.map((link) => ({
    ...link,
    basis: basisSeenBy(link.basis, audience),
    decision: link.decision && decisionSeenBy(link.decision, audience),
    ledTo: link.ledTo.filter((commandId) => known.has(commandId)),
    because:
      link.because.kind === 'event' && !isSeen(link.because) ? { kind: 'person' as const } : link.because,
  }));
};
