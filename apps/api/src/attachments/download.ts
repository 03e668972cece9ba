import { Readable } from 'node:stream';
import { StreamableFile } from '@nestjs/common';
import type { Bytes } from '@duban/attachments';
import type { AttachmentState } from '@duban/domain';
import type { FastifyReply, Logger } from '@duban/nest';
import { dispositionOf } from '../http/file-answer.ts';

type Filed = AttachmentState['data'];

/** A file is something to keep, never a page: whatever it holds runs nowhere. */
const headersOf = ({ sha256 }: Filed): Readonly<Record<string, string>> => ({
  'x-content-type-options': 'nosniff',
  'content-security-policy': 'sandbox',
  'cache-control': 'private, no-store',
  // RFC 9530.
  'repr-digest': `sha-256=:${Buffer.from(sha256.replace('sha256:', ''), 'hex').toString('base64')}:`,
});

/** A second name for clients that read ASCII only; the id of a file says nothing. */
const namesOf = ({ name, attachmentId }: Filed) => {
  const extension = /\.[a-z0-9]+$/.exec(name)?.[0] ?? '';
  return { name, ascii: `attachment-${attachmentId.slice(0, 8)}${extension}` };
};

/** Names the file in the process' log, and ends the answer before its length: nobody takes half a file for a whole one. */
async function* told(bytes: Bytes, { attachmentId }: Filed, logger: Logger): Bytes {
  try {
    yield* bytes;
  } catch (error) {
    logger.error({ err: error, attachmentId }, 'an attachment cannot be given out');
    throw error;
  }
}

/** What is wrong with its first part is found before an answer begins; what comes later breaks the answer off. */
const begun = async (bytes: Bytes): Promise<Bytes> => {
  const reading = bytes[Symbol.asyncIterator]();
  const first = await reading.next();
  return {
    [Symbol.asyncIterator]: () => {
      let isFirst = true;
      return {
        next: () => {
          if (!isFirst) return reading.next();
          isFirst = false;
          return Promise.resolve(first);
        },
        return: async () => {
          await reading.return?.();
          return { done: true, value: undefined };
        },
      };
    },
  };
};

export const fileAnswer = async (
  bytes: Bytes,
  filed: Filed,
  { reply, logger }: { readonly reply: FastifyReply; readonly logger: Logger },
): Promise<StreamableFile> => {
  const content = await begun(told(bytes, filed, logger));
  void reply.headers(headersOf(filed));
  return new StreamableFile(Readable.from(content, { objectMode: false }), {
    type: filed.mediaType,
    length: filed.sizeInBytes,
    disposition: dispositionOf(namesOf(filed)),
  });
};
