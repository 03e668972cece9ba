/**
 * Runs before anything else is linked: what follows needs `node:sqlite` and `Temporal`, and an older Node would
 * answer with a stack trace instead of with what to do.
 */
const NEEDED_MAJOR = 26;
const major = Number(process.versions.node.split('.')[0]);

if (major < NEEDED_MAJOR) {
  console.error(
    `Duban needs Node ${NEEDED_MAJOR} and this is Node ${process.versions.node}.\n` +
      'Start it with `npm start`: that uses the Node which `npm ci` has put into node_modules.',
  );
  process.exit(1);
}
