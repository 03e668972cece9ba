import { randomUUID } from 'node:crypto';
import type { Config } from '@duban/config';
import { kafkaSettingsOf } from '@duban/installation';
import { CodedError } from '@duban/kernel';
import { TOPICS } from '@duban/messaging';
import { subscribeKafka, subscribeSse, type Apply, type Inbox, type Subscription } from '@duban/subscriber';
import type { Console } from '../output/console.ts';
import { positionOf } from './event-filter.ts';
import { connectionNotes } from './feed-notes.ts';
import { serverToken } from './server-token.ts';
import type { TailOptions } from './tail-options.ts';

export type FeedParts = {
  readonly options: TailOptions;
  readonly config: Config;
  readonly console: Console;
  readonly inbox: Inbox<unknown>;
  readonly apply: Apply<unknown>;
};

const ownAddress = ({ host, port, tls }: Config): string =>
  `${tls.mode === 'own' ? 'https' : 'http'}://${host.includes(':') ? `[${host}]` : host}:${port}`;

/** `http://host` stands for `http://host/events`. */
const eventsAddress = (sse: string | true, config: Config): URL => {
  const url = new URL(sse === true ? ownAddress(config) : sse);
  if (url.pathname === '/') url.pathname = '/events';
  return url;
};

/** A state file knows events and not filters, so with one everything is received, and filtered here. */
export const filtersAtServer = ({ sse, state }: TailOptions): boolean =>
  sse !== undefined && state === undefined;

const beginOf = (options: TailOptions): 'start' | 'now' | { readonly after: string } => {
  const after = positionOf(options);
  if (after !== null) return { after };
  return options.from === 'now' ? 'now' : 'start';
};

const openSse = (sse: string | true, { options, config, console, inbox, apply }: FeedParts): Subscription => {
  const url = eventsAddress(sse, config);
  const place = `${url.origin}${url.pathname}`;
  if (filtersAtServer(options)) {
    if (options.type.length > 0) url.searchParams.set('types', options.type.join(','));
    if (options.case !== undefined) url.searchParams.set('caseId', options.case);
  }
  return subscribeSse({
    url,
    inbox,
    apply,
    token: serverToken(config, url, console),
    begin: beginOf(options),
    watch: connectionNotes(console, place),
  });
};

const brokersOf = (kafka: string | true, { kafkaBrokers }: Config): readonly string[] => {
  const named = kafka === true ? kafkaBrokers : kafka.split(',').map((name) => name.trim());
  const brokers = named.filter((name) => name !== '');
  if (brokers.length > 0) return brokers;
  throw new CodedError('config.invalid', 'KAFKA_BROKERS names no broker: set it, or say --kafka <brokers>');
};

const openKafka = (
  kafka: string | true,
  { options, config, console, inbox, apply }: FeedParts,
): Subscription => {
  const brokers = brokersOf(kafka, config);
  return subscribeKafka({
    kafka: kafkaSettingsOf({ ...config, kafkaBrokers: brokers }, 'duban-tail'),
    topics: options.topic.length > 0 ? options.topic : Object.values(TOPICS),
    // The inbox says where to go on, so a group is only who shares partitions: nobody, unless one is named.
    groupId: options.group ?? `duban-tail-${randomUUID()}`,
    inbox,
    apply,
    begin: options.from === 'now' ? 'now' : 'start',
    watch: connectionNotes(console, brokers.join(',')),
  });
};

/** @throws CodedError `config.invalid` */
export const openFeed = (parts: FeedParts): Subscription => {
  const { sse, kafka } = parts.options;
  if (sse !== undefined) return openSse(sse, parts);
  return openKafka(kafka ?? true, parts);
};
