import { Readable } from 'node:stream';
import { StreamableFile } from '@nestjs/common';
import { utf8Blocks, type TextPieces } from '@duban/interchange';

/** A file to keep: its Chinese name, one for clients that cannot read it, and what it is. */
export type FileKind = { readonly name: string; readonly ascii: string; readonly type: string };

/** RFC 5987 leaves fewer characters as they are than `encodeURIComponent` does. */
const extended = (name: string): string =>
  encodeURIComponent(name).replaceAll(
    /['()*!]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );

/** RFC 6266 with the name twice. The ASCII one comes from us and holds no quotes. */
export const dispositionOf = ({ name, ascii }: Pick<FileKind, 'name' | 'ascii'>): string =>
  `attachment; filename="${ascii}"; filename*=UTF-8''${extended(name)}`;

export const bytesFile = (bytes: Uint8Array, kind: FileKind): StreamableFile =>
  new StreamableFile(bytes, { type: kind.type, disposition: dispositionOf(kind) });

/** Text as it is made: the next block is asked for when the last one has left. */
export const textFile = (pieces: TextPieces, kind: FileKind): StreamableFile =>
  new StreamableFile(Readable.from(utf8Blocks(pieces), { objectMode: false, highWaterMark: 65_536 }), {
    type: kind.type,
    disposition: dispositionOf(kind),
  });
