import type { FastifyInstance } from 'fastify';
import type { FastifyRequest } from '../request/duban-request.ts';

type KnownRoute = { readonly method: string; readonly pattern: RegExp };

const known = new WeakMap<object, KnownRoute[]>();

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);

const patternOf = (url: string): RegExp =>
  new RegExp(
    `^${url
      .split('/')
      .map((part) => (part.startsWith(':') ? '[^/]+' : escaped(part)))
      .join('/')}/?$`,
  );

/** Remembers every route as it is added, so that a wrong method is told from a wrong address. Catch-alls do not count. */
export const rememberRoutes = (instance: FastifyInstance): void => {
  const routes: KnownRoute[] = [];
  known.set(instance.server, routes);
  instance.addHook('onRoute', ({ method, url }) => {
    if (url.includes('*')) return;
    for (const each of [method].flat()) routes.push({ method: each, pattern: patternOf(url) });
  });
};

/** The methods that this address takes, where the one used is none of them. */
export const allowedMethods = (request: FastifyRequest): readonly string[] => {
  const path = request.url.split('?', 1)[0] ?? '';
  const methods = (known.get(request.server.server) ?? [])
    .filter(({ pattern }) => pattern.test(path))
    .map(({ method }) => method);
  return methods.includes(request.method) ? [] : [...new Set(methods)].sort();
};
