import type { Clock } from '@duban/kernel';
import type { CaseCommands, Jobs, PostSource, ReferenceCommands, ReferenceSource } from '@duban/application';
import type { AttachmentFiles } from '@duban/attachments';
import type { Config } from '@duban/config';
import type { EventStore } from '@duban/event-store';
import type { LogState, PeopleDesk } from '@duban/installation';
import type { RestrictedCases } from '@duban/messaging';
import type { ReadStore } from '@duban/read-store';
import type { Identity, Logger, Metrics } from '@duban/nest';
import type { OfficeAudit } from './open-audit.ts';
import type { OfficeOutlets } from './office-outlets.ts';
import type { EventFeed } from './event-feed.ts';

/** Everything that one office is made of, constructed and taken down in one place. */
export type Office = {
  readonly config: Config;
  readonly clock: Clock;
  readonly store: EventStore;
  readonly cases: CaseCommands;
  /** What would become of a command; writes nothing. */
  readonly tryCase: CaseCommands;
  readonly attachments: AttachmentFiles;
  readonly references: ReferenceCommands;
  readonly reference: ReferenceSource;
  readonly posts: PostSource;
  readonly read: ReadStore;
  readonly feed: EventFeed;
  readonly restricted: RestrictedCases;
  readonly outlets: OfficeOutlets;
  readonly audit: OfficeAudit;
  readonly people: PeopleDesk;
  readonly identity: Identity;
  /** To be started once requests are answered: no round of dates is worth a late door. */
  readonly jobs: Jobs;
  readonly logger: Logger;
  readonly metrics: Metrics;
  /** How the log is, tried where it is kept by a server. */
  readonly tryLog: () => Promise<LogState>;
  /** Ends in order: jobs and followers, the readers after their batch, and the log last. */
  readonly close: () => Promise<void>;
};
