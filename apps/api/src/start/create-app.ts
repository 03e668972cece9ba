import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createHttpServer, nestLogger } from '@duban/nest';
import { AppModule } from '../app.module.ts';
import { serveDocs } from '../docs/serve-docs.ts';
import { serveVerifyPage } from '../audit/serve-verify-page.ts';
import type { Office } from '../composition/office.ts';
import { tellPosition } from '../http/answer-position.ts';
import { pageAddress, servePages } from '../web/static-web.ts';

/** The HTTP side of an office, ready to listen. */
export const createApp = async (office: Office): Promise<NestFastifyApplication> => {
  const { logger, metrics, config } = office;
  const adapter = await createHttpServer({ logger, metrics, tls: config.tls, rewriteUrl: pageAddress });
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.of(office), adapter, {
    logger: nestLogger(logger),
    bodyParser: false,
    abortOnError: false,
  });
  tellPosition(app, office);
  serveDocs(app);
  await servePages(adapter.getInstance());
  serveVerifyPage(adapter.getInstance());
  await app.init();
  await adapter.getInstance().ready();
  return app;
};
