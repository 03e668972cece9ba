import { Readable } from 'node:stream';
import { StreamableFile } from '@nestjs/common';

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

/** Bytes as they are made: the next block is asked for when the last one has left. */
const bytesFile = (blocks: AsyncIterable<Uint8Array>, kind: FileKind): StreamableFile =>
  new StreamableFile(Readable.from(blocks, { objectMode: false, highWaterMark: 65_536 }), {
    type: kind.type,
    disposition: dispositionOf(kind),
  });

async function* afterFirst(
  first: IteratorResult<Uint8Array, void>,
  others: AsyncGenerator<Uint8Array, void>,
): AsyncGenerator<Uint8Array, void> {
  if (first.done !== true) yield first.value;
  yield* others;
}

/**
 * A file that is answered once its first block is there: what fails before is still told as a problem. Whether it is read or not,
 * what makes it ends with it.
 */
export const startedFile = async (
  blocks: AsyncGenerator<Uint8Array, void>,
  kind: FileKind,
): Promise<StreamableFile> => {
  const file = bytesFile(afterFirst(await blocks.next(), blocks), kind);
  file.getStream().once('close', () => {
    void blocks.return();
  });
  return file;
};
