import { Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_PIPE, DiscoveryModule } from '@nestjs/core';
import { AccessGuard } from '../access/access.guard.ts';
import { RouteCheck } from '../access/check-routes.ts';
import type { Identity } from '../identity/identity.ts';
import type { Logger } from '../observe/logger.ts';
import type { Metrics } from '../observe/metrics.ts';
import { ProblemFilter } from '../problems/problem.filter.ts';
import { IDENTITY, LOGGER, METRICS } from '../tokens.ts';
import { RequestValidationPipe } from '../validation/validation.pipe.ts';

export type Edge = { readonly identity: Identity; readonly logger: Logger; readonly metrics: Metrics };

/** What stands between the network and every route: who asks, what is well-formed, how failures are told. */
@Module({})
export class EdgeModule {
  static with({ identity, logger, metrics }: Edge): DynamicModule {
    const values = [
      { provide: IDENTITY, useValue: identity },
      { provide: LOGGER, useValue: logger },
      { provide: METRICS, useValue: metrics },
    ];
    return {
      module: EdgeModule,
      global: true,
      imports: [DiscoveryModule],
      providers: [
        ...values,
        RouteCheck,
        { provide: APP_GUARD, useClass: AccessGuard },
        { provide: APP_FILTER, useClass: ProblemFilter },
        { provide: APP_PIPE, useClass: RequestValidationPipe },
      ],
      exports: values.map(({ provide }) => provide),
    };
  }
}
