import { Type, type TSchema } from '@sinclair/typebox';
import { stringFaultsOf } from '../characters/string-faults.ts';
import { schemaChecks } from '../events/schema-check.ts';
import type { SchemaFault } from '../events/schema-fault.ts';
import { calendarSchemas } from '../events/schemas/calendar.schemas.ts';
import { organSchemas } from '../events/schemas/organ.schemas.ts';
import { closed } from '@duban/domain/schema';
import { ruleSetSchemas } from '../events/schemas/ruleset.schemas.ts';
import { sayNothingAsStored } from './nothing-said.ts';
import { sentSchemas } from './sent-schema.ts';

const { calendarYear } = calendarSchemas.CalendarYearPublished.properties;
const only = { additionalProperties: false };

/** Bodies of commands on what all cases lean on. Region and organ come from the address. */
export const referenceSchemas = sentSchemas({
  PublishCalendarYear: closed({ calendarYear }),
  CorrectCalendarYear: closed({
    calendarYear,
    reason: calendarSchemas.CalendarYearCorrected.properties.reason,
  }),
  PublishRuleSet: ruleSetSchemas.RuleSetPublished,
  RegisterOrgan: Type.Omit(organSchemas.OrganRegistered, ['organId'], only),
  RenameOrgan: Type.Omit(organSchemas.OrganRenamed, ['organId'], only),
  MergeOrgan: Type.Omit(organSchemas.OrganMerged, ['organId'], only),
  DissolveOrgan: Type.Omit(organSchemas.OrganDissolved, ['organId'], only),
} satisfies Readonly<Record<string, TSchema>>);

export type ReferenceCommandType = keyof typeof referenceSchemas;

/** What was sent, with null and absent fields as the fact has them. */
export const referenceSaid = (type: ReferenceCommandType, data: object): object =>
  sayNothingAsStored(referenceSchemas[type], data) as object;

const checks = schemaChecks(referenceSchemas);
const strings = new Map(
  Object.entries(referenceSchemas).map(([type, schema]) => [type, stringFaultsOf(schema)]),
);

/** Every fault of such a body, by JSON Pointer; empty when it fits. */
export const referenceFaults = (type: ReferenceCommandType, data: unknown): readonly SchemaFault[] => [
  ...checks[type](data),
  ...(strings.get(type)?.(data) ?? []),
];

/** `register-organ`, …: the names in addresses under an organ. */
export const organCommandNames: ReadonlyMap<
  string,
  Extract<ReferenceCommandType, `${string}Organ`>
> = new Map(
  (['RegisterOrgan', 'RenameOrgan', 'MergeOrgan', 'DissolveOrgan'] as const).map((type) => [
    type.replace('Organ', '-organ').toLowerCase(),
    type,
  ]),
);
