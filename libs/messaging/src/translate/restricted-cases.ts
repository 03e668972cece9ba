import { LOG_START } from '@duban/kernel';
import type { EventReader, StoredEvent } from '@duban/event-store';

/** Cases whose results are withheld: nothing of them leaves to those who only count, or where nothing can be taken back. */
export type RestrictedCases = {
  /** Right up to the end that the log has now, after a restart as before it: only the log is asked. */
  readonly upToNow: () => Promise<void>;
  /** Of a case, or of a survey of one. */
  readonly has: (stream: string) => boolean;
};

const WITHHELD = 'PublicationWithheld';
const SURVEYED = 'SurveyDesigned';

/** Reads two kinds of events once, and then what came since. */
export const restrictedCases = (reader: Pick<EventReader, 'readLog'>): RestrictedCases => {
  const restricted = new Set<string>();
  const caseOf = new Map<string, string>();
  let after = LOG_START;
  let turn: Promise<void> = Promise.resolve();

  const learn = ({ type, stream, data }: StoredEvent): void => {
    if (type === WITHHELD) restricted.add(stream);
    if (type === SURVEYED && typeof data['caseId'] === 'string') caseOf.set(stream, `case-${data['caseId']}`);
  };
  const read = async (): Promise<void> => {
    for (;;) {
      const page = await reader.readLog({ after, types: [WITHHELD, SURVEYED] });
      page.events.forEach(learn);
      if (page.next === after) return;
      after = page.next;
    }
  };
  return {
    upToNow: () => {
      const next = turn.then(read);
      turn = next.catch(() => undefined);
      return next;
    },
    has: (stream) => restricted.has(caseOf.get(stream) ?? stream),
  };
};
