import { Body, Controller, Get, Param, Post, Res } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { CommandAnswer, Posts } from '@duban/contracts';
import { ReadsWhole, SendsRegisterCommand, type FastifyReply } from '@duban/nest';
import { CommandBodyDto } from '../http/command-body.dto.ts';
import { FromSender, type Sender } from '../http/command-headers.ts';
import { commandIn, sendRegisterCommand } from '../registers/send-register-command.ts';
import { ListPosts } from './list-posts.query.ts';
import { PostCommandParams } from './posts.dto.ts';

/** The register of posts; it decides who may come in where the settings say so, and is kept in any case. */
@ApiTags('posts')
@Controller('v1/posts')
export class PostsController {
  readonly #commands: CommandBus;
  readonly #queries: QueryBus;

  constructor(commands: CommandBus, queries: QueryBus) {
    this.#commands = commands;
    this.#queries = queries;
  }

  @Get()
  @ReadsWhole('posts')
  list(): Promise<Posts> {
    return this.#queries.execute(new ListPosts());
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
      this.#commands,
      { type: commandIn('posts', name), address: {}, body, sender },
      reply,
    );
  }
}
