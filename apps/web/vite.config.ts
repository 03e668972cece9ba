import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defaultClientConditions, defineConfig, type Plugin } from 'vite';

const api = process.env['DUBAN_DEV_API'] ?? 'http://127.0.0.1:3000';

/** Below this a header costs more than is saved. */
const SMALLEST = 1024;

/** `.br` and `.gz` beside every text, once at build time: the API sends them as they are. */
const compressed = (): Plugin => ({
  name: 'compressed',
  apply: 'build',
  // Of what was written: while a bundle is made, other plugins still change it.
  async writeBundle({ dir = '' }, bundle) {
    for (const name of Object.keys(bundle)) {
      const file = join(dir, name);
      const source = await readFile(file);
      if (source.length < SMALLEST) continue;
      await writeFile(`${file}.br`, brotliCompressSync(source));
      await writeFile(`${file}.gz`, gzipSync(source));
    }
  },
});

export default defineConfig({
  plugins: [react(), compressed()],
  // As everywhere: libraries are read from their sources, so that an edit of a term is live at once.
  resolve: { conditions: ['source', ...defaultClientConditions] },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    // The last Chromium that runs on Windows 7, which many offices still have.
    target: 'chrome109',
    // The sizes are in the list that the build prints; compressed they are a third.
    reportCompressedSize: false,
  },
  server: {
    proxy: Object.fromEntries(['/v1', '/demo', '/events', '/health'].map((path) => [path, { target: api }])),
  },
});
