import { legalDateOfInstant } from '@duban/application';
import { eventEntries } from '@duban/contracts';
import type { EventReader } from '@duban/event-store';
import { LOG_START } from '@duban/kernel';

/** What was proposed and that nobody has confirmed or declined. */
export type Waiting = {
  readonly stream: string;
  readonly proposalId: string;
  /** Type of the event that proposes it. */
  readonly type: string;
  readonly proposedBy: string;
  readonly proposedOn: string;
  readonly expiresOn: string;
};

const PAGE = 512;

/** Events that say which proposal they make or end. */
const TYPES = eventEntries
  .filter(({ schemas }) => JSON.stringify(schemas).includes('"proposalId"'))
  .map(({ type }) => type);

/** One pass over the events that name a proposal: the one that says until when it waits makes it, any other ends it. */
export const waitingInLog = async (reader: EventReader, today: string): Promise<readonly Waiting[]> => {
  const waiting = new Map<string, Waiting>();
  for (let after = LOG_START; ;) {
    const page = await reader.readLog({ after, types: TYPES, limit: PAGE });
    for (const { stream, type, data, metadata } of page.events) {
      const { proposalId, expiresOn } = data;
      if (typeof proposalId !== 'string') continue;
      const place = `${stream} ${proposalId}`;
      if (typeof expiresOn !== 'string') waiting.delete(place);
      else
        waiting.set(place, {
          ...{ stream, proposalId, type, proposedBy: metadata.actor.id, expiresOn },
          proposedOn: legalDateOfInstant(metadata.recordedAt),
        });
    }
    if (page.events.length === 0 || page.next === after)
      return [...waiting.values()].filter(({ expiresOn }) => today <= expiresOn);
    after = page.next;
  }
};
