import type { Static, TSchema } from '@sinclair/typebox';
import type { CaseCommandType } from '@duban/domain';
import { compileSchema } from '../events/compile-schema.ts';
import { faultOf, type SchemaFault } from '../events/schema-fault.ts';
import { assignmentCommands } from './assignment.commands.ts';
import { caseLifeCommands } from './case-life.commands.ts';
import { evaluationCommands } from './evaluation.commands.ts';
import { rectificationCommands } from './rectification.commands.ts';

/** What the body's `data` of `POST /v1/cases/{id}/commands/{name}` must look like. A command without one does not compile. */
export const commandSchemas = {
  ...caseLifeCommands,
  ...assignmentCommands,
  ...rectificationCommands,
  ...evaluationCommands,
} satisfies Readonly<Record<CaseCommandType, TSchema>>;

export type CommandBody<Type extends CaseCommandType> = Static<(typeof commandSchemas)[Type]>;

const kebab = (type: string): string => type.replace(/(?!^)([A-Z])/g, '-$1').toLowerCase();

const types = Object.keys(commandSchemas) as CaseCommandType[];

/** `assign`, `acknowledge-receipt`, …: the names in addresses, each with its command. */
export const commandNames: ReadonlyMap<string, CaseCommandType> = new Map(
  types.map((type) => [kebab(type), type]),
);

export const commandNameOf = (type: CaseCommandType): string => kebab(type);

const checks = new Map(types.map((type) => [type, compileSchema(commandSchemas[type])]));

/** Every fault of a command's data, by JSON Pointer; empty when it fits. Values are not repeated: they may be personal. */
export const commandFaults = (type: CaseCommandType, data: unknown): readonly SchemaFault[] => {
  const check = checks.get(type);
  if (check === undefined || check(data)) return [];
  return (check.errors ?? []).map(faultOf);
};
