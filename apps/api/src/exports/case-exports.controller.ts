import { Controller, Get, Inject, Param, Query, type StreamableFile } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { caseStream } from '@duban/domain';
import { Asker, ProblemError, ReadsWhole, type Principal } from '@duban/nest';
import { OFFICE, type Office } from '../office/office.ts';
import { CaseParams } from '../queries/case.dto.ts';
import { AfterDto } from '../queries/moment.dto.ts';
import { ReadQuery } from '../queries/read-query.ts';
import { startedFile } from './attachment.ts';
import { refusePackage } from './refuse-package.ts';
import { runExport } from './thread/run-export.ts';

/** One case with the proofs of its events and a program that checks them (docs/exports.md). */
@ApiTags('exports')
@Controller('v1/exports')
export class CaseExportsController {
  readonly #bus: QueryBus;
  readonly #office: Office;

  constructor(bus: QueryBus, @Inject(OFFICE) office: Office) {
    this.#bus = bus;
    this.#office = office;
  }

  /** What was appended a moment ago is sealed first. */
  @Get('cases/:caseId')
  @ReadsWhole('exports')
  async package(
    @Param() { caseId }: CaseParams,
    @Query() { after }: AfterDto,
    @Asker() asker: Principal,
  ): Promise<StreamableFile> {
    const view = await this.#bus.execute(new ReadQuery((read) => read.case(caseId), after));
    if (view === null) throw new ProblemError('not-found', { reason: 'case.unknown' });
    await refusePackage(this.#office, view, asker);
    await this.#office.audit.sealNow();
    const { caseNo } = view.state.opened;
    const { config } = this.#office;
    return startedFile(runExport({ kind: 'case-package', config, stream: caseStream(caseId) }, {}), {
      name: `督办案件 ${caseNo}.ndjson`,
      ascii: 'duban-case.ndjson',
      type: 'application/x-ndjson; charset=utf-8',
    });
  }
}
