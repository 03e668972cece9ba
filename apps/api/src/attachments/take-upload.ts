import { eventIdOf } from '@duban/application';
import type { Upload } from '@duban/attachments';
import type { AttachmentFiled } from '@duban/domain';
import { caseStream } from '@duban/domain';
import { ownVoices } from '@duban/privacy';
import type { Bytes } from '@duban/attachments';
import { doneOr } from '../commands/command-answer.ts';
import { envelope } from '../commands/envelope.ts';
import type { Sender } from '../commands/command-headers.ts';
import type { Office } from '../office/office.ts';
import type { UploadDto } from './attachments.dto.ts';

type Filing = AttachmentFiled['data'];
type Said = Pick<Filing, 'attachmentId' | 'itemId' | 'purpose' | 'about' | 'supersedes'>;

export type Uploading = {
  readonly caseId: string;
  readonly said: UploadDto;
  readonly sender: Sender;
  readonly name: string;
  readonly bytes: Bytes;
};

/** In the place of what is not known yet: only the rules that do not look at the content are asked. */
const UNSEEN = {
  ...{ name: '', mediaType: '', sizeInBytes: 1, stored: '0'.repeat(64) },
  ...{ sha256: `sha256:${'0'.repeat(64)}`, sm3: `sm3:${'0'.repeat(64)}` },
};

const saidOf = ({ said, sender }: Uploading): Said => ({
  // The id of the event that files it: the same Idempotency-Key names the same file.
  attachmentId: eventIdOf(sender.headers.commandId, 0),
  itemId: said.itemId ?? null,
  purpose: said.purpose ?? null,
  about: [...new Set(said.about ?? [])].sort(),
  supersedes: said.supersedes ?? null,
});

const sentOf = ({ sender }: Uploading, data: Filing) =>
  envelope({ type: 'FileAttachment', data } as const, sender, {});

/** Whose keys the file needs, as the fields of its event do: the case's, and those of people it is by or about. */
const subjectsOf = (
  { caseId, sender: { principal } }: Uploading,
  about: readonly string[],
): readonly string[] => {
  const isOwnVoice = (ownVoices as readonly string[]).includes(principal.role);
  const persons = new Set([...about, ...(isOwnVoice ? [principal.id] : [])]);
  return [`case:${caseId}`, ...[...persons].sort()];
};

const NO_MORE = async (): Promise<object> => ({});

/**
 * Refuses before a byte is read what would be refused afterwards. An upload that was accepted before is let through: its first
 * answer is found by its key.
 */
const refuseEarly = async (office: Office, uploading: Uploading, said: Said): Promise<void> => {
  const { caseId, sender } = uploading;
  const before = await office.store.findCommand(caseStream(caseId), sender.headers.commandId);
  if (before.length > 0) return;
  await doneOr(await office.tryCase(caseId, sentOf(uploading, { ...said, ...UNSEEN })), NO_MORE);
};

const file = async (office: Office, uploading: Uploading, said: Said, upload: Upload) => {
  const sent = sentOf(uploading, { ...said, ...upload.facts });
  try {
    await doneOr(await office.tryCase(uploading.caseId, sent), NO_MORE);
  } catch (error) {
    await upload.discard();
    throw error;
  }
  await upload.keep();
  // Refused in this last moment, the bytes wait for the next sweep: another upload may have kept the same.
  const done = await doneOr(await office.cases(uploading.caseId, sent), NO_MORE);
  await upload.settle();
  return done;
};

/** Bytes first, then the event that names them: whatever is cut off leaves an upload to be swept, never an event without a file. */
export const takeUpload = async (office: Office, uploading: Uploading) => {
  const said = saidOf(uploading);
  await refuseEarly(office, uploading, said);
  const upload = await office.attachments.receive({
    name: uploading.name,
    bytes: uploading.bytes,
    subjects: subjectsOf(uploading, said.about),
    limitInBytes: office.config.attachments.limitInBytes,
  });
  return {
    done: await file(office, uploading, said, upload),
    attachmentId: said.attachmentId,
    facts: upload.facts,
  };
};
