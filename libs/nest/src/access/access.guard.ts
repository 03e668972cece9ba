import { Inject, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Identity } from '../identity/identity.ts';
import type { Bearer } from '../identity/principal.ts';
import { ProblemError } from '../problems/problem-error.ts';
import { headerOf, type FastifyRequest } from '../request/duban-request.ts';
import { IDENTITY } from '../tokens.ts';
import { admit } from './admission.ts';
import { inChosenPost } from './chosen-post.ts';
import { isLoopback } from './loopback.ts';
import { ROUTE_ACCESS, type RouteAccess } from './route-access.ts';

const BEARER = /^Bearer (?<token>[\w.~+/=-]{1,4096})$/i;

/** Deny by default: without a declaration, without a token, without a post, or without the right, nothing is shown. */
@Injectable()
export class AccessGuard implements CanActivate {
  readonly #reflector: Reflector;
  readonly #identity: Identity;

  constructor(reflector: Reflector, @Inject(IDENTITY) identity: Identity) {
    this.#reflector = reflector;
    this.#identity = identity;
  }

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const access = this.#reflector.get<RouteAccess | undefined>(ROUTE_ACCESS, context.getHandler());
    const request = context.switchToHttp().getRequest<FastifyRequest<{ Params: { name?: string } }>>();
    if (access === undefined) throw new ProblemError('forbidden');
    if (access.kind === 'open') return true;
    if (access.kind === 'loopback') {
      if (isLoopback(request)) return true;
      throw new ProblemError('forbidden');
    }
    const bearer = await this.#bearer(request);
    const held = await this.#identity.postsOf(bearer);
    if (access.kind === 'signed-in') {
      request.holder = { bearer, held };
      return true;
    }
    const principal = inChosenPost(request, bearer, held);
    request.principal = principal;
    const admission = admit(access, principal, request.params.name);
    if (admission === 'unknown-command') throw new ProblemError('not-found');
    if (admission === 'forbidden') throw new ProblemError('forbidden');
    return true;
  }

  async #bearer(request: FastifyRequest): Promise<Bearer> {
    const { token } = BEARER.exec(headerOf(request, 'authorization') ?? '')?.groups ?? {};
    const bearer = token === undefined ? null : await this.#identity.verify(token);
    if (bearer === null) throw new ProblemError('unauthenticated');
    return bearer;
  }
}
