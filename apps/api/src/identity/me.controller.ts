import { Controller, Get, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Me } from '@duban/contracts';
import { postText } from '@duban/kernel';
import { HolderOfPosts, SignedInOnly, type FastifyReply, type Holder } from '@duban/nest';

/** Who the asker is here, and what to put into `Duban-Post`. */
@ApiTags('identity')
@Controller('v1/me')
export class MeController {
  @Get()
  @SignedInOnly()
  me(@HolderOfPosts() { bearer, held }: Holder, @Res({ passthrough: true }) reply: FastifyReply): Me {
    void reply.header('cache-control', 'no-store');
    const { id, name } = bearer;
    return { id, name, posts: held.map((post) => ({ ...post, post: postText(post) })) };
  }
}
