import { Controller, Get, Inject, Query, type StreamableFile } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { audienceOf, legalDateOfInstant } from '@duban/application';
import { caseStream } from '@duban/domain';
import type { RegisterFormat } from '@duban/interchange';
import { Asking, ReadsWhole, type Question } from '@duban/nest';
import { given } from '../given.ts';
import { OFFICE, type Office } from '../office/office.ts';
import { ReadQuery } from '../queries/read-query.ts';
import { shutCases } from '../queries/shut-cases.ts';
import { organNames } from '../replay/organ-names.ts';
import { startedFile, type FileKind } from './attachment.ts';
import { RegisterDto } from './exports.dto.ts';
import { registerRows } from './register-rows.ts';
import { runExport } from './thread/run-export.ts';

const CSV: FileKind = { name: '督办台账.csv', ascii: 'register.csv', type: 'text/csv; charset=utf-8' };
const XLSX: FileKind = {
  name: '督办台账.xlsx',
  ascii: 'register.xlsx',
  type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** The board as a register: its filters, at any moment. */
@ApiTags('exports')
@Controller('v1/exports')
export class RegisterExportsController {
  readonly #bus: QueryBus;
  readonly #office: Office;

  constructor(bus: QueryBus, @Inject(OFFICE) office: Office) {
    this.#bus = bus;
    this.#office = office;
  }

  @Get('register.csv')
  @ReadsWhole('exports')
  async csv(@Query() query: RegisterDto, @Asking() asked: Question): Promise<StreamableFile> {
    return startedFile(await this.#register('csv', query, asked), CSV);
  }

  @Get('register.xlsx')
  @ReadsWhole('exports')
  async xlsx(@Query() query: RegisterDto, @Asking() asked: Question): Promise<StreamableFile> {
    return startedFile(await this.#register('xlsx', query, asked), XLSX);
  }

  /** Without a moment it is this one: pages that are read later must not know more than the first. */
  async #register(
    format: RegisterFormat,
    query: RegisterDto,
    { principal, language }: Question,
  ): Promise<AsyncGenerator<Uint8Array, void>> {
    const { after, ...filter } = given(query);
    const asOf = query.asOf ?? new Date(this.#office.clock.now()).toISOString();
    const { restricted } = this.#office;
    await restricted.upToNow();
    const isShown = (caseId: string): boolean =>
      audienceOf(principal.role) !== 'analysis' || !restricted.isWithheld(caseStream(caseId));
    const without = await shutCases(this.#office, principal);
    return this.#bus.execute(
      new ReadQuery((read) => {
        const scope = { ...filter, without, asOf, today: legalDateOfInstant(asOf), language };
        const names = organNames(read, { asOf, ...(query.by === undefined ? {} : { by: query.by }) });
        return runExport(
          { kind: 'register', format, language, names },
          { rows: registerRows(read, scope, isShown) },
        );
      }, after),
    );
  }
}
