import {
  Injectable,
  StreamableFile,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { concatMap, from, type Observable } from 'rxjs';
import type { Subject } from '@duban/application';
import { isRecorded } from '@duban/installation';
import { ROUTE_ACCESS, type FastifyRequest, type RouteAccess } from '@duban/nest';
import { ReadRecorder } from './read-recorder.ts';

/** Followers of events are answered as long as they stay; theirs is written down before the first line leaves. */
const WITHOUT_END: readonly Subject[] = ['events'];

/** No answer that shows a case or a person leaves before it is written down who gets it. */
@Injectable()
export class RecordReads implements NestInterceptor {
  readonly #reflector: Reflector;
  readonly #recorder: ReadRecorder;

  constructor(reflector: Reflector, recorder: ReadRecorder) {
    this.#reflector = reflector;
    this.#recorder = recorder;
  }

  intercept(context: ExecutionContext, next: CallHandler<unknown>): Observable<unknown> {
    const access = this.#reflector.get<RouteAccess | undefined>(ROUTE_ACCESS, context.getHandler());
    if (access?.kind !== 'reads' || !isRecorded(access.subject)) return next.handle();
    const { subject } = access;
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    if (WITHOUT_END.includes(subject))
      return from(this.#recorder.record(request, subject, null)).pipe(concatMap(() => next.handle()));
    return next.handle().pipe(
      concatMap(async (answer) => {
        try {
          await this.#recorder.record(request, subject, answer);
        } catch (error) {
          // Nobody will read this file: what makes it must not wait for a reader.
          if (answer instanceof StreamableFile) answer.getStream().destroy();
          throw error;
        }
        return answer;
      }),
    );
  }
}
