import { eventIdOf, type CaseCommands } from '@duban/application';
import type { AttachmentFiles, Bytes, Upload } from '@duban/attachments';
import type { AttachmentFiled } from '@duban/domain';
import { caseStream } from '@duban/domain';
import type { EventReader } from '@duban/event-store';
import { ownVoices } from '@duban/privacy';
import { doneOr } from '../http/command-answer.ts';
import { envelope } from '../http/envelope.ts';
import type { Sender } from '../http/command-headers.ts';
import type { UploadDto } from './attachments.dto.ts';

type Filing = AttachmentFiled['data'];
type Said = Pick<Filing, 'attachmentId' | 'itemId' | 'purpose' | 'about' | 'supersedes'>;

export type Uploading = {
  readonly caseId: string;
  readonly said: UploadDto;
  readonly sender: Sender;
  readonly name: string;
  readonly bytes: Bytes;
  readonly limitInBytes: number;
};

export type UploadPorts = {
  readonly store: EventReader;
  readonly files: AttachmentFiles;
  readonly cases: CaseCommands;
  readonly tryCase: CaseCommands;
};

export type Taken = Pick<Upload, 'facts'> & {
  readonly done: Awaited<ReturnType<typeof doneOr>>;
  readonly attachmentId: string;
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
const refuseEarly = async (ports: UploadPorts, uploading: Uploading, said: Said): Promise<void> => {
  const { caseId, sender } = uploading;
  const before = await ports.store.findCommand(caseStream(caseId), sender.headers.commandId);
  if (before.length > 0) return;
  await doneOr(await ports.tryCase(caseId, sentOf(uploading, { ...said, ...UNSEEN })), NO_MORE);
};

const file = async (ports: UploadPorts, uploading: Uploading, said: Said, upload: Upload) => {
  const sent = sentOf(uploading, { ...said, ...upload.facts });
  try {
    await doneOr(await ports.tryCase(uploading.caseId, sent), NO_MORE);
  } catch (error) {
    await upload.discard();
    throw error;
  }
  await upload.keep();
  // Refused in this last moment, the bytes wait for the next sweep: another upload may have kept the same.
  const done = await doneOr(await ports.cases(uploading.caseId, sent), NO_MORE);
  await upload.settle();
  return done;
};

/** Bytes first, then the event that names them: whatever is cut off leaves an upload to be swept, never an event without a file. */
export const takeUpload = async (ports: UploadPorts, uploading: Uploading): Promise<Taken> => {
  const said = saidOf(uploading);
  await refuseEarly(ports, uploading, said);
  const upload = await ports.files.receive({
    name: uploading.name,
    bytes: uploading.bytes,
    subjects: subjectsOf(uploading, said.about),
    limitInBytes: uploading.limitInBytes,
  });
  return {
    done: await file(ports, uploading, said, upload),
    attachmentId: said.attachmentId,
    facts: upload.facts,
  };
};
