import { SwaggerModule } from '@nestjs/swagger';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { openApiDocument } from './openapi.ts';

/** Swagger UI from our own files; the badge that asks a server elsewhere whether the document is valid stays off. */
export const serveDocs = (app: NestFastifyApplication): void => {
  SwaggerModule.setup('docs', app, () => openApiDocument(app), {
    jsonDocumentUrl: 'openapi.json',
    raw: ['json'],
    customSiteTitle: 'Duban API',
    swaggerOptions: { validatorUrl: null, persistAuthorization: false },
  });
};
