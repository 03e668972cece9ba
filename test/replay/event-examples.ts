import { decodeEvent, tellEvent, type EventExample } from '@duban/contracts';
import { goldenStreams } from './golden-files.ts';

const events = goldenStreams.flatMap((golden) => golden.events).map((event) => decodeEvent(event));

/** The first golden event of every type, as the event catalogue shows it. */
export const eventExamples: ReadonlyMap<string, EventExample> = new Map(
  events
    .toReversed()
    .map((event) => [
      event.type,
      { data: event.data, zh: tellEvent(event, 'zh'), en: tellEvent(event, 'en') },
    ]),
);
