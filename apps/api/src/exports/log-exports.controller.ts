import { Controller, Get, Query, Res, type StreamableFile } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { Asker, Asking, ReadsWhole, type FastifyReply, type Principal, type Question } from '@duban/nest';
import { startedFile, type FileKind } from '../http/file-answer.ts';
import { ExportLog } from './export-log.query.ts';
import { LogExportDto, OcelJsonDto, XesDto } from './exports.dto.ts';

const XML = 'application/xml; charset=utf-8';
const OCEL_JSON: FileKind = {
  name: '督办过程.ocel2.json',
  ascii: 'duban.ocel2.json',
  type: 'application/json; charset=utf-8',
};
const OCEL_XML: FileKind = { name: '督办过程.ocel2.xml', ascii: 'duban.ocel2.xml', type: XML };
const XES: FileKind = { name: '督办过程.xes.xml', ascii: 'duban.xes.xml', type: XML };

/** The whole history for process mining (docs/exports.md). It comes as it is made, and the same log gives the same bytes. */
@ApiTags('exports')
@Controller('v1/exports')
export class LogExportsController {
  readonly #bus: QueryBus;

  constructor(bus: QueryBus) {
    this.#bus = bus;
  }

  @Get('ocel2.json')
  @ReadsWhole('exports')
  ocelJson(
    @Query() { position, values = 'text' }: OcelJsonDto,
    @Asker() asker: Principal,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const query = new ExportLog({ file: { kind: 'ocel-json', values }, position, asker });
    return this.#answer(query, OCEL_JSON, reply);
  }

  @Get('ocel2.xml')
  @ReadsWhole('exports')
  ocelXml(
    @Query() { position }: LogExportDto,
    @Asker() asker: Principal,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return this.#answer(new ExportLog({ file: { kind: 'ocel-xml' }, position, asker }), OCEL_XML, reply);
  }

  @Get('xes.xml')
  @ReadsWhole('exports')
  xes(
    @Query() { position, traces = 'cases' }: XesDto,
    @Asking() { principal: asker, language }: Question,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const query = new ExportLog({ file: { kind: 'xes', traces, language }, position, asker });
    return this.#answer(query, XES, reply);
  }

  /** The answer names where the export ends: asked for it again, the same bytes come. */
  async #answer(query: ExportLog, kind: FileKind, reply: FastifyReply): Promise<StreamableFile> {
    const { end, blocks } = await this.#bus.execute(query);
    void reply.header('duban-position', end);
    return startedFile(blocks, kind);
  }
}
