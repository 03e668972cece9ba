import { Inject, Injectable } from '@nestjs/common';
import { legalDateOf, type Subject } from '@duban/application';
import type { Config } from '@duban/config';
import type { Clock } from '@duban/kernel';
import { LOGGER, type FastifyRequest, type Logger } from '@duban/nest';
import type { OfficeAudit } from '../../composition/open-audit.ts';
import { AUDIT, CLOCK, CONFIG } from '../../ports/ports.ts';
import { askedAbout, shownCases, type Asked } from './shown-cases.ts';

/** Writes down who is shown what. */
@Injectable()
export class ReadRecorder {
  readonly #reads: OfficeAudit['reads'];
  readonly #isRequired: boolean;
  readonly #clock: Clock;
  readonly #logger: Logger;

  constructor(
    @Inject(AUDIT) { reads }: Pick<OfficeAudit, 'reads'>,
    @Inject(CONFIG) { readLog }: Pick<Config, 'readLog'>,
    @Inject(CLOCK) clock: Clock,
    @Inject(LOGGER) logger: Logger,
  ) {
    this.#reads = reads;
    this.#isRequired = readLog === 'required';
    this.#clock = clock;
    this.#logger = logger;
  }

  /** @throws CodedError `log.unavailable` where the settings want every read on record */
  async record(request: FastifyRequest, subject: Subject, answer: unknown): Promise<void> {
    const { principal, method, routeOptions, id: traceId } = request;
    if (principal === null) return;
    const asked = request as Asked;
    try {
      await this.#reads.record({
        reader: principal,
        subject,
        what: `${method} ${routeOptions.url ?? ''}`,
        cases: shownCases(subject, asked, answer),
        about: askedAbout(asked),
        traceId,
      });
    } catch (error) {
      if (this.#isRequired) throw error;
      this.#logger.error({ err: error, traceId }, 'a read was not written down');
    }
  }

  /**
   * For an answer without end, which was written down when it began: asked before each part of it, writes it down again
   * once a day, so that whoever asks about a day finds those who were shown something on it.
   */
  daily(request: FastifyRequest, subject: Subject): () => Promise<void> {
    const today = (): string => legalDateOf(this.#clock.now());
    let written = today();
    return async () => {
      if (today() === written) return;
      written = today();
      await this.record(request, subject, null);
    };
  }
}
