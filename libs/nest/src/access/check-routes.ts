import { Injectable, type OnModuleInit } from '@nestjs/common';
import { PATH_METADATA } from '@nestjs/common/constants.js';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { CodedError } from '@duban/kernel';
import { ROUTE_ACCESS } from './route-access.ts';

type Handler = (...args: unknown[]) => unknown;

/** Stops the start when a route does not say who may use it. */
@Injectable()
export class RouteCheck implements OnModuleInit {
  readonly #discovery: DiscoveryService;
  readonly #scanner: MetadataScanner;
  readonly #reflector: Reflector;

  constructor(discovery: DiscoveryService, scanner: MetadataScanner, reflector: Reflector) {
    this.#discovery = discovery;
    this.#scanner = scanner;
    this.#reflector = reflector;
  }

  /** @throws CodedError `access.undeclared` naming every such route */
  onModuleInit(): void {
    const undeclared = this.#discovery.getControllers().flatMap(({ instance, name }) => {
      const prototype = Object.getPrototypeOf(instance) as Record<string, Handler>;
      return this.#scanner
        .getAllMethodNames(prototype)
        .filter((method) => this.#isUndeclaredRoute(prototype[method]))
        .map((method) => `${String(name)}.${method}`);
    });
    if (undeclared.length > 0) {
      throw new CodedError(
        'access.undeclared',
        `these routes do not say who may use them; give each @Reads, @SendsCaseCommand, @SendsRegisterCommand, @Keeps, @LoopbackOnly, @SignedInOnly or @Open: ${undeclared.join(', ')}`,
      );
    }
  }

  #isUndeclaredRoute(handler: Handler | undefined): boolean {
    return (
      handler !== undefined &&
      Reflect.hasMetadata(PATH_METADATA, handler) &&
      this.#reflector.get<unknown>(ROUTE_ACCESS, handler) === undefined
    );
  }
}
