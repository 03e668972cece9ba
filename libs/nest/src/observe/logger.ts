import type { LoggerService } from '@nestjs/common';
import { pino, type Logger } from 'pino';
import type { LogLevel } from '@duban/config';

export type { Logger } from 'pino';

/** JSON lines on standard output. Whoever logs names ids and codes: no bodies, queries, names or tokens. */
export const createLogger = (level: LogLevel): Logger =>
  pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime });

/** Nest's own messages: what it has to warn of, and nothing about its start. */
export const nestLogger = (logger: Logger): LoggerService => ({
  log: () => undefined,
  warn: (message: unknown, context?: unknown) => {
    logger.warn({ context }, String(message));
  },
  error: (message: unknown, ...rest: readonly unknown[]) => {
    logger.error(
      { err: message instanceof Error ? message : undefined, context: rest.at(-1) },
      String(message),
    );
  },
});
