/**
 * The types of the pages' client, made of docs/openapi.json: apps/web/src/api/openapi.gen.ts, which is not checked in. Does
 * nothing where they are of this document already.
 */
import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const source = join(root, 'docs/openapi.json');
const target = join(root, 'apps/web/src/api/openapi.gen.ts');
const fromWeb = createRequire(join(root, 'apps/web/package.json'));

export async function writeWebTypes() {
  const text = await readFile(source, 'utf8');
  const digest = createHash('sha256').update(text).digest('hex');
  const head = `// Made of docs/openapi.json (sha256 ${digest}) by infra/build/web-types.mjs.\n`;
  const known = await readFile(target, 'utf8').catch(() => '');
  if (known.startsWith(head)) return;
  const { default: typesOf, astToString } = fromWeb('openapi-typescript');
  const nodes = await typesOf(JSON.parse(text), { immutable: true });
  await writeFile(target, head + astToString(nodes));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await writeWebTypes();
