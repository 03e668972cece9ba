import { Inject, Injectable } from '@nestjs/common';
import { legalDateOf, type Subject } from '@duban/application';
import type { FastifyRequest } from '@duban/nest';
import { OFFICE, type Office } from '../../office/office.ts';
import { askedAbout, shownCases, type Asked } from './shown-cases.ts';

/** Writes down who is shown what. */
@Injectable()
export class ReadRecorder {
  readonly #office: Office;

  constructor(@Inject(OFFICE) office: Office) {
    this.#office = office;
  }

  /** @throws CodedError `log.unavailable` where the settings want every read on record */
  async record(request: FastifyRequest, subject: Subject, answer: unknown): Promise<void> {
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

  /**
   * For an answer without end, which was written down when it began: asked before each part of it, writes it down again
   * once a day, so that whoever asks about a day finds those who were shown something on it.
   */
  daily(request: FastifyRequest, subject: Subject): () => Promise<void> {
    const today = (): string => legalDateOf(this.#office.clock.now());
    let written = today();
    return async () => {
      if (today() === written) return;
      written = today();
      await this.record(request, subject, null);
    };
  }
}
