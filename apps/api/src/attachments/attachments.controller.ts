import { Controller, Get, Inject, Param, Post, Query, Res, type StreamableFile } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiBody, ApiConsumes, ApiTags } from '@nestjs/swagger';
import { ERASED, LOST, type Attachments, type FiledAttachment } from '@duban/contracts';
import { Asker, ProblemError, Reads, SendsCaseCommand, type FastifyReply, type Principal } from '@duban/nest';
import { answerDone } from '../commands/command-answer.ts';
import { FromSender, type Sender } from '../commands/command-headers.ts';
import { OFFICE, type Office } from '../office/office.ts';
import { CaseParams } from '../queries/case.dto.ts';
import { AfterDto } from '../queries/moment.dto.ts';
import { seenCase, visibleCase } from '../queries/reach.ts';
import { ReadQuery } from '../queries/read-query.ts';
import { AttachmentParams, UploadDto } from './attachments.dto.ts';
import { attachmentViews } from './attachment-view.ts';
import { fileAnswer } from './download.ts';
import { takeUpload } from './take-upload.ts';
import { bytesOf, nameIn, refuseLarge } from './upload-request.ts';

/** Files of cases: in as they come, out as they were (docs/attachments.md). */
@ApiTags('attachments')
@Controller('v1/cases/:caseId/attachments')
export class AttachmentsController {
  readonly #bus: QueryBus;
  readonly #office: Office;

  constructor(bus: QueryBus, @Inject(OFFICE) office: Office) {
    this.#bus = bus;
    this.#office = office;
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
    refuseLarge(request, this.#office.config.attachments.limitInBytes);
    const taken = await takeUpload(this.#office, { caseId, said, sender, name, bytes });
    const { attachmentId, facts, done } = taken;
    const { stored: _stored, ...found } = facts;
    const place = `/v1/cases/${caseId}/attachments/${attachmentId}`;
    return { ...answerDone(done, reply, place), attachmentId, ...found };
  }

  @Get()
  @Reads('cases')
  list(
    @Param() { caseId }: CaseParams,
    @Query() { after }: AfterDto,
    @Asker() asker: Principal,
  ): Promise<Attachments> {
    return this.#bus.execute(
      new ReadQuery(async (read) => {
        const { state } = await visibleCase(read, caseId, asker);
        return { items: attachmentViews(state) };
      }, after),
    );
  }

  @Get(':attachmentId')
  @Reads('cases')
  async download(
    @Param() { caseId, attachmentId }: AttachmentParams,
    @Query() { after }: AfterDto,
    @Asker() asker: Principal,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const { attachments, logger } = this.#office;
    const { view, audience } = await this.#bus.execute(
      new ReadQuery((read) => seenCase(read, caseId, asker), after),
    );
    if (audience === 'analysis') throw new ProblemError('forbidden', { reason: 'case.skeleton-only' });
    const filed = view.state.attachments.find(({ data }) => data.attachmentId === attachmentId)?.data;
    if (filed === undefined) throw new ProblemError('not-found', { reason: 'attachment.unknown' });
    if (filed.sha256 === ERASED) throw new ProblemError('attachment.erased');
    if (filed.sha256 === LOST) throw new ProblemError('attachment.lost');
    return fileAnswer(await attachments.open(filed), filed, { reply, logger });
  }
}
