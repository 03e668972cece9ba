import { Controller, Get, Inject, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Readiness } from '@duban/contracts';
import { Open, ReadsWhole, type FastifyReply } from '@duban/nest';
import { OFFICE, type Office } from '../office/office.ts';
import { readinessOf } from './readiness.ts';

/** For whoever watches the process. Health says codes and remedies, never contents. */
@ApiTags('operations')
@Controller()
export class HealthController {
  readonly #office: Office;

  constructor(@Inject(OFFICE) office: Office) {
    this.#office = office;
  }

  @Get('health/live')
  @Open()
  live(): { readonly status: 'live' } {
    return { status: 'live' };
  }

  @Get('health/ready')
  @Open()
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<Readiness> {
    const readiness = readinessOf(this.#office, await this.#office.tryLog());
    void reply.code(readiness.status === 'unavailable' ? 503 : 200).header('cache-control', 'no-store');
    return readiness;
  }

  @Get('metrics')
  @ReadsWhole('operations')
  async metrics(@Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    void reply.header('content-type', this.#office.metrics.contentType);
    return this.#office.metrics.text();
  }
}
