import { Inject } from '@nestjs/common';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { legalDateOf, type PostSource } from '@duban/application';
import { idsOfPerson } from '@duban/domain';
import type { Clock } from '@duban/kernel';
import type { Principal } from '@duban/nest';
import type { ReadStore, WaitingProposal } from '@duban/read-store';
import { RestrictedReach } from '../access/restricted-reach.ts';
import { FreshQuery } from '../bus/fresh-query.ts';
import { CLOCK, POST_SOURCE, READ_STORE } from '../ports/ports.ts';

type Asked = { readonly asker: Principal };

/** What waits for a second person and could be confirmed in the asker's post, or was proposed in it by the asker. */
export class ListProposals extends FreshQuery<Asked, readonly WaitingProposal[]> {}

@QueryHandler(ListProposals)
export class ListProposalsHandler implements IQueryHandler<ListProposals> {
  readonly #read: ReadStore;
  readonly #reach: RestrictedReach;
  readonly #posts: PostSource;
  readonly #clock: Clock;

  constructor(
    @Inject(READ_STORE) read: ReadStore,
    reach: RestrictedReach,
    @Inject(POST_SOURCE) posts: PostSource,
    @Inject(CLOCK) clock: Clock,
  ) {
    this.#read = read;
    this.#reach = reach;
    this.#posts = posts;
    this.#clock = clock;
  }

  async execute({ asked: { asker } }: ListProposals): Promise<readonly WaitingProposal[]> {
    const { id, role, organ } = asker;
    const [without, posts] = await Promise.all([this.#reach.casesShutTo(asker), this.#posts.current()]);
    const persons = idsOfPerson(id, posts);
    const today = legalDateOf(this.#clock.now());
    return this.#read.proposals({ today, without, persons, role, organ });
  }
}
