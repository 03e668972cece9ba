import { Controller, Get, Inject, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  IDENTITY,
  LoopbackOnly,
  ProblemError,
  type DemoPersona,
  type FastifyReply,
  type Identity,
} from '@duban/nest';

/** The built-in people of the demo profile, for whoever sits at this machine. */
@ApiTags('demo')
@Controller('demo')
export class DemoController {
  readonly #identity: Identity;

  constructor(@Inject(IDENTITY) identity: Identity) {
    this.#identity = identity;
  }

  @Get('personas')
  @LoopbackOnly()
  async personas(
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<{ readonly items: readonly DemoPersona[] }> {
    if (this.#identity.personas === null) throw new ProblemError('not-found');
    void reply.header('cache-control', 'no-store');
    return { items: await this.#identity.personas() };
  }
}
