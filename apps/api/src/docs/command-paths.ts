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
import { registerCollections, type RegisterKind } from '@duban/domain';
import type { RequestBodies } from './request-bodies.ts';

type PathItem = OpenAPIObject['paths'][string];
type Operation = NonNullable<PathItem['post']>;

const GENERIC = '/v1/cases/{caseId}/commands/{name}';
const YEARS = '/v1/calendars/{region}/years';
const RULES = '/v1/rule-sets';
/** The paths that take the command's name, by the register whose commands they take. */
const REGISTERS: ReadonlyMap<string, RegisterKind> = new Map([
  ['/v1/organs/{organId}/commands/{name}', 'organ'],
  ['/v1/posts/commands/{name}', 'posts'],
  ...registerCollections.map(
    ([kind, collection]) => [`/v1/${collection}/{id}/commands/{name}`, kind] as const,
  ),
]);
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
type ReferenceBodies = Readonly<Partial<Record<'post' | 'put', RegisterCommandType>>>;

/** A route that is a command by itself gets the body of that command. */
const withBodies = (bodies: RequestBodies, item: PathItem | undefined, types: ReferenceBodies): PathItem => ({
  ...item,
  ...Object.fromEntries(
    Object.entries(types).map(([method, type]) => [
      method,
      operation(bodies, item?.[method as keyof ReferenceBodies] ?? NOTHING, {
        type,
        schema: registerCommandSchemas[type],
      }),
    ]),
  ),
});

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
  const ofRegisters = [...REGISTERS].flatMap(([path, kind]) =>
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
    Object.entries(document.paths).filter(([path]) => path !== GENERIC && !REGISTERS.has(path)),
  );
  const { [YEARS]: years, [RULES]: rules, [OUTLETS]: outlets } = others;
  const held = bodies.ofCommand('HoldOutlet', outletCommandSchema);
  return {
    ...document,
    paths: {
      ...others,
      ...commandPaths(bodies, document.paths),
      [YEARS]: withBodies(bodies, years, { post: 'PublishCalendarYear', put: 'CorrectCalendarYear' }),
      [RULES]: withBodies(bodies, rules, { post: 'PublishRuleSet' }),
      [OUTLETS]: { post: { ...(outlets?.post ?? NOTHING), requestBody: held } },
    },
  };
};
