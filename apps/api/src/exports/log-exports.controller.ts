import { Controller, Get, Inject, Query, Res, type StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Asker, Asking, ReadsWhole, type FastifyReply, type Principal, type Question } from '@duban/nest';
import { OFFICE, type Office } from '../office/office.ts';
import { startedFile, type FileKind } from './attachment.ts';
import { LogExportDto, OcelJsonDto, XesDto } from './exports.dto.ts';
import { pinnedEnd } from './pinned-end.ts';
import { seenLog } from './seen-log.ts';
import { runExport } from './thread/run-export.ts';

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
  readonly #office: Office;

  constructor(@Inject(OFFICE) office: Office) {
    this.#office = office;
  }

  @Get('ocel2.json')
  @ReadsWhole('exports')
  async ocelJson(
    @Query() { position, values = 'text' }: OcelJsonDto,
    @Asker() asker: Principal,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const log = await seenLog(this.#office, asker);
    const end = await pinnedEnd(log, position, reply);
    return startedFile(runExport({ kind: 'ocel-json', end, values }, { log }), OCEL_JSON);
  }

  @Get('ocel2.xml')
  @ReadsWhole('exports')
  async ocelXml(
    @Query() { position }: LogExportDto,
    @Asker() asker: Principal,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const log = await seenLog(this.#office, asker);
    const end = await pinnedEnd(log, position, reply);
    return startedFile(runExport({ kind: 'ocel-xml', end }, { log }), OCEL_XML);
  }

  @Get('xes.xml')
  @ReadsWhole('exports')
  async xes(
    @Query() { position, traces = 'cases' }: XesDto,
    @Asking() { principal, language }: Question,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const log = await seenLog(this.#office, principal);
    const end = await pinnedEnd(log, position, reply);
    return startedFile(runExport({ kind: 'xes', end, traces, language }, { log }), XES);
  }
}
