import { audienceOf } from '@duban/application';
import { eventSeenBy } from '@duban/contracts';
import type { PagedLog, ExportedEvent } from '@duban/interchange';
import type { Principal } from '@duban/nest';
import type { EventReader } from '@duban/event-store';
import type { RestrictedReach } from '../access/restricted-reach.ts';

type Shown = (event: ExportedEvent) => readonly ExportedEvent[];

/** What was open when an export began stays so to its end: its passes have to agree. */
const sameForOne = (isShut: (stream: string) => boolean): ((stream: string) => boolean) => {
  const answers = new Map<string, boolean>();
  return (stream) => {
    const known = answers.get(stream) ?? isShut(stream);
    answers.set(stream, known);
    return known;
  };
};

const shownTo = async (reach: RestrictedReach, asker: Principal): Promise<Shown> => {
  const audience = audienceOf(asker.role);
  const shut = new Set(await reach.streamsShutTo(asker));
  const isWithheld = await reach.withheldFrom(asker);
  const isShut = sameForOne((stream) => shut.has(stream) || isWithheld(stream));
  return (event) => {
    const seen = isShut(event.stream) ? null : eventSeenBy(event, audience);
    return seen === null ? [] : [seen];
  };
};

/** The log as the asker may have it: papers of the office masked or left out, no case that is restricted for them, and for analysts none whose results are withheld. */
export const seenLog = async (
  store: EventReader,
  reach: RestrictedReach,
  asker: Principal,
): Promise<PagedLog> => {
  const shown = await shownTo(reach, asker);
  return {
    head: () => store.head(),
    readLog: async (options) => {
      const page = await store.readLog(options);
      return { ...page, events: page.events.flatMap(shown) };
    },
    readStream: async (stream, options) => {
      const page = await store.readStream(stream, options);
      return { ...page, events: page.events.flatMap(shown) };
    },
  };
};
