import sharedPb from '@eventstore/db-client/generated/shared_pb.js';
import statusPb from '@eventstore/db-client/generated/status_pb.js';
import streamsPb from '@eventstore/db-client/generated/streams_pb.js';
import type { ReadResp as ReadAnswer } from '@eventstore/db-client/generated/streams_pb.js';
import { Metadata, type ServiceError, status } from '@grpc/grpc-js';
import anyPb from 'google-protobuf/google/protobuf/any_pb.js';
import emptyPb from 'google-protobuf/google/protobuf/empty_pb.js';
import type { DoubleRecord, Expected, Proposed } from './double-log.ts';

type Message = { serializeBinary: () => Uint8Array };
export type Endpoint = { readonly host: string; readonly port: number };

const TICKS_PER_MS = 10_000n;
/** What older servers give where they know no position. */
const NOWHERE = '18446744073709551615';

const streamId = (stream: string) => {
  const identifier = new sharedPb.StreamIdentifier();
  identifier.setStreamName(Buffer.from(stream).toString('base64'));
  return identifier;
};

const uuid = (id: string) => {
  const value = new sharedPb.UUID();
  value.setString(id);
  return value;
};

export const nameOf = (identifier: { getStreamName_asU8: () => Uint8Array } | undefined): string =>
  Buffer.from(identifier?.getStreamName_asU8() ?? []).toString('utf8');

export const recorded = (record: DoubleRecord, hidesPosition: boolean): ReadAnswer => {
  const event = new streamsPb.ReadResp.ReadEvent.RecordedEvent();
  event.setId(uuid(record.id));
  event.setStreamIdentifier(streamId(record.stream));
  event.setStreamRevision(String(record.revision));
  event.setCommitPosition(hidesPosition ? NOWHERE : String(record.commit));
  event.setPreparePosition(hidesPosition ? NOWHERE : String(record.prepare));
  event.getMetadataMap().set('type', record.type);
  event.getMetadataMap().set('content-type', record.contentType);
  event.getMetadataMap().set('created', String(BigInt(record.created) * TICKS_PER_MS));
  event.setData(record.data);
  event.setCustomMetadata(record.metadata);
  const read = new streamsPb.ReadResp.ReadEvent();
  read.setEvent(event);
  if (hidesPosition) read.setNoPosition(new sharedPb.Empty());
  else read.setCommitPosition(String(record.commit));
  const answer = new streamsPb.ReadResp();
  answer.setEvent(read);
  return answer;
};

export const notFound = (stream: string): ReadAnswer => {
  const missing = new streamsPb.ReadResp.StreamNotFound();
  missing.setStreamIdentifier(streamId(stream));
  const answer = new streamsPb.ReadResp();
  answer.setStreamNotFound(missing);
  return answer;
};

export const confirmation = (id: string): ReadAnswer => {
  const confirmed = new streamsPb.ReadResp.SubscriptionConfirmation();
  confirmed.setSubscriptionId(id);
  const answer = new streamsPb.ReadResp();
  answer.setConfirmation(confirmed);
  return answer;
};

export const checkpoint = ({ commit, prepare }: DoubleRecord): ReadAnswer => {
  const reached = new streamsPb.ReadResp.Checkpoint();
  reached.setCommitPosition(String(commit));
  reached.setPreparePosition(String(prepare));
  const answer = new streamsPb.ReadResp();
  answer.setCheckpoint(reached);
  return answer;
};

export const caughtUp = (): ReadAnswer => {
  const answer = new streamsPb.ReadResp();
  answer.setCaughtUp(new streamsPb.ReadResp.CaughtUp());
  return answer;
};

type ProposedMessage = {
  getId: () => { getString: () => string } | undefined;
  getMetadataMap: () => { get: (key: string) => string | undefined };
  getData_asU8: () => Uint8Array;
  getCustomMetadata_asU8: () => Uint8Array;
};

export const proposedOf = (message: ProposedMessage): Proposed => ({
  id: message.getId()?.getString() ?? '',
  type: message.getMetadataMap().get('type') ?? '',
  contentType: message.getMetadataMap().get('content-type') ?? '',
  data: message.getData_asU8(),
  metadata: message.getCustomMetadata_asU8(),
});

export const isUuid = (id: string): boolean =>
  /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/.test(id);

/** The error of one append in a BatchAppend answer. */
export const packed = (name: string, message: Message) => {
  const details = new anyPb.Any();
  details.pack(message.serializeBinary(), `event_store.client.${name}`);
  const error = new statusPb.Status();
  error.setMessage(name);
  error.setDetails(details);
  return error;
};

export const wrongVersion = (expected: Expected, current: number | null) => {
  const wrong = new sharedPb.WrongExpectedVersion();
  if (current === null) wrong.setCurrentNoStream(new emptyPb.Empty());
  else wrong.setCurrentStreamRevision(String(current));
  if (expected === 'no-stream') wrong.setExpectedNoStream(new emptyPb.Empty());
  else if (expected === 'stream-exists') wrong.setExpectedStreamExists(new emptyPb.Empty());
  else if (expected === 'any') wrong.setExpectedAny(new emptyPb.Empty());
  else wrong.setExpectedStreamPosition(String(expected));
  return packed('WrongExpectedVersion', wrong);
};

export const tooLarge = (limit: number) => {
  const error = new sharedPb.MaximumAppendSizeExceeded();
  error.setMaxappendsize(limit);
  return packed('MaximumAppendSizeExceeded', error);
};

/** A call that ends with a status and, for the client, the name of an exception in its trailers. */
export const failure = (
  code: status,
  details: string,
  trailers: Record<string, string> = {},
): ServiceError => {
  const metadata = new Metadata();
  for (const [key, value] of Object.entries(trailers)) metadata.set(key, value);
  return Object.assign(new Error(details), { code, details, metadata });
};

export const notLeader = (leader: Endpoint | null): ServiceError =>
  failure(status.NOT_FOUND, 'Leader info available', {
    exception: 'not-leader',
    ...(leader === null
      ? {}
      : { 'leader-endpoint-host': leader.host, 'leader-endpoint-port': String(leader.port) }),
  });
