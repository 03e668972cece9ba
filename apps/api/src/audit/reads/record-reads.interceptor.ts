import {
  Inject,
  Injectable,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { concatMap, from, type Observable } from 'rxjs';
import type { Subject } from '@duban/application';
import { ROUTE_ACCESS, type FastifyRequest, type RouteAccess } from '@duban/nest';
import { OFFICE, type Office } from '../../office/office.ts';
import { IS_RECORDED } from './recorded-subjects.ts';
import { askedAbout, shownCases, type Asked } from './shown-cases.ts';

/** Followers of events are answered as long as they stay; theirs is written down before the first line leaves. */
const WITHOUT_END: readonly Subject[] = ['events'];

/** No answer that shows a case or a person leaves before it is written down who gets it. */
@Injectable()
export class RecordReads implements NestInterceptor {
  readonly #reflector: Reflector;
  readonly #office: Office;

  constructor(reflector: Reflector, @Inject(OFFICE) office: Office) {
    this.#reflector = reflector;
    this.#office = office;
  }

  intercept(context: ExecutionContext, next: CallHandler<unknown>): Observable<unknown> {
    const access = this.#reflector.get<RouteAccess | undefined>(ROUTE_ACCESS, context.getHandler());
    if (access?.kind !== 'reads' || !IS_RECORDED[access.subject]) return next.handle();
    const { subject } = access;
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    if (WITHOUT_END.includes(subject))
      return from(this.#record(request, subject, null)).pipe(concatMap(() => next.handle()));
    return next.handle().pipe(
      concatMap(async (answer) => {
        await this.#record(request, subject, answer);
        return answer;
      }),
    );
  }

  /** @throws CodedError `log.unavailable` where the settings want every read on record */
  async #record(request: FastifyRequest, subject: Subject, answer: unknown): Promise<void> {
    const { principal, method, routeOptions, id: traceId } = request;
    if (principal === null) return;
    const asked = request as Asked;
    const { audit, config, logger } = this.#office;
    try {
      await audit.reads.record({
        reader: principal,
        subject,
        what: `${method} ${routeOptions.url ?? ''}`,
        cases: shownCases(subject, asked, answer),
        about: askedAbout(asked),
        traceId,
      });
    } catch (error) {
      if (config.readLog === 'required') throw error;
      logger.error({ err: error, traceId }, 'a read was not written down');
    }
  }
}
