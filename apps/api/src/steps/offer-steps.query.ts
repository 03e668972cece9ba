import { Inject } from '@nestjs/common';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { legalDateOf, stepsAt, type ReferenceSource } from '@duban/application';
import type { CaseSteps } from '@duban/contracts';
import { ownEntry, type ItemState, type OpenedCase } from '@duban/domain';
import type { Clock } from '@duban/kernel';
import { ProblemError, type Principal } from '@duban/nest';
import type { ReadStore } from '@duban/read-store';
import { visibleCase } from '../access/reach.ts';
import { FreshQuery } from '../bus/fresh-query.ts';
import { CLOCK, READ_STORE, REFERENCE_SOURCE } from '../ports/ports.ts';

type Asked = { readonly caseId: string; readonly itemId: string | undefined; readonly asker: Principal };

/** What somebody may do to a case or to one item of it now. */
export class OfferSteps extends FreshQuery<Asked, CaseSteps> {}

const itemIn = ({ items }: OpenedCase, itemId: string | undefined): ItemState | null => {
  if (itemId === undefined) return null;
  const item = ownEntry(items, itemId);
  if (item === undefined) throw new ProblemError('not-found', { reason: 'item.unknown' });
  return item;
};

@QueryHandler(OfferSteps)
export class OfferStepsHandler implements IQueryHandler<OfferSteps> {
  readonly #read: ReadStore;
  readonly #reference: ReferenceSource;
  readonly #clock: Clock;

  constructor(
    @Inject(READ_STORE) read: ReadStore,
    @Inject(REFERENCE_SOURCE) reference: ReferenceSource,
    @Inject(CLOCK) clock: Clock,
  ) {
    this.#read = read;
    this.#reference = reference;
    this.#clock = clock;
  }

  async execute({ asked: { caseId, itemId, asker } }: OfferSteps): Promise<CaseSteps> {
    const { state } = await visibleCase(this.#read, caseId, asker);
    const item = itemIn(state, itemId);
    const { organs } = await this.#reference.current();
    const { id, role, organ } = asker;
    return stepsAt({ state, item, id, role, organ, today: legalDateOf(this.#clock.now()), organs });
  }
}
