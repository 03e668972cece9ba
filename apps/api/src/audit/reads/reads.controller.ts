import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { WhoSaw } from '@duban/contracts';
import { periodOf, whoCouldSee } from '@duban/installation';
import { dayEnd } from '@duban/projections';
import { Asker, invalid, ProblemError, ReadsWhole, type Principal } from '@duban/nest';
import { OFFICE, type Office } from '../../office/office.ts';
import { refuseRestricted } from '../../queries/reach.ts';
import { ReadsDto } from './reads.dto.ts';

@ApiTags('audit')
@Controller('v1/audit')
export class ReadsController {
  readonly #office: Office;

  constructor(@Inject(OFFICE) office: Office) {
    this.#office = office;
  }

  /** Who could see a case on these days, and who did. Times of day are those of Asia/Shanghai. */
  @Get('reads')
  @ReadsWhole('reads')
  async reads(@Query() { caseId, from, to }: ReadsDto, @Asker() asker: Principal): Promise<WhoSaw> {
    if (from > to) throw invalid('/query/from', 'range.backwards', 'from is later than to');
    const { read, audit } = this.#office;
    const now = await read.case(caseId);
    if (now === null) throw new ProblemError('not-found', { reason: 'case.unknown' });
    refuseRestricted(now.state, asker.role);
    const then = await read.case(caseId, { asOf: dayEnd(to), by: 'recorded' });
    const couldSee = whoCouldSee(then?.state ?? null);
    return { couldSee, ...(await audit.reads.find(periodOf(caseId, from, to))) };
  }
}
