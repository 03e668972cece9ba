/** Runs before anything else is linked: an older Node would answer with a stack trace instead of with what to do. */
const NEEDED_MAJOR = 26;
const major = Number(process.versions.node.split('.')[0]);

if (major < NEEDED_MAJOR) {
  console.error(`Duban needs Node ${NEEDED_MAJOR} and this is Node ${process.versions.node}.`);
  process.exit(1);
}
