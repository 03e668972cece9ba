import './node-version.ts';

const ending = new AbortController();
let isLoaded = false;
/**
 * Listens before the product is loaded, which takes a while on a busy machine, and is never replaced: a signal that waits
 * for its turn would go lost with the listener. Before anything is open it is enough to leave.
 */
const end = (): void => {
  if (isLoaded) ending.abort();
  else process.exit(0);
};
process.on('SIGTERM', end).on('SIGINT', end);

const parts = [
  () => import('@nestjs/core'),
  () => import('@nestjs/platform-fastify'),
  () => import('@nestjs/swagger'),
  () => import('@duban/installation'),
  () => import('@duban/interchange'),
  () => import('@duban/nest'),
];
// One graph is evaluated in one go, in which no signal comes through: so it is loaded in pieces.
for (const load of parts) {
  await load();
  await new Promise(setImmediate);
}
// Not a static import: that would be linked, and fail, before the version is checked.
const { run } = await import('./server.ts');
isLoaded = true;
await run(ending.signal);
