import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Office } from '../composition/office.ts';
import { stopListening } from './stop-listening.ts';

/** Answers under way are given this long; a client that reads slowly must not keep the log open. */
const GRACE_MS = 3_000;

/** Stops intake, lets answers under way end, then takes down what is behind them. */
export const stopServing = async (
  app: NestFastifyApplication,
  office: Office,
  graceMs: number = GRACE_MS,
): Promise<void> => {
  office.feed.close();
  const idle = office.jobs.stop();
  await stopListening(app.getHttpServer(), graceMs);
  await idle;
  await app.close();
  await office.close();
};
