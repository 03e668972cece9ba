import {
  registerRoutes,
  registerSteps,
  type RegisterCommand,
  type RegisterKind,
  type RouteMethod,
} from '@duban/domain';
import { without } from '@duban/domain/schema';
import type { TObject, TSchema } from '@sinclair/typebox';
import { stringFaultsOf } from '../characters/string-faults.ts';
import { schemaChecks } from '../events/schema-check.ts';
import type { SchemaFault } from '../events/schema-fault.ts';
import { kebabOf } from '../public/public-name.ts';
import type { CommandRoute } from './command-registry.ts';
import { sayNothingAsStored } from './nothing-said.ts';
import { saidFaults } from './said-fields.ts';
import { sentSchemas } from './sent-schema.ts';

export type RegisterCommandType = RegisterCommand['type'];

type Schemas = Readonly<Record<RegisterCommandType, TSchema>>;

/** Bodies of commands on what stands beside the cases. What the address says is none of it. */
export const registerCommandSchemas: Schemas = sentSchemas(
  Object.fromEntries(
    [...registerSteps].map(([type, { address, step }]) => [
      type,
      address === null ? step.data : without(step.data as TObject, address),
    ]),
  ) as Schemas,
);

/** What was sent, with null and absent fields as the fact has them. */
export const registerSaid = (type: RegisterCommandType, data: object): object =>
  sayNothingAsStored(registerCommandSchemas[type], data) as object;

const checks = schemaChecks(registerCommandSchemas);
const strings = new Map(
  Object.entries(registerCommandSchemas).map(([type, schema]) => [type, stringFaultsOf(schema)]),
);

/** Every fault of such a body, by JSON Pointer; empty when it fits. */
export const registerFaults = (type: RegisterCommandType, data: unknown): readonly SchemaFault[] => {
  const faults = [...checks[type](data), ...(strings.get(type)?.(data) ?? [])];
  return faults.length > 0 ? faults : saidFaults(data);
};

/** `register-organ`, …: the names in addresses under an entry of this register, each with its command. */
export const registerCommandNames = (kind: RegisterKind): ReadonlyMap<string, RegisterCommandType> =>
  new Map([...registerSteps].flatMap(([type, of]) => (of.kind === kind ? [[kebabOf(type), type]] : [])));

/** Where each command of a register is sent: method and path, with what only the sender knows in braces. */
export const registerCommandRoutes = (kind: RegisterKind): ReadonlyMap<RegisterCommandType, CommandRoute> => {
  const route = registerRoutes.get(kind);
  if (route === undefined) return new Map();
  const { path, methods } = route;
  const named = [...registerCommandNames(kind)].map(
    ([name, type]) => [type, { method: 'POST', path: path.replace('{name}', name) }] as const,
  );
  if (methods === undefined) return new Map(named);
  return new Map(
    (Object.entries(methods) as [RouteMethod, RegisterCommandType][]).map(([method, type]) => [
      type,
      { method, path },
    ]),
  );
};

/** The command that an address of a register's own takes with this method. @throws Error where there is none */
export const registerCommandBy = (kind: RegisterKind, method: RouteMethod): RegisterCommandType => {
  const type = registerRoutes.get(kind)?.methods?.[method];
  if (type === undefined) throw new Error(`no command of ${kind} is sent with ${method}`);
  return type as RegisterCommandType;
};
