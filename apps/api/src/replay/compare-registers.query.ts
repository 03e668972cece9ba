import { Inject } from '@nestjs/common';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Config } from '@duban/config';
import type { RegisterChanges } from '@duban/contracts';
import type { EventReader } from '@duban/event-store';
import type { Principal } from '@duban/nest';
import type { ReadStore } from '@duban/read-store';
import { RestrictedReach } from '../access/restricted-reach.ts';
import { FreshQuery } from '../bus/fresh-query.ts';
import { CONFIG, EVENT_STORE, READ_STORE } from '../ports/ports.ts';
import { changesBetween } from './changes-between.ts';
import { groundsOn } from './grounds-on.ts';
import type { ChangesDto } from './replay.dto.ts';

type Asked = { readonly query: ChangesDto; readonly asker: Principal };

/** What entered, left and changed in the register between the ends of two days. */
export class CompareRegisters extends FreshQuery<Asked, RegisterChanges> {}

@QueryHandler(CompareRegisters)
export class CompareRegistersHandler implements IQueryHandler<CompareRegisters> {
  readonly #config: Config;
  readonly #store: EventReader;
  readonly #read: ReadStore;
  readonly #reach: RestrictedReach;

  constructor(
    @Inject(CONFIG) config: Config,
    @Inject(EVENT_STORE) store: EventReader,
    @Inject(READ_STORE) read: ReadStore,
    reach: RestrictedReach,
  ) {
    this.#config = config;
    this.#store = store;
    this.#read = read;
    this.#reach = reach;
  }

  async execute({ asked: { query, asker } }: CompareRegisters): Promise<RegisterChanges> {
    const { from, to, by = 'recorded' } = query;
    const between = { from, to, by, groundsOn: groundsOn(this.#read, this.#config, by) };
    const without = await this.#reach.streamsShutTo(asker);
    return { from, to, items: await changesBetween(this.#store, { ...between, without }) };
  }
}
