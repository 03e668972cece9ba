import { ERASED, WITHHELD } from '@duban/contracts';

/** What the document says in words. */
export const DESCRIPTION = `What Duban 督办 tells the world: every event that is not private, as a CloudEvent.

* **Delivery** is at least once. Drop copies by \`source\` and \`id\`.
* **Order** holds within \`source\` and goes by \`sequence\`, never by \`time\`. The key is the case id, so a case stays in one
  partition. \`sequence\` has holes where an event is private.
* **Everything is kept**: a topic begins with the first event. A new consumer reads it from the start.
* **Erasure**: Kafka keeps what it was given, so text that may name people does not go there: \`${WITHHELD}\` stands in its place.
  Server-sent events carry it to those who may read it; \`${ERASED}\` stands where the law had it deleted.
* **Versions**: the type ends in one. A version never changes its meaning; a changed payload is another version and
  another message of the same topic. Pass over types that you do not know.

Stages, commands and reading are in the HTTP API (\`/openapi.json\`).`;

export const KAFKA_SERVER =
  'The brokers of the installation (`KAFKA_BROKERS`). How consumers identify themselves there is set by whoever runs them.';

export const HTTP_SERVER =
  'A running Duban. Analysts, auditors and the supervision office may follow `/events`.';

export const EVENTS_CHANNEL = `Server-sent events: the same messages as on Kafka, of all topics, in the order of the log. The id of each
is \`position\`, its event is \`type\`, its data the CloudEvent. Begins now, after \`Last-Event-ID\` (empty: with the first event) or after
\`?after=<position>\`.`;
