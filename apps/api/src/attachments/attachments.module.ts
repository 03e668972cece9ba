import { Module } from '@nestjs/common';
import { AttachmentsController } from './attachments.controller.ts';
import { TakeUploadHandler } from './take-upload.command.ts';
import { ListAttachmentsHandler } from './list-attachments.query.ts';
import { OpenAttachmentHandler } from './open-attachment.query.ts';

/** Files of cases: in as they come, out as they were. */
@Module({
  controllers: [AttachmentsController],
  providers: [TakeUploadHandler, ListAttachmentsHandler, OpenAttachmentHandler],
})
export class AttachmentsModule {}
