import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { PostSource } from '@duban/application';
import type { Config } from '@duban/config';
import type { Posts } from '@duban/contracts';
import { lastDayOf, type PostProposal } from '@duban/domain';
import { postText } from '@duban/kernel';
import { CONFIG, POST_SOURCE } from '../ports/ports.ts';

const proposalOf = (proposal: PostProposal): Posts['proposals'][number] => {
  const { proposalId, act, status, proposedBy, proposedOn, expiresOn, endedBy } = proposal;
  const made = { proposalId, act, status, proposedBy: proposedBy.id, proposedOn, expiresOn, endedBy };
  if (proposal.act === 'link') return { ...made, ...proposal.asked, post: null, from: null, until: null };
  const { personId, from, until } = proposal.asked;
  return { ...made, personId, otherId: null, post: postText(proposal.asked), from, until };
};

/** Who holds which post; whether that decides who may come in is said with it. */
export class ListPosts extends Query<Posts> {}

@QueryHandler(ListPosts)
export class ListPostsHandler implements IQueryHandler<ListPosts> {
  readonly #posts: PostSource;
  readonly #source: Config['posts'];

  constructor(@Inject(POST_SOURCE) posts: PostSource, @Inject(CONFIG) { posts: source }: Config) {
    this.#posts = posts;
    this.#source = source;
  }

  async execute(): Promise<Posts> {
    const state = await this.#posts.current();
    return {
      source: this.#source,
      termEnds: state.termEnds.toSorted(),
      grants: state.grants.map((grant) => {
        const { personId, role, organ, from } = grant;
        return { personId, post: postText(grant), role, organ, from, until: lastDayOf(grant, state) };
      }),
      links: state.links.map(([personId, otherId]) => ({ personId, otherId })),
      proposals: state.proposals.map(proposalOf),
    };
  }
}
