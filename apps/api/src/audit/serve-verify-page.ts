import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { FastifyInstance } from 'fastify';

/** Made by the build; the same distance from the sources and from what is built. */
const PAGE = fileURLToPath(new URL('../../../../libs/audit/verify/dist/verify.html', import.meta.url));

const POLICY = /http-equiv="Content-Security-Policy"\s+content="([^"]+)"/;

/** The checker as a page, open to everybody: it holds nothing, and needs nothing of this server once it is loaded. */
export const serveVerifyPage = (instance: FastifyInstance): void => {
  if (!existsSync(PAGE)) return;
  const html = readFileSync(PAGE, 'utf8');
  const [, policy = "default-src 'none'"] = POLICY.exec(html) ?? [];
  instance.get('/verify.html', (_request, reply) => {
    void reply
      .header('content-security-policy', `${policy}; frame-ancestors 'none'`)
      .header('cache-control', 'no-cache')
      .type('text/html; charset=utf-8')
      .send(html);
  });
};
