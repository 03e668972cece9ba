import { existsSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';

/** Where Vite puts the pages; the same distance from the sources and from what is built. */
const WEB_ROOT = fileURLToPath(new URL('../../../web/dist/', import.meta.url));

/** Addresses that are the API's own: never answered with a page. */
const API = /^\/(?:v1|events|docs|health|metrics|schemas|demo|assets|openapi\.json|asyncapi\.yaml)(?:[/?]|$)/;

const hasPages = (): boolean => existsSync(`${WEB_ROOT}index.html`);

/** A browser that opens a deep link gets the application's page, which then shows what the address says. */
export const pageAddress = ({
  url = '/',
  method,
  headers,
}: Pick<IncomingMessage, 'url' | 'method' | 'headers'>): string => {
  const isNavigation = method === 'GET' && (headers.accept ?? '').includes('text/html');
  const path = url.split('?', 1)[0] ?? '/';
  const isFile = /\.[a-z0-9]+$/i.test(path);
  return isNavigation && !API.test(url) && !isFile && hasPages() ? '/index.html' : url;
};

/** Files whose name holds their hash never change; the page that names them is asked for again every time. */
const cacheOf = (path: string): string =>
  path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache';

/** Serves the pages where they were built; prefers files that were compressed beforehand. */
export const servePages = async (instance: FastifyInstance): Promise<void> => {
  if (!hasPages()) return;
  await instance.register(fastifyStatic, {
    root: WEB_ROOT,
    prefix: '/',
    // A route for each file there is: whatever else is asked for is an unknown address like any other.
    wildcard: false,
    preCompressed: true,
    cacheControl: false,
    decorateReply: false,
    setHeaders: (reply, path) => {
      void reply.header('cache-control', cacheOf(path));
    },
  });
};
