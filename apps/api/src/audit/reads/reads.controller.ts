import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { dayEnd } from '@duban/projections';
import { invalid, ProblemError, ReadsWhole } from '@duban/nest';
import { OFFICE, type Office } from '../../office/office.ts';
import type { FoundReads } from './read-log.ts';
import { ReadsDto } from './reads.dto.ts';
import { whoCouldSee, type CouldSee } from './who-could-see.ts';

type WhoSaw = FoundReads & { readonly couldSee: CouldSee };

const instantOf = (text: string): string => new Date(text).toISOString();

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
  async reads(@Query() { caseId, from, to }: ReadsDto): Promise<WhoSaw> {
    if (from > to) throw invalid('/query/from', 'range.backwards', 'from is later than to');
    const { read, audit } = this.#office;
    const couldSee = await whoCouldSee(read, caseId, dayEnd(to));
    if (couldSee === null) throw new ProblemError('not-found', { reason: 'case.unknown' });
    const period = { caseId, from: instantOf(`${from}T00:00:00+08:00`), to: instantOf(dayEnd(to)) };
    return { couldSee, ...(await audit.reads.find(period)) };
  }
}
