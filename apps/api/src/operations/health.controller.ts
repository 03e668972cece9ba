import { Controller, Get, Inject, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { Readiness } from '@duban/contracts';
import { METRICS, Open, ReadsWhole, type FastifyReply, type Metrics } from '@duban/nest';
import { CheckReadiness } from './check-readiness.query.ts';

/** For whoever watches the process. Health says codes and remedies, never contents. */
@ApiTags('operations')
@Controller()
export class HealthController {
  readonly #bus: QueryBus;
  readonly #metrics: Metrics;

  constructor(bus: QueryBus, @Inject(METRICS) metrics: Metrics) {
    this.#bus = bus;
    this.#metrics = metrics;
  }

  @Get('health/live')
  @Open()
  live(): { readonly status: 'live' } {
    return { status: 'live' };
  }

  @Get('health/ready')
  @Open()
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<Readiness> {
    const readiness = await this.#bus.execute(new CheckReadiness());
    void reply.code(readiness.status === 'unavailable' ? 503 : 200).header('cache-control', 'no-store');
    return readiness;
  }

  @Get('metrics')
  @ReadsWhole('operations')
  async metrics(@Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    void reply.header('content-type', this.#metrics.contentType);
    return this.#metrics.text();
  }
}
