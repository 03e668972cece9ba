import { Body, Controller, Get, Inject, Param, Post, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { CommandAnswer, Posts } from '@duban/contracts';
import { lastDayOf, type PostProposal } from '@duban/domain';
import { postText } from '@duban/kernel';
import { ReadsWhole, SendsRegisterCommand, type FastifyReply } from '@duban/nest';
import { CommandBodyDto } from '../commands/command-body.dto.ts';
import { FromSender, type Sender } from '../commands/command-headers.ts';
import { commandIn, sendRegisterCommand } from '../commands/send-register-command.ts';
import { OFFICE, type Office } from '../office/office.ts';
import { PostCommandParams } from './posts.dto.ts';

const proposalOf = (proposal: PostProposal): Posts['proposals'][number] => {
  const { proposalId, act, status, proposedBy, proposedOn, expiresOn, endedBy } = proposal;
  const made = { proposalId, act, status, proposedBy: proposedBy.id, proposedOn, expiresOn, endedBy };
  if (proposal.act === 'link') return { ...made, ...proposal.asked, post: null, from: null, until: null };
  const { personId, from, until } = proposal.asked;
  return { ...made, personId, otherId: null, post: postText(proposal.asked), from, until };
};

/** The register of posts; it decides who may come in where the settings say so, and is kept in any case. */
@ApiTags('posts')
@Controller('v1/posts')
export class PostsController {
  readonly #bus: CommandBus;
  readonly #office: Office;

  constructor(bus: CommandBus, @Inject(OFFICE) office: Office) {
    this.#bus = bus;
    this.#office = office;
  }

  @Get()
  @ReadsWhole('posts')
  async list(): Promise<Posts> {
    const { posts, config } = this.#office;
    const state = await posts.current();
    return {
      source: config.posts,
      termEnds: state.termEnds.toSorted(),
      grants: state.grants.map((grant) => {
        const { personId, role, organ, from } = grant;
        return { personId, post: postText(grant), role, organ, from, until: lastDayOf(grant, state) };
      }),
      links: state.links.map(([personId, otherId]) => ({ personId, otherId })),
      proposals: state.proposals.map(proposalOf),
    };
  }

  @Post('commands/:name')
  @SendsRegisterCommand('posts')
  send(
    @Param() { name }: PostCommandParams,
    @Body() body: CommandBodyDto,
    @FromSender() sender: Sender,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CommandAnswer> {
    return sendRegisterCommand(
      this.#bus,
      { type: commandIn('posts', name), address: {}, body, sender },
      reply,
    );
  }
}
