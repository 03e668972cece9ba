import { Inject, Injectable } from '@nestjs/common';
import { audienceIn, audienceOf, restrictionShuts } from '@duban/application';
import { caseIdOf, caseStream } from '@duban/domain';
import type { RestrictedCases } from '@duban/messaging';
import type { Principal } from '@duban/nest';
import type { ReadStore } from '@duban/read-store';
import { READ_STORE, RESTRICTED_CASES } from '../ports/ports.ts';

/** Which restricted cases are not there for an asker, as the log has it now: of a past moment as well. */
@Injectable()
export class RestrictedReach {
  readonly #restricted: RestrictedCases;
  readonly #read: Pick<ReadStore, 'case'>;

  constructor(
    @Inject(RESTRICTED_CASES) restricted: RestrictedCases,
    @Inject(READ_STORE) read: Pick<ReadStore, 'case'>,
  ) {
    this.#restricted = restricted;
    this.#read = read;
  }

  /** Ids of the cases. */
  async casesShutTo(asker: Principal): Promise<readonly string[]> {
    const shuts = restrictionShuts(asker.role);
    if (shuts === 'none') return [];
    await this.#restricted.upToNow();
    const ids = this.#restricted.streams().map(caseIdOf);
    if (shuts === 'all') return ids;
    const views = await Promise.all(ids.map(async (id) => ({ id, view: await this.#read.case(id) })));
    return views.flatMap(({ id, view }) =>
      view !== null && audienceIn(view.state, asker) !== null ? [] : [id],
    );
  }

  /** The streams of those cases, and of their surveys. */
  async streamsShutTo(asker: Principal): Promise<readonly string[]> {
    const ids = await this.casesShutTo(asker);
    return ids.flatMap((id) => this.#restricted.streamsAround(caseStream(id)));
  }

  /** Whether a stream is kept from this asker because of what the public is not told: judged anew at each call. */
  async withheldFrom(asker: Principal): Promise<(stream: string) => boolean> {
    await this.#restricted.upToNow();
    const isAnalyst = audienceOf(asker.role) === 'analysis';
    return (stream) => isAnalyst && this.#restricted.isWithheld(stream);
  }
}
