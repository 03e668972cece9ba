import { Controller, Get, Param, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { publicSchemas } from '@duban/contracts';
import type { JsonObject } from '@duban/kernel';
import { Open, ProblemError, type FastifyReply } from '@duban/nest';

const schemas = publicSchemas();

/** The JSON Schemas that `dataschema` of public events names. A version never changes, so they may be kept. */
@ApiTags('events')
@Controller('schemas')
export class SchemasController {
  @Get(':file')
  @Open()
  schema(@Param('file') file: string, @Res({ passthrough: true }) reply: FastifyReply): JsonObject {
    const schema = schemas.get(`/schemas/${file}`);
    if (schema === undefined) throw new ProblemError('not-found');
    void reply
      .header('content-type', 'application/schema+json; charset=utf-8')
      .header('cache-control', 'public, max-age=86400');
    return schema;
  }
}
