import { Module, type DynamicModule } from '@nestjs/common';
import type { Office } from '../composition/office.ts';
import {
  ATTACHMENT_FILES,
  AUDIT,
  CASE_COMMANDS,
  CASE_TRIALS,
  CLOCK,
  CONFIG,
  EVENT_FEED,
  EVENT_STORE,
  LOG_STATE,
  OUTLETS,
  PEOPLE_DESK,
  POST_SOURCE,
  READ_STORE,
  REFERENCE_SOURCE,
  REGISTER_COMMANDS,
  RESTRICTED_CASES,
} from './ports.ts';

/** What each port of this process is: the only place where features meet what was opened. */
const valuesOf = (office: Office): readonly (readonly [port: symbol, value: unknown])[] => [
  [CONFIG, office.config],
  [CLOCK, office.clock],
  [EVENT_STORE, office.store],
  [CASE_COMMANDS, office.cases],
  [CASE_TRIALS, office.tryCase],
  [ATTACHMENT_FILES, office.attachments],
  [REGISTER_COMMANDS, office.references],
  [REFERENCE_SOURCE, office.reference],
  [POST_SOURCE, office.posts],
  [READ_STORE, office.read],
  [EVENT_FEED, office.feed],
  [RESTRICTED_CASES, office.restricted],
  [OUTLETS, office.outlets],
  [AUDIT, office.audit],
  [PEOPLE_DESK, office.people],
  [LOG_STATE, office.tryLog],
];

@Module({})
export class PortsModule {
  static of(office: Office): DynamicModule {
    const providers = valuesOf(office).map(([provide, useValue]) => ({ provide, useValue }));
    return {
      module: PortsModule,
      global: true,
      providers,
      exports: providers.map(({ provide }) => provide),
    };
  }
}
