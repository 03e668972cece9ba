import type { FastifyHelmetOptions } from '@fastify/helmet';
import type { TlsSettings } from '@duban/config';

const self = "'self'";

/**
 * The pages and the API documentation load nothing from elsewhere and run no inline script. Inline styles stay: antd
 * and Swagger UI write theirs at run time.
 */
export const securityHeaders = (tls: TlsSettings): FastifyHelmetOptions => ({
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      'default-src': [self],
      'script-src': [self],
      'style-src': [self, "'unsafe-inline'"],
      'img-src': [self, 'data:'],
      'font-src': [self, 'data:'],
      'connect-src': [self],
      'object-src': ["'none'"],
      'base-uri': [self],
      'form-action': [self],
      'frame-ancestors': ["'none'"],
    },
  },
  // Over plain HTTP on loopback a promise of TLS would lock the browser out.
  hsts: tls.mode === 'none' ? false : { maxAge: 31_536_000 },
  referrerPolicy: { policy: 'no-referrer' },
  crossOriginEmbedderPolicy: false,
});
