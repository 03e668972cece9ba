import { Inject } from '@nestjs/common';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Projections } from '@duban/contracts';
import type { ReadStore } from '@duban/read-store';
import { FreshQuery } from '../bus/fresh-query.ts';
import { READ_STORE } from '../ports/ports.ts';

/** How far the read models are, and which cases wait for a person. */
export class ReadModelState extends FreshQuery<null, Projections> {}

@QueryHandler(ReadModelState)
export class ReadModelStateHandler implements IQueryHandler<ReadModelState> {
  readonly #read: ReadStore;

  constructor(@Inject(READ_STORE) read: ReadStore) {
    this.#read = read;
  }

  async execute(): Promise<Projections> {
    return { health: this.#read.health(), parked: this.#read.parked() };
  }
}
