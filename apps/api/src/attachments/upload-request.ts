import type { Bytes } from '@duban/attachments';
import { headerOf, invalid, ProblemError, type FastifyRequest } from '@duban/nest';

const HEADER = '/headers/content-disposition';

/** RFC 8187 in the one charset that it asks for; RFC 6266 beside it for names of plain ASCII. */
const EXTENDED = /(?:^|;)\s*filename\*\s*=\s*UTF-8'[\w-]*'(?<name>[\w.~!#$&+^`|%-]+)\s*(?:;|$)/i;
const PLAIN = /(?:^|;)\s*filename\s*=\s*(?:"(?<quoted>[^"\\]*)"|(?<token>[\w.~-]+))\s*(?:;|$)/i;

const decoded = (name: string): string | null => {
  try {
    return decodeURIComponent(name);
  } catch {
    return null;
  }
};

const nameOf = (header: string): string | null => {
  const extended = EXTENDED.exec(header)?.groups?.['name'];
  if (extended !== undefined) return decoded(extended);
  const { quoted, token } = PLAIN.exec(header)?.groups ?? {};
  return quoted ?? token ?? null;
};

/** `attachment; filename*=UTF-8''…`; a plain `filename` will do where it is ASCII. */
export const nameIn = (request: FastifyRequest): string => {
  const header = headerOf(request, 'content-disposition');
  if (header === undefined)
    throw invalid(HEADER, 'header.missing', "name the file: attachment; filename*=UTF-8''…");
  const name = nameOf(header);
  if (name !== null) return name;
  throw invalid(HEADER, 'header.malformed', "write it as attachment; filename*=UTF-8''…");
};

const isBytes = (body: unknown): body is NodeJS.ReadableStream =>
  body !== null && typeof body === 'object' && 'pipe' in body;

/** More than is allowed, said before anything is read; without a length the bytes are counted. */
export const refuseLarge = (request: FastifyRequest, limitInBytes: number): void => {
  const length = Number(headerOf(request, 'content-length') ?? 0);
  if (length > limitInBytes)
    throw new ProblemError('payload-too-large', {
      reason: 'attachment.too-large',
      details: { limitInBytes },
    });
};

/**
 * The body as it comes. Left early it is not cut off but read to its end and thrown away, so that the sender hears why.
 * @throws ProblemError `unsupported-media-type`
 */
export const bytesOf = (request: FastifyRequest): Bytes => {
  if (!isBytes(request.body)) throw new ProblemError('unsupported-media-type');
  const { raw } = request;
  return {
    [Symbol.asyncIterator]: () => {
      const reading = raw.iterator({ destroyOnReturn: false }) as AsyncIterator<Uint8Array>;
      return {
        next: () => reading.next(),
        return: async () => {
          await reading.return?.();
          raw.resume();
          return { done: true, value: undefined };
        },
      };
    },
  };
};
