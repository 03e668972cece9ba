import { registerSchemas } from '@duban/domain';
import type { TSchema } from '@sinclair/typebox';
import type { DubanEvent, EventsByCategory, StreamCategory } from '../event-types.ts';
import { caseNumberSchemas } from './case-number.schemas.ts';
import { checkpointSchemas } from './checkpoint.schemas.ts';
import { epochSchemas } from './epoch.schemas.ts';
import { importBatchSchemas } from './import-batch.schemas.ts';
import { leaseSchemas } from './lease.schemas.ts';
import { privacySchemas } from './privacy.schemas.ts';
import { outletSchemas, relaySchemas } from './relay.schemas.ts';
import { stepSchemas } from './step.schemas.ts';

type SchemasOf<Event extends DubanEvent> = { readonly [Type in Event['type']]: TSchema };

/** The newest schema of every event, by kind of stream. An event without one does not compile. */
export const currentSchemas = {
  case: stepSchemas,
  ...registerSchemas,
  import: importBatchSchemas,
  privacy: privacySchemas,
  lease: leaseSchemas,
  relay: relaySchemas,
  outlet: outletSchemas,
  checkpoint: { ...checkpointSchemas, ...epochSchemas },
  number: caseNumberSchemas,
} satisfies { readonly [Category in StreamCategory]: SchemasOf<EventsByCategory[Category]> };
