import 'reflect-metadata';
import { Module, type DynamicModule, type INestApplication } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { createHttpServer, EdgeModule, nestLogger } from '@duban/nest';
import { WORKER, type Worker } from '../worker.port.ts';
import { WatchController } from './watch.controller.ts';

@Module({})
class WatchModule {
  static of(worker: Worker): DynamicModule {
    return {
      module: WatchModule,
      imports: [EdgeModule.with(worker)],
      controllers: [WatchController],
      providers: [{ provide: WORKER, useValue: worker }],
    };
  }
}

/** Health and metrics of a worker, behind the same door as those of an api: tokens, problems, TLS. */
export const serveWatch = async (worker: Worker): Promise<INestApplication> => {
  const { logger, metrics, config } = worker;
  const { tls, host, port } = config;
  const adapter = await createHttpServer({ logger, metrics, tls, rewriteUrl: ({ url }) => url ?? '/' });
  const app = await NestFactory.create(WatchModule.of(worker), adapter, {
    logger: nestLogger(logger),
    bodyParser: false,
    abortOnError: false,
  });
  await app.listen(port, host);
  return app;
};
