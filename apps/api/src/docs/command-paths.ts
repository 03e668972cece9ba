import type { OpenAPIObject } from '@nestjs/swagger';
import { COMMAND_SENDERS } from '@duban/application';
import { commandNameOf, commandSchemas, offeredCommands, referenceSchemas } from '@duban/contracts';

type PathItem = OpenAPIObject['paths'][string];
type Operation = NonNullable<PathItem['post']>;
type Schemas = NonNullable<NonNullable<OpenAPIObject['components']>['schemas']>;
type Schema = Schemas[string];

const GENERIC = '/v1/cases/{caseId}/commands/{name}';
const ORGANS = '/v1/organs/{organId}/commands/{name}';

/** What the schema library adds for itself is no text and drops out. */
const plain = (schema: object): Schema => JSON.parse(JSON.stringify(schema)) as Schema;

const reference = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` });

const bodyOf = (type: string): Schema => ({
  allOf: [reference('CommandBodyDto'), { type: 'object', properties: { data: reference(type) } }],
});

const operation = (generic: Operation, type: string, summary: string): Operation => ({
  ...generic,
  operationId: type,
  summary,
  parameters: (generic.parameters ?? []).filter(
    (parameter) => !('name' in parameter && parameter.name === 'name'),
  ),
  requestBody: { required: true, content: { 'application/json': { schema: bodyOf(type) } } },
});

const casePaths = (generic: PathItem | undefined): OpenAPIObject['paths'] =>
  Object.fromEntries(
    offeredCommands.map((type) => [
      GENERIC.replace('{name}', commandNameOf(type)),
      {
        post: operation(
          generic?.post ?? { responses: {} },
          type,
          `Sent by: ${COMMAND_SENDERS[type].join(', ')}`,
        ),
      },
    ]),
  );

const organPaths = (generic: PathItem | undefined): OpenAPIObject['paths'] =>
  Object.fromEntries(
    (['RegisterOrgan', 'RenameOrgan', 'MergeOrgan', 'DissolveOrgan'] as const).map((type) => [
      ORGANS.replace('{name}', type.replace('Organ', '-organ').toLowerCase()),
      { post: operation(generic?.post ?? { responses: {} }, type, type) },
    ]),
  );

const withBody = (item: PathItem | undefined, bodies: Readonly<Record<string, string>>): PathItem => {
  const changed: Record<string, unknown> = { ...item };
  for (const [method, type] of Object.entries(bodies)) {
    changed[method] = operation(changed[method] as Operation, type, type);
  }
  return changed;
};

/** One path per command, each with its own body, instead of the one that takes the command's name. */
export const documentCommands = (document: OpenAPIObject): OpenAPIObject => {
  const { [GENERIC]: cases, [ORGANS]: organs, ...others } = document.paths;
  const { ImportItem: _import, TakeBackImport: _takeBack, ...sent } = commandSchemas;
  const schemas = Object.entries({ ...sent, ...referenceSchemas });
  return {
    ...document,
    paths: {
      ...others,
      ...casePaths(cases),
      ...organPaths(organs),
      '/v1/calendars/{region}/years': withBody(others['/v1/calendars/{region}/years'], {
        post: 'PublishCalendarYear',
        put: 'CorrectCalendarYear',
      }),
      '/v1/rule-sets': withBody(others['/v1/rule-sets'], { post: 'PublishRuleSet' }),
    },
    components: {
      ...document.components,
      schemas: {
        ...document.components?.schemas,
        ...Object.fromEntries(schemas.map(([type, schema]) => [type, plain(schema)])),
      },
    },
  };
};
