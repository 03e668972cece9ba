import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readConfig } from '@duban/config';
import { openOffice } from '../composition/open-office.ts';
import { createApp } from './create-app.ts';
import { openApiDocument } from '../docs/openapi.ts';

/** `npm run docs:openapi`: writes the document that is checked in. */
const TARGET = fileURLToPath(new URL('../../../../docs/openapi.json', import.meta.url));

const dataDir = await mkdtemp(join(tmpdir(), 'duban-openapi-'));
const office = await openOffice(readConfig({ DUBAN_DATA: dataDir, DUBAN_LOG_LEVEL: 'silent' }), {
  jobs: false,
});
const app = await createApp(office);
await writeFile(TARGET, `${JSON.stringify(openApiDocument(app), null, 2)}\n`);
await app.close();
await office.close();
await rm(dataDir, { recursive: true, force: true });
