import type { Static } from '@sinclair/typebox';
import { stepRecords, type CaseCommandType, type RouteMethod } from '@duban/domain';
import { stringFaultsOf } from '../characters/string-faults.ts';
import { schemaChecks } from '../events/schema-check.ts';
import type { SchemaFault } from '../events/schema-fault.ts';
import { kebabOf } from '../public/public-name.ts';
import { sayNothingAsStored } from './nothing-said.ts';
import { saidFaults } from './said-fields.ts';
import { sentSchemas } from './sent-schema.ts';
import { stepCommands } from './step.commands.ts';

export type CommandRoute = { readonly method: RouteMethod; readonly path: string };

/** What the body's `data` of `POST /v1/cases/{id}/commands/{name}` must look like. */
export const commandSchemas = sentSchemas(stepCommands);

export type CommandBody<Type extends CaseCommandType> = Static<(typeof commandSchemas)[Type]>;

const originOf = (type: CaseCommandType) => stepRecords[type].origin;

/** What a server builds from bytes that it stored has an address of its own. */
const isSent = (type: CaseCommandType): boolean => originOf(type) !== 'server';

const types = (Object.keys(commandSchemas) as CaseCommandType[]).filter(isSent);

/** `assign`, `acknowledge-receipt`, …: the names in addresses, each with its command. */
export const commandNames: ReadonlyMap<string, CaseCommandType> = new Map(
  types.map((type) => [kebabOf(type), type]),
);

/**
 * What people and clients are offered: every command that an address takes. Imports are known by name, so that whoever sends
 * one is told the lawful way; they are taken inside a started batch only.
 */
export const offeredCommands: readonly CaseCommandType[] = types.filter(
  (type) => originOf(type) !== 'import',
);

export const commandNameOf = (type: CaseCommandType): string => kebabOf(type);

/** Where a command on a case is sent; `{caseId}` is the sender's to say. */
export const commandRoute = (type: CaseCommandType): CommandRoute => ({
  method: 'POST',
  path: `/v1/cases/{caseId}/commands/${kebabOf(type)}`,
});

/** What was sent, with null and absent fields as the fact has them. */
export const commandSaid = (type: CaseCommandType, data: object): object =>
  sayNothingAsStored(commandSchemas[type], data) as object;

const checks = schemaChecks(commandSchemas);
const strings = new Map(
  Object.entries(commandSchemas).map(([type, schema]) => [type, stringFaultsOf(schema)]),
);

/** Every fault of a command's data, by JSON Pointer; empty when it fits. Values are not repeated: they may be personal. */
export const commandFaults = (type: CaseCommandType, data: unknown): readonly SchemaFault[] => {
  const faults = [...checks[type](data), ...(strings.get(type)?.(data) ?? [])];
  return faults.length > 0 || originOf(type) === 'import' ? faults : saidFaults(data);
};
