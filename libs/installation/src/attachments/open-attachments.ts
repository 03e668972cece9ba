import { attachmentFiles, diskStore, openS3Store, type AttachmentFiles } from '@duban/attachments';
import type { Config } from '@duban/config';
import type { EventReader } from '@duban/event-store';
import { comparePositions, LOG_START } from '@duban/kernel';
import type { OpenLog } from '../log/open-log.ts';

const PAGE = 1_000;
const DAY_MS = 86_400_000;

/** Every address that an event names; asked for only when something was left behind. */
const filedAddresses = async (raw: Pick<EventReader, 'readLog' | 'head'>): Promise<ReadonlySet<string>> => {
  const found = new Set<string>();
  const head = await raw.head();
  let after = LOG_START;
  while (comparePositions(after, head) < 0) {
    const page = await raw.readLog({ after, limit: PAGE, types: ['AttachmentFiled'] });
    for (const { data } of page.events) if (typeof data['stored'] === 'string') found.add(data['stored']);
    after = page.next;
  }
  return found;
};

/** The files of cases, wherever the settings keep them. @throws CodedError of the store */
export const openAttachments = async (
  { attachments: { dir, s3 } }: Config,
  { vault }: Pick<OpenLog, 'vault'>,
): Promise<AttachmentFiles> => attachmentFiles(s3 === null ? diskStore(dir) : await openS3Store(s3), vault);

/**
 * Ends uploads that a crash cut off, before anything is served. Where other processes upload as well, only those that are older
 * than any upload lasts.
 */
export const sweepAttachments = (
  { profile }: Config,
  files: AttachmentFiles,
  raw: Pick<EventReader, 'readLog' | 'head'>,
) => {
  let filed: Promise<ReadonlySet<string>> | null = null;
  return files.sweep({
    before: profile === 'cluster' ? Date.now() - DAY_MS : Number.POSITIVE_INFINITY,
    isFiled: async (address) => (await (filed ??= filedAddresses(raw))).has(address),
  });
};
