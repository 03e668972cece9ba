/** HEALTHCHECK of the image: 0 when this container's process says that it is ready. */
import { get as plain } from 'node:http';
import { get as secure } from 'node:https';

const { PORT = '3000', DUBAN_TLS, DUBAN_TLS_CERT } = process.env;
const hasOwnTls = DUBAN_TLS !== 'terminated-upstream' && (DUBAN_TLS_CERT ?? '') !== '';
const get = hasOwnTls ? secure : plain;
const TIMEOUT_MS = 4_000;

// The certificate names the office, not 127.0.0.1, and nothing but a status is read here.
const options = { timeout: TIMEOUT_MS, rejectUnauthorized: false };
const request = get(`${hasOwnTls ? 'https' : 'http'}://127.0.0.1:${PORT}/health/ready`, options, (answer) => {
  process.exit(answer.statusCode === 200 ? 0 : 1);
});
request.on('error', () => process.exit(1));
request.on('timeout', () => process.exit(1));
