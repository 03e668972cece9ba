import { Inject } from '@nestjs/common';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { learnsOfRestricted } from '@duban/application';
import type { CasePage, RestrictedCase } from '@duban/contracts';
import { restrictionOf } from '@duban/domain';
import type { Principal } from '@duban/nest';
import type { CaseView, ReadStore } from '@duban/read-store';
import { RestrictedReach } from '../access/restricted-reach.ts';
import { FreshQuery } from '../bus/fresh-query.ts';
import { given } from '../http/given.ts';
import { READ_STORE } from '../ports/ports.ts';
import type { CasesDto } from './case.dto.ts';

type Asked = { readonly query: CasesDto; readonly asker: Principal };

export class ListCases extends FreshQuery<Asked, CasePage> {}

const numberOf = ({ caseId, state }: CaseView): readonly RestrictedCase[] => {
  const restriction = restrictionOf(state);
  const { caseNo, openedOn } = state.opened;
  return restriction === null ? [] : [{ caseId, caseNo, openedOn, restrictedOn: restriction.on }];
};

@QueryHandler(ListCases)
export class ListCasesHandler implements IQueryHandler<ListCases> {
  readonly #read: ReadStore;
  readonly #reach: RestrictedReach;

  constructor(@Inject(READ_STORE) read: ReadStore, reach: RestrictedReach) {
    this.#read = read;
    this.#reach = reach;
  }

  async execute({ asked: { query, asker } }: ListCases): Promise<CasePage> {
    const without = await this.#reach.casesShutTo(asker);
    const isTold = learnsOfRestricted(asker.role) && query.cursor === undefined;
    return {
      ...this.#read.cases({ ...given(query), without }),
      ...(isTold ? { restricted: await this.#byNumber(without) } : {}),
    };
  }

  /** Beside the first page, for whoever learns that there are restricted cases. */
  async #byNumber(caseIds: readonly string[]): Promise<readonly RestrictedCase[]> {
    const views = await Promise.all(caseIds.map((caseId) => this.#read.case(caseId)));
    return views.flatMap((view) => (view === null ? [] : numberOf(view)));
  }
}
