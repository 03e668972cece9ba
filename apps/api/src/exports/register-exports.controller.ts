import { Controller, Get, Query, type StreamableFile } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { Asking, ReadsWhole, type Question } from '@duban/nest';
import { startedFile, type FileKind } from '../http/file-answer.ts';
import { ExportRegister } from './export-register.query.ts';
import { RegisterDto } from './exports.dto.ts';

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

  constructor(bus: QueryBus) {
    this.#bus = bus;
  }

  @Get('register.csv')
  @ReadsWhole('exports')
  async csv(@Query() query: RegisterDto, @Asking() question: Question): Promise<StreamableFile> {
    const asked = { format: 'csv', query, question } as const;
    return startedFile(await this.#bus.execute(new ExportRegister(asked, query)), CSV);
  }

  @Get('register.xlsx')
  @ReadsWhole('exports')
  async xlsx(@Query() query: RegisterDto, @Asking() question: Question): Promise<StreamableFile> {
    const asked = { format: 'xlsx', query, question } as const;
    return startedFile(await this.#bus.execute(new ExportRegister(asked, query)), XLSX);
  }
}
