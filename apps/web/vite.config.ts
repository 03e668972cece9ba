import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const api = process.env['DUBAN_DEV_API'] ?? 'http://127.0.0.1:3000';

export default defineConfig({
  plugins: [react()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    // One person on one machine opens these pages; a warning at 500 kB would be about a network that is not there.
    chunkSizeWarningLimit: 2048,
  },
  server: {
    proxy: Object.fromEntries(['/api', '/events', '/health'].map((path) => [path, { target: api }])),
  },
});
