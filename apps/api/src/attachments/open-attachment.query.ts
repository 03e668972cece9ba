import { Inject } from '@nestjs/common';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { AttachmentFiles, Bytes } from '@duban/attachments';
import { ERASED, LOST } from '@duban/contracts';
import type { AttachmentState } from '@duban/domain';
import { ProblemError, type Principal } from '@duban/nest';
import type { ReadStore } from '@duban/read-store';
import { seenCase } from '../access/reach.ts';
import { FreshQuery } from '../bus/fresh-query.ts';
import { ATTACHMENT_FILES, READ_STORE } from '../ports/ports.ts';

type Asked = { readonly caseId: string; readonly attachmentId: string; readonly asker: Principal };
type Opened = { readonly filed: AttachmentState['data']; readonly bytes: Bytes };

/** The bytes of a file, with what its event says of it. */
export class OpenAttachment extends FreshQuery<Asked, Opened> {}

@QueryHandler(OpenAttachment)
export class OpenAttachmentHandler implements IQueryHandler<OpenAttachment> {
  readonly #read: ReadStore;
  readonly #files: AttachmentFiles;

  constructor(@Inject(READ_STORE) read: ReadStore, @Inject(ATTACHMENT_FILES) files: AttachmentFiles) {
    this.#read = read;
    this.#files = files;
  }

  async execute({ asked: { caseId, attachmentId, asker } }: OpenAttachment): Promise<Opened> {
    const { view, audience } = await seenCase(this.#read, caseId, asker);
    if (audience === 'analysis') throw new ProblemError('forbidden', { reason: 'case.skeleton-only' });
    const filed = view.state.attachments.find(({ data }) => data.attachmentId === attachmentId)?.data;
    if (filed === undefined) throw new ProblemError('not-found', { reason: 'attachment.unknown' });
    if (filed.sha256 === ERASED) throw new ProblemError('attachment.erased');
    if (filed.sha256 === LOST) throw new ProblemError('attachment.lost');
    return { filed, bytes: await this.#files.open(filed) };
  }
}
