import { CodedError } from '@duban/kernel';
import { LARGEST_MESSAGE_BYTES, type OutletMessage } from '../relay/outlet.port.ts';

/** Bytes of one request, and so of one record batch: well under what topics take. */
const CHUNK_BYTES = 917_504;

const bytesOf = ({ key, value }: OutletMessage): number => {
  const bytes = Buffer.byteLength(value) + Buffer.byteLength(key);
  if (bytes <= LARGEST_MESSAGE_BYTES) return bytes;
  throw new CodedError(
    'outlet.message-too-large',
    `a message for ${key} has ${bytes} bytes, the limit is ${LARGEST_MESSAGE_BYTES}`,
  );
};

/**
 * In order, cut by size: kafkajs packs all that goes to one partition into one batch, however large, and a batch over
 * the topic's limit is refused for ever.
 * @throws CodedError `outlet.message-too-large`, before anything is sent
 */
export const chunksOf = (messages: readonly OutletMessage[]): readonly (readonly OutletMessage[])[] => {
  const chunks: OutletMessage[][] = [];
  let room = 0;
  for (const message of messages) {
    const bytes = bytesOf(message);
    const chunk = chunks.at(-1);
    if (chunk === undefined || bytes > room) {
      chunks.push([message]);
      room = CHUNK_BYTES - bytes;
    } else {
      chunk.push(message);
      room -= bytes;
    }
  }
  return chunks;
};
