import { Inject, Injectable } from '@nestjs/common';
import { audienceOf } from '@duban/application';
import { eventSeenBy, type CaseView } from '@duban/contracts';
import { caseStream } from '@duban/domain';
import { readWholeStream, type EventReader } from '@duban/event-store';
import { ProblemError, type Principal } from '@duban/nest';
import { refuseRestricted } from '../access/reach.ts';
import { RestrictedReach } from '../access/restricted-reach.ts';
import { EVENT_STORE } from '../ports/ports.ts';

/** A package holds its events as they are stored, or no digest would fit: whoever may not see one of them whole gets none of it. */
@Injectable()
export class PackageReach {
  readonly #store: EventReader;
  readonly #reach: RestrictedReach;

  constructor(@Inject(EVENT_STORE) store: EventReader, reach: RestrictedReach) {
    this.#store = store;
    this.#reach = reach;
  }

  /** @throws ProblemError `not-found` for analysts where results are withheld; `forbidden`, `case.office-papers`; as `refuseRestricted` */
  async refuse({ caseId, state }: Pick<CaseView, 'caseId' | 'state'>, asker: Principal): Promise<void> {
    const audience = audienceOf(asker.role);
    const stream = caseStream(caseId);
    if (audience === 'office') return;
    refuseRestricted(state, asker.role);
    const isWithheld = await this.#reach.withheldFrom(asker);
    if (isWithheld(stream)) throw new ProblemError('not-found', { reason: 'case.unknown' });
    const events = await readWholeStream(this.#store, stream);
    if (events.some((event) => eventSeenBy(event, audience) !== event))
      throw new ProblemError('forbidden', { reason: 'case.office-papers' });
  }
}
