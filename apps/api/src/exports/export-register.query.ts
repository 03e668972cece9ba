import { Inject } from '@nestjs/common';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { legalDateOfInstant } from '@duban/application';
import { caseStream } from '@duban/domain';
import type { RegisterFormat } from '@duban/interchange';
import type { Clock } from '@duban/kernel';
import type { Question } from '@duban/nest';
import type { ReadStore } from '@duban/read-store';
import { RestrictedReach } from '../access/restricted-reach.ts';
import { FreshQuery } from '../bus/fresh-query.ts';
import { given } from '../http/given.ts';
import { CLOCK, READ_STORE } from '../ports/ports.ts';
import { organNames } from '../access/organ-names.ts';
import type { Blocks } from './blocks.ts';
import type { RegisterDto } from './exports.dto.ts';
import { registerRows } from './register-rows.ts';
import { runExport } from './thread/run-export.ts';

type Asked = { readonly format: RegisterFormat; readonly query: RegisterDto; readonly question: Question };

/** The board as a register, at any moment. */
export class ExportRegister extends FreshQuery<Asked, Blocks> {}

@QueryHandler(ExportRegister)
export class ExportRegisterHandler implements IQueryHandler<ExportRegister> {
  readonly #read: ReadStore;
  readonly #reach: RestrictedReach;
  readonly #clock: Clock;

  constructor(@Inject(READ_STORE) read: ReadStore, reach: RestrictedReach, @Inject(CLOCK) clock: Clock) {
    this.#read = read;
    this.#reach = reach;
    this.#clock = clock;
  }

  /** Without a moment it is this one: pages that are read later must not know more than the first. */
  async execute({ asked: { format, query, question } }: ExportRegister): Promise<Blocks> {
    const { principal, language } = question;
    const { after: _waitedFor, ...filter } = given(query);
    const asOf = query.asOf ?? new Date(this.#clock.now()).toISOString();
    const isWithheld = await this.#reach.withheldFrom(principal);
    const without = await this.#reach.casesShutTo(principal);
    const scope = { ...filter, without, asOf, today: legalDateOfInstant(asOf), language };
    const names = organNames(this.#read, { asOf, ...(query.by === undefined ? {} : { by: query.by }) });
    const isShown = (caseId: string): boolean => !isWithheld(caseStream(caseId));
    const rows = registerRows(this.#read, scope, isShown);
    return runExport({ kind: 'register', format, language, names }, { rows });
  }
}
