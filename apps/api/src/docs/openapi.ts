import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { documentCommands } from './command-paths.ts';
import { RequestBodies } from './request-bodies.ts';
import { describeAnswers } from './describe-answers.ts';

const settings = () =>
  new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Duban 督办')
    .setDescription(
      'From assignment 交办 through rectification 整改 and evaluation 评价 to look-back 回头看. Every command is an ' +
        'immutable event; every list is derived from events. Conventions: docs/http-api.md.',
    )
    .setVersion('1')
    .addBearerAuth({ type: 'http', scheme: 'bearer', bearerFormat: 'JWT' })
    .addSecurityRequirements('bearer')
    .build();

const operationIdFactory = (controller: string, method: string): string =>
  `${controller.replace('Controller', '')}.${method}`;

/** The API as OpenAPI 3.1: routes and parameters from the controllers, bodies of commands from their own schemas. */
export const openApiDocument = (app: INestApplication): OpenAPIObject => {
  const document = SwaggerModule.createDocument(app, settings(), { operationIdFactory });
  const bodies = new RequestBodies(document.components?.schemas ?? {});
  return describeAnswers(documentCommands(document, bodies), bodies);
};
