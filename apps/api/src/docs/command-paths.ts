import type { OpenAPIObject } from '@nestjs/swagger';
import { COMMAND_SENDERS } from '@duban/application';
import {
  commandNameOf,
  commandSchemas,
  offeredCommands,
  outletCommandSchema,
  registerCommandNames,
  registerCommandSchemas,
  type RegisterCommandType,
} from '@duban/contracts';
import { registerRoutes, type RegisterKind, type RouteMethod } from '@duban/domain';
import type { RequestBodies } from './request-bodies.ts';

type PathItem = OpenAPIObject['paths'][string];
type Operation = NonNullable<PathItem['post']>;

const GENERIC = '/v1/cases/{caseId}/commands/{name}';
/** The paths that take the command's name, by the register whose commands they take. */
const NAMED: ReadonlyMap<string, RegisterKind> = new Map(
  [...registerRoutes].flatMap(([kind, { path, methods }]) => (methods === undefined ? [[path, kind]] : [])),
);
const OUTLETS = '/v1/outlets/{outlet}/commands/{name}';

type Described = { readonly type: string; readonly schema: object; readonly summary?: string };

const operation = (
  bodies: RequestBodies,
  generic: Operation,
  { type, schema, summary = type }: Described,
): Operation => ({
  ...generic,
  operationId: type,
  summary,
  parameters: (generic.parameters ?? []).filter(
    (parameter) => !('name' in parameter && parameter.name === 'name'),
  ),
  requestBody: bodies.ofCommand(type, schema),
});

const NOTHING: Operation = { responses: {} };

type Paths = OpenAPIObject['paths'];

/** A route that is a command by itself gets the body of that command. */
const commandsByMethod = (bodies: RequestBodies, paths: Paths): Paths =>
  Object.fromEntries(
    [...registerRoutes.values()].flatMap(({ path, methods }) => {
      if (methods === undefined) return [];
      const item = paths[path];
      const operations = (Object.entries(methods) as [RouteMethod, RegisterCommandType][]).map(
        ([method, type]): [string, Operation] => {
          const key = method === 'PUT' ? 'put' : 'post';
          const described = { type, schema: registerCommandSchemas[type] };
          return [key, operation(bodies, item?.[key] ?? NOTHING, described)];
        },
      );
      return [[path, { ...item, ...Object.fromEntries(operations) }] as const];
    }),
  );

/** A path for each command, instead of the one that takes the command's name. */
const commandPaths = (bodies: RequestBodies, paths: Paths): Paths => {
  const post = (item: PathItem | undefined, described: Described): PathItem => ({
    post: operation(bodies, item?.post ?? NOTHING, described),
  });
  const ofCases = offeredCommands.map((type): [string, PathItem] => {
    const summary = `Sent by: ${COMMAND_SENDERS[type].join(', ')}`;
    const path = GENERIC.replace('{name}', commandNameOf(type));
    return [path, post(paths[GENERIC], { type, schema: commandSchemas[type], summary })];
  });
  const ofRegisters = [...NAMED].flatMap(([path, kind]) =>
    [...registerCommandNames(kind)].map(([name, type]): [string, PathItem] => [
      path.replace('{name}', name),
      post(paths[path], { type, schema: registerCommandSchemas[type] }),
    ]),
  );
  return Object.fromEntries([...ofCases, ...ofRegisters]);
};

/** Every command with a body of its own. */
export const documentCommands = (document: OpenAPIObject, bodies: RequestBodies): OpenAPIObject => {
  const others = Object.fromEntries(
    Object.entries(document.paths).filter(([path]) => path !== GENERIC && !NAMED.has(path)),
  );
  const { [OUTLETS]: outlets } = others;
  const held = bodies.ofCommand('HoldOutlet', outletCommandSchema);
  return {
    ...document,
    paths: {
      ...others,
      ...commandPaths(bodies, document.paths),
      ...commandsByMethod(bodies, others),
      [OUTLETS]: { post: { ...(outlets?.post ?? NOTHING), requestBody: held } },
    },
  };
};
