import { Inject } from '@nestjs/common';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Principal } from '@duban/nest';
import type { ImportBatch, ReadStore } from '@duban/read-store';
import { RestrictedReach } from '../access/restricted-reach.ts';
import { FreshQuery } from '../bus/fresh-query.ts';
import { READ_STORE } from '../ports/ports.ts';

type Asked = { readonly asker: Principal };

/** The batches in which registers were taken in. */
export class ListImports extends FreshQuery<Asked, readonly ImportBatch[]> {}

@QueryHandler(ListImports)
export class ListImportsHandler implements IQueryHandler<ListImports> {
  readonly #read: ReadStore;
  readonly #reach: RestrictedReach;

  constructor(@Inject(READ_STORE) read: ReadStore, reach: RestrictedReach) {
    this.#read = read;
    this.#reach = reach;
  }

  async execute({ asked: { asker } }: ListImports): Promise<readonly ImportBatch[]> {
    return this.#read.imports({ without: await this.#reach.casesShutTo(asker) });
  }
}
