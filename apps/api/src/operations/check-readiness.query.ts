import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Readiness } from '@duban/contracts';
import type { LogState } from '@duban/installation';
import type { ReadStore } from '@duban/read-store';
import type { OfficeAudit } from '../composition/open-audit.ts';
import type { OfficeOutlets } from '../composition/office-outlets.ts';
import { AUDIT, LOG_STATE, OUTLETS, READ_STORE } from '../ports/ports.ts';
import { readinessOf } from './readiness.ts';

/** Whether commands can be stored and questions answered now. */
export class CheckReadiness extends Query<Readiness> {}

@QueryHandler(CheckReadiness)
export class CheckReadinessHandler implements IQueryHandler<CheckReadiness> {
  readonly #read: ReadStore;
  readonly #audit: OfficeAudit;
  readonly #outlets: OfficeOutlets;
  readonly #tryLog: () => Promise<LogState>;

  constructor(
    @Inject(READ_STORE) read: ReadStore,
    @Inject(AUDIT) audit: OfficeAudit,
    @Inject(OUTLETS) outlets: OfficeOutlets,
    @Inject(LOG_STATE) tryLog: () => Promise<LogState>,
  ) {
    this.#read = read;
    this.#audit = audit;
    this.#outlets = outlets;
    this.#tryLog = tryLog;
  }

  async execute(): Promise<Readiness> {
    const parts = { read: this.#read, audit: this.#audit, outlets: this.#outlets };
    return readinessOf(parts, await this.#tryLog());
  }
}
