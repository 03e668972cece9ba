import { readFile } from 'node:fs/promises';
import { Controller, Get, Res } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import { Open, type FastifyReply } from '@duban/nest';

/** Checked in, and compared with the code by a test; the same distance from the sources and from what is built. */
const DOCUMENT = new URL('../../../../docs/asyncapi.yaml', import.meta.url);

/** The AsyncAPI document of the public events. */
@ApiTags('events')
@Controller()
export class AsyncApiController {
  @Get('asyncapi.yaml')
  @Open()
  @ApiProduces('application/yaml')
  document(@Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    void reply.header('content-type', 'application/yaml; charset=utf-8');
    return readFile(DOCUMENT, 'utf8');
  }
}
