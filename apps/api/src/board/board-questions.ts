import { Inject, Injectable } from '@nestjs/common';
import { legalDateOf, legalDateOfInstant } from '@duban/application';
import type { Clock } from '@duban/kernel';
import type { Principal } from '@duban/nest';
import type { BoardFilter, BoardScope, Moment } from '@duban/read-store';
import { ownOnly } from '../access/reach.ts';
import { RestrictedReach } from '../access/restricted-reach.ts';
import { CLOCK } from '../ports/ports.ts';

/** What somebody may ask of the board: their own where they see no more, and without what is shut to them. */
@Injectable()
export class BoardQuestions {
  readonly #reach: RestrictedReach;
  readonly #clock: Clock;

  constructor(reach: RestrictedReach, @Inject(CLOCK) clock: Clock) {
    this.#reach = reach;
    this.#clock = clock;
  }

  /**
   * Lights are judged by the date of the moment that is asked about.
   * @throws ProblemError `forbidden` for a question about somebody else's items
   */
  async scope<Asked extends BoardFilter & Moment>(
    fields: Asked,
    asker: Principal,
  ): Promise<Asked & BoardScope> {
    const today =
      fields.asOf === undefined ? legalDateOf(this.#clock.now()) : legalDateOfInstant(fields.asOf);
    const own = { ...fields, ...ownOnly(asker, fields), today };
    return { ...own, without: await this.#reach.casesShutTo(asker) };
  }
}
