import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Office } from '../composition/office.ts';

/**
 * Tells with every answer up to which event it is complete: the read model's place when the question came in, so the
 * answer may know more but never less. Commands name the place of their own events instead.
 */
export const tellPosition = (app: NestFastifyApplication, { read }: Office): void => {
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onRequest', (request, reply, done) => {
      if (request.method === 'GET' && request.url.startsWith('/v1/')) {
        // The same address answers each asker in each post with what may be seen there.
        void reply.header('vary', 'Authorization, Duban-Post, Accept-Language');
        const position = read.position();
        if (position !== '') void reply.header('duban-position', position);
      }
      done();
    });
};
