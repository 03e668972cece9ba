import { Controller, Get, Inject, Query, Res, type StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ocelJson, ocelXml, xesLog } from '@duban/interchange';
import { Asker, Asking, ReadsWhole, type FastifyReply, type Principal, type Question } from '@duban/nest';
import { OFFICE, type Office } from '../office/office.ts';
import { textFile, type FileKind } from './attachment.ts';
import { LogExportDto, OcelJsonDto, XesDto } from './exports.dto.ts';
import { pinnedSource } from './pinned-source.ts';
import { seenLog } from './seen-log.ts';

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
    const source = await pinnedSource(await seenLog(this.#office, asker), position, reply);
    return textFile(ocelJson(source, values), OCEL_JSON);
  }

  @Get('ocel2.xml')
  @ReadsWhole('exports')
  async ocelXml(
    @Query() { position }: LogExportDto,
    @Asker() asker: Principal,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return textFile(
      ocelXml(await pinnedSource(await seenLog(this.#office, asker), position, reply)),
      OCEL_XML,
    );
  }

  @Get('xes.xml')
  @ReadsWhole('exports')
  async xes(
    @Query() { position, traces = 'cases' }: XesDto,
    @Asking() { principal, language }: Question,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const log = await seenLog(this.#office, principal);
    const source = await pinnedSource(log, position, reply);
    return textFile(xesLog(source, { traces, language }), XES);
  }
}
