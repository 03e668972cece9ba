import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { AttachmentFiles } from '@duban/attachments';
import type { Config } from '@duban/config';
import { isUnreadable } from '@duban/contracts';
import type { AttachmentFiled } from '@duban/domain';
import type { EventReader } from '@duban/event-store';
import { openAttachments, openLogToRead, placesOf } from '@duban/installation';
import { openVault } from '@duban/privacy';
import { writeBlocks } from '../output/out-file.ts';

type Filed = AttachmentFiled['data'];

const FOLDER = 'attachments';

/** Those that can still be read, older versions too. */
const filedIn = async (reader: EventReader, stream: string): Promise<readonly Filed[]> => {
  const found: Filed[] = [];
  for (let from: number | null = 0; from !== null;) {
    const page: Awaited<ReturnType<EventReader['readStream']>> = await reader.readStream(stream, { from });
    for (const { type, data } of page.events) if (type === 'AttachmentFiled') found.push(data as Filed);
    from = page.next;
  }
  return found.filter(({ sha256 }) => !isUnreadable(sha256));
};

/** Each file under its id, since names may repeat, and the sums of all as `sha256sum -c` reads them. */
const writeAll = async (files: AttachmentFiles, filed: readonly Filed[], folder: string): Promise<number> => {
  let bytes = 0;
  for (const each of filed) {
    await mkdir(join(folder, each.attachmentId), { recursive: true });
    bytes += await writeBlocks(join(folder, each.attachmentId, each.name), await files.open(each));
  }
  const sums = filed.map(
    ({ sha256, attachmentId, name }) => `${sha256.replace('sha256:', '')}  ${attachmentId}/${name}\n`,
  );
  await mkdir(folder, { recursive: true });
  bytes += await writeBlocks(join(folder, 'SHA256SUMS'), asBytes(sums.join('')));
  return bytes;
};

async function* asBytes(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text);
}

/**
 * The files of a case in clear, beside its package. Answers their bytes.
 * @throws CodedError `attachment.missing`, `attachment.damaged`, and those of log and vault
 */
export const writeFiles = async (config: Config, stream: string, folder: string): Promise<number> => {
  const { vault: file, masterKey: keyFile } = placesOf(config);
  const reader = await openLogToRead(config);
  try {
    const vault = openVault({ file, keyFile, mustExist: true });
    try {
      const files = await openAttachments(config, { vault });
      try {
        return await writeAll(files, await filedIn(reader, stream), join(folder, FOLDER));
      } finally {
        files.close();
      }
    } finally {
      vault.close();
    }
  } finally {
    await reader.close();
  }
};
