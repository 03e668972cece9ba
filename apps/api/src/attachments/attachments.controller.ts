import { Controller, Get, Inject, Param, Post, Query, Res, type StreamableFile } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiBody, ApiConsumes, ApiTags } from '@nestjs/swagger';
import type { Config } from '@duban/config';
import type { Attachments, FiledAttachment } from '@duban/contracts';
import {
  Asker,
  LOGGER,
  Reads,
  SendsCaseCommand,
  type FastifyReply,
  type Logger,
  type Principal,
} from '@duban/nest';
import { CaseParams } from '../http/case.params.ts';
import { answerDone } from '../http/command-answer.ts';
import { FromSender, type Sender } from '../http/command-headers.ts';
import { AfterDto } from '../http/moment.dto.ts';
import { CONFIG } from '../ports/ports.ts';
import { AttachmentParams, UploadDto } from './attachments.dto.ts';
import { fileAnswer } from './download.ts';
import { TakeUpload } from './take-upload.command.ts';
import { ListAttachments } from './list-attachments.query.ts';
import { OpenAttachment } from './open-attachment.query.ts';
import { bytesOf, nameIn, refuseLarge } from './upload-request.ts';

/** Files of cases: in as they come, out as they were (docs/attachments.md). */
@ApiTags('attachments')
@Controller('v1/cases/:caseId/attachments')
export class AttachmentsController {
  readonly #commands: CommandBus;
  readonly #queries: QueryBus;
  readonly #limitInBytes: number;
  readonly #logger: Logger;

  constructor(
    commands: CommandBus,
    queries: QueryBus,
    @Inject(CONFIG) { attachments }: Pick<Config, 'attachments'>,
    @Inject(LOGGER) logger: Logger,
  ) {
    this.#commands = commands;
    this.#queries = queries;
    this.#limitInBytes = attachments.limitInBytes;
    this.#logger = logger;
  }

  @Post()
  @SendsCaseCommand('FileAttachment')
  @RouteConfig({ takesBytes: true })
  @ApiConsumes('application/octet-stream')
  @ApiBody({ schema: { type: 'string', format: 'binary' } })
  async upload(
    @Param() { caseId }: CaseParams,
    @Query() said: UploadDto,
    @FromSender() sender: Sender,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<FiledAttachment> {
    const { request } = reply;
    const bytes = bytesOf(request);
    const name = nameIn(request);
    const limitInBytes = this.#limitInBytes;
    refuseLarge(request, limitInBytes);
    const uploading = { caseId, said, sender, name, bytes, limitInBytes };
    const { attachmentId, facts, done } = await this.#commands.execute(new TakeUpload(uploading));
    const { stored: _stored, ...found } = facts;
    const place = `/v1/cases/${caseId}/attachments/${attachmentId}`;
    return { ...answerDone(done, reply, place), attachmentId, ...found };
  }

  @Get()
  @Reads('cases')
  list(
    @Param() { caseId }: CaseParams,
    @Query() query: AfterDto,
    @Asker() asker: Principal,
  ): Promise<Attachments> {
    return this.#queries.execute(new ListAttachments({ caseId, asker }, query));
  }

  @Get(':attachmentId')
  @Reads('cases')
  async download(
    @Param() { caseId, attachmentId }: AttachmentParams,
    @Query() query: AfterDto,
    @Asker() asker: Principal,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const { filed, bytes } = await this.#queries.execute(
      new OpenAttachment({ caseId, attachmentId, asker }, query),
    );
    return fileAnswer(bytes, filed, { reply, logger: this.#logger });
  }
}
