import { legalDateOfInstant } from '@duban/application';
import type { EventReader } from '@duban/event-store';
import { isRole, LOG_START, postText, type Post } from '@duban/kernel';

/** A post in which somebody acted once. `lastActed`: the day of the last record, in Asia/Shanghai. */
export type PastPost = Post & { readonly personId: string; readonly lastActed: string };

const PAGE = 512;

/** Every post in which a person acted in this log; the program's own acts and those of a command line are nobody's. */
export const pastPosts = async (reader: EventReader): Promise<readonly PastPost[]> => {
  const found = new Map<string, PastPost>();
  for (let after = LOG_START; ;) {
    const page = await reader.readLog({ after, limit: PAGE });
    for (const { metadata } of page.events) {
      const { id: personId, role, organ } = metadata.actor;
      if (!personId.startsWith('person:') || personId.startsWith('person:cli-') || !isRole(role)) continue;
      const lastActed = legalDateOfInstant(metadata.recordedAt);
      found.set(`${personId} ${postText({ role, organ })}`, { personId, role, organ, lastActed });
    }
    if (page.events.length === 0 || page.next === after) return [...found.values()];
    after = page.next;
  }
};
