import { Controller, Get, Inject, Res } from '@nestjs/common';
import { Open, ReadsWhole, type FastifyReply } from '@duban/nest';
import { WORKER, type Worker } from '../worker.port.ts';
import { workerReadiness, type WorkerReadiness } from './worker-readiness.ts';

/** For whoever watches the worker; it serves nothing else. */
@Controller()
export class WatchController {
  readonly #worker: Worker;

  constructor(@Inject(WORKER) worker: Worker) {
    this.#worker = worker;
  }

  @Get('health/live')
  @Open()
  live(): { readonly status: 'live' } {
    return { status: 'live' };
  }

  @Get('health/ready')
  @Open()
  ready(@Res({ passthrough: true }) reply: FastifyReply): WorkerReadiness {
    const readiness = workerReadiness(this.#worker);
    void reply.code(readiness.status === 'unavailable' ? 503 : 200).header('cache-control', 'no-store');
    return readiness;
  }

  @Get('metrics')
  @ReadsWhole('operations')
  async metrics(@Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    void reply.header('content-type', this.#worker.metrics.contentType);
    return this.#worker.metrics.text();
  }
}
