import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { CaseCommands } from '@duban/application';
import type { AttachmentFiles } from '@duban/attachments';
import type { EventReader } from '@duban/event-store';
import { ATTACHMENT_FILES, CASE_COMMANDS, CASE_TRIALS, EVENT_STORE } from '../ports/ports.ts';
import { takeUpload, type Taken, type Uploading } from './take-upload.ts';

/** A file for a case: its bytes, and the event that names them. */
export class TakeUpload extends Command<Taken> {
  readonly uploading: Uploading;

  constructor(uploading: Uploading) {
    super();
    this.uploading = uploading;
  }
}

@CommandHandler(TakeUpload)
export class TakeUploadHandler implements ICommandHandler<TakeUpload> {
  readonly #store: EventReader;
  readonly #files: AttachmentFiles;
  readonly #cases: CaseCommands;
  readonly #tryCase: CaseCommands;

  constructor(
    @Inject(EVENT_STORE) store: EventReader,
    @Inject(ATTACHMENT_FILES) files: AttachmentFiles,
    @Inject(CASE_COMMANDS) cases: CaseCommands,
    @Inject(CASE_TRIALS) tryCase: CaseCommands,
  ) {
    this.#store = store;
    this.#files = files;
    this.#cases = cases;
    this.#tryCase = tryCase;
  }

  execute({ uploading }: TakeUpload): Promise<Taken> {
    const ports = {
      store: this.#store,
      files: this.#files,
      cases: this.#cases,
      tryCase: this.#tryCase,
    };
    return takeUpload(ports, uploading);
  }
}
