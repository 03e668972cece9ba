/** The static page of the checker: one HTML file with its script and style inside, and no right to use a network. */
import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const source = join(root, 'libs/audit/verify/src/page');
const target = join(root, 'libs/audit/verify/dist/verify.html');

const hashOf = (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

async function scriptOf(entry) {
  const { build } = await import('vite');
  const [{ output }] = await build({
    root,
    configFile: false,
    // sm-crypto-v2 names Node's crypto for random numbers; the page draws none.
    logLevel: 'error',
    build: {
      write: false,
      target: 'es2022',
      lib: { entry, formats: ['iife'], name: 'dubanVerify' },
    },
  });
  return output[0].code.trim();
}

/** `</script>` inside a string of the script would end it early. */
const inline = (code) => code.replaceAll('</script', '<\\/script');

export async function buildVerifyPage() {
  const script = inline(await scriptOf(join(source, 'verify-page.ts')));
  const style = (await readFile(join(source, 'verify-page.css'), 'utf8')).trim();
  const template = await readFile(join(source, 'verify-page.html'), 'utf8');
  const policy = `default-src 'none'; script-src ${hashOf(script)}; style-src ${hashOf(style)}`;
  const filled = template
    .replace('__POLICY__', () => policy)
    .replace('<style></style>', () => `<style>${style}</style>`)
    .replace('<script></script>', () => `<script>${script}</script>`);
  await mkdir(dirname(target), { recursive: true });
  await writeFile(target, filled);
}
