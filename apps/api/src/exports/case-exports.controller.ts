import { Controller, Get, Param, Query, type StreamableFile } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { Asker, ReadsWhole, type Principal } from '@duban/nest';
import { CaseParams } from '../http/case.params.ts';
import { startedFile } from '../http/file-answer.ts';
import { AfterDto } from '../http/moment.dto.ts';
import { ExportCase } from './export-case.query.ts';

/** One case with the proofs of its events and a program that checks them (docs/exports.md). */
@ApiTags('exports')
@Controller('v1/exports')
export class CaseExportsController {
  readonly #bus: QueryBus;

  constructor(bus: QueryBus) {
    this.#bus = bus;
  }

  /** What was appended a moment ago is sealed first. */
  @Get('cases/:caseId')
  @ReadsWhole('exports')
  async package(
    @Param() { caseId }: CaseParams,
    @Query() query: AfterDto,
    @Asker() asker: Principal,
  ): Promise<StreamableFile> {
    const { caseNo, blocks } = await this.#bus.execute(new ExportCase({ caseId, asker }, query));
    return startedFile(blocks, {
      name: `督办案件 ${caseNo}.ndjson`,
      ascii: 'duban-case.ndjson',
      type: 'application/x-ndjson; charset=utf-8',
    });
  }
}
