export type { Applied, Apply, Inbox, Intake, Taken } from './inbox/inbox.port.ts';
export { createMemoryInbox } from './inbox/memory-inbox.ts';
export { openSqliteInbox } from './inbox/sqlite-inbox.ts';
export { subscribeKafka, type KafkaOptions } from './kafka/subscribe-kafka.ts';
export { parseEvent, type Envelope, type PublicEvent } from './public-event.ts';
export { subscribeSse, type SseOptions } from './sse/subscribe-sse.ts';
export type { Subscription, SubscriptionState, SubscriptionStatus, Watch } from './subscription.ts';
export type { Supervision } from './supervise.ts';
export type { Consumer } from './take-in.ts';
