import { Inject } from '@nestjs/common';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { ReadStore, ReferenceBodies } from '@duban/read-store';
import { FreshQuery } from '../bus/fresh-query.ts';
import { momentOf, type MomentDto } from '../http/moment.dto.ts';
import { READ_STORE } from '../ports/ports.ts';

type Kind = keyof ReferenceBodies;
type Asked<Of extends Kind = Kind> = { readonly kind: Of; readonly query: MomentDto };

/** The entries of a register, as last recorded or as of a moment. */
export class ListRegister<Of extends Kind = Kind> extends FreshQuery<
  Asked<Of>,
  readonly ReferenceBodies[Of][]
> {}

@QueryHandler(ListRegister)
export class ListRegisterHandler implements IQueryHandler<ListRegister> {
  readonly #read: ReadStore;

  constructor(@Inject(READ_STORE) read: ReadStore) {
    this.#read = read;
  }

  async execute({ asked: { kind, query } }: ListRegister): Promise<readonly ReferenceBodies[Kind][]> {
    return this.#read.reference(kind, momentOf(query));
  }
}
