import { Module } from '@nestjs/common';
import { AsyncApiController } from './asyncapi.controller.ts';
import { SchemasController } from './schemas.controller.ts';

/** What programs read about this service: schemas and the document of its events. */
@Module({ controllers: [SchemasController, AsyncApiController] })
export class DocsModule {}
