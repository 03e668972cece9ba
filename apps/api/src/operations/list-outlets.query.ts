import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Outlets } from '@duban/contracts';
import type { OfficeOutlets } from '../composition/office-outlets.ts';
import { OUTLETS } from '../ports/ports.ts';

/** Where events go out, and how far they are. */
export class ListOutlets extends Query<Outlets> {}

@QueryHandler(ListOutlets)
export class ListOutletsHandler implements IQueryHandler<ListOutlets> {
  readonly #outlets: OfficeOutlets;

  constructor(@Inject(OUTLETS) outlets: OfficeOutlets) {
    this.#outlets = outlets;
  }

  async execute(): Promise<Outlets> {
    return { items: await this.#outlets.list() };
  }
}
