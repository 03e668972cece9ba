import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { jest } from '@jest/globals';
import { CodedError } from '@duban/kernel';
import { readConfig } from '@duban/config';
import type { DemoPersona } from '@duban/nest';
import type { Office } from '../composition/office.ts';
import { openOffice, type OfficeSeams } from '../composition/open-office.ts';
import { createApp } from '../start/create-app.ts';
import { stopServing } from '../start/stop-serving.ts';
import { asDocumented } from '../../../../test/setup/documented.ts';
import { registerOrgans } from './organs.fixture.ts';

/** Whoever imports this starts an application, on a machine that may be busy. */
jest.setTimeout(60_000);

const SLOWEST_BUILD_MS = 50_000;

export type Answer = {
  readonly status: number;
  readonly headers: Headers;
  /** Parsed where it is JSON, text otherwise. */
  readonly body: Record<string, unknown>;
};

export type Ask = {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
};

export type HttpOffice = {
  readonly office: Office;
  readonly address: string;
  readonly token: (persona: string) => string;
  readonly personas: readonly DemoPersona[];
  /** A request as one of the demo's personas; `null`: without a token. An answer that is not as docs/openapi.json says throws. */
  readonly ask: (persona: string | null, path: string, ask?: Ask) => Promise<Answer>;
  /** Ends it and leaves its folder, to be looked at. */
  readonly stop: () => Promise<void>;
  readonly close: () => Promise<void>;
};

const isJson = (type: string | null): boolean => /[/+]json\b/.test(type ?? '');

const parsed = (text: string, type: string | null): Record<string, unknown> =>
  (isJson(type) && text !== '' ? JSON.parse(text) : { text }) as Record<string, unknown>;

/** An office with its HTTP side, on a folder and a port of its own; the organs of the walk are registered. */
export const openHttpOffice = async (
  seams: OfficeSeams = {},
  settings: Readonly<Record<string, string>> = {},
): Promise<HttpOffice> => {
  const dataDir = await mkdtemp(join(tmpdir(), 'duban-http-'));
  const config = readConfig({ DUBAN_DATA: dataDir, PORT: '0', DUBAN_LOG_LEVEL: 'silent', ...settings });
  const office = await openOffice(config, { jobs: false, ...seams });
  await registerOrgans(office.references);
  // A start waits a few seconds only; a test is about what comes then.
  await office.read.whenBuilt(SLOWEST_BUILD_MS);
  const app = await createApp(office);
  await app.listen(0, '127.0.0.1');
  const { port } = app.getHttpServer().address() as AddressInfo;
  const address = `http://127.0.0.1:${String(port)}`;
  const personas = (await office.identity.personas?.()) ?? [];
  const token = (persona: string): string => {
    const known = personas.find(({ id }) => id === `person:demo-${persona}`);
    if (known === undefined) throw new CodedError('fixture.persona', `there is no ${persona}`);
    return known.token;
  };
  let stopping: Promise<void> | null = null;
  const stop = (): Promise<void> => (stopping ??= stopServing(app, office, 0));
  return {
    office,
    stop,
    address,
    token,
    personas,
    ask: async (persona, path, { method = 'GET', headers = {}, body } = {}) => {
      const response = await fetch(`${address}${path}`, {
        method,
        headers: {
          ...(persona === null ? {} : { authorization: `Bearer ${token(persona)}` }),
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      });
      const text = await response.text();
      const { status } = response;
      const type = response.headers.get('content-type');
      const answer = { status, headers: response.headers, body: parsed(text, type) };
      asDocumented({ method, path, status, type, body: answer.body });
      return answer;
    },
    close: async () => {
      await stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
};
