import type { TSchema } from '@sinclair/typebox';
import type { DubanEvent, EventsByCategory, StreamCategory } from '../event-types.ts';
import { calendarSchemas } from './calendar.schemas.ts';
import { caseNumberSchemas } from './case-number.schemas.ts';
import { checkpointSchemas } from './checkpoint.schemas.ts';
import { epochSchemas } from './epoch.schemas.ts';
import { importBatchSchemas } from './import-batch.schemas.ts';
import { leaseSchemas } from './lease.schemas.ts';
import { organSchemas } from './organ.schemas.ts';
import { privacySchemas } from './privacy.schemas.ts';
import { outletSchemas, relaySchemas } from './relay.schemas.ts';
import { ruleSetSchemas } from './ruleset.schemas.ts';
import { stepSchemas } from './step.schemas.ts';
import { surveySchemas } from './survey.schemas.ts';

type SchemasOf<Event extends DubanEvent> = { readonly [Type in Event['type']]: TSchema };

/** The newest schema of every event, by kind of stream. An event without one does not compile. */
export const currentSchemas = {
  case: stepSchemas,
  calendar: calendarSchemas,
  ruleset: ruleSetSchemas,
  organ: organSchemas,
  survey: surveySchemas,
  import: importBatchSchemas,
  privacy: privacySchemas,
  lease: leaseSchemas,
  relay: relaySchemas,
  outlet: outletSchemas,
  checkpoint: { ...checkpointSchemas, ...epochSchemas },
  number: caseNumberSchemas,
} satisfies { readonly [Category in StreamCategory]: SchemasOf<EventsByCategory[Category]> };
