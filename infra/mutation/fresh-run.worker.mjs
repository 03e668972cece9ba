/** A run in which everything is loaded anew while the mutant is on: for code that runs when a module is loaded. */
import { parentPort, workerData } from 'node:worker_threads';
import { registerSourceNames } from './source-names.mjs';
import { context, runFiles, watchStrays } from './spec-run.mjs';

const { files, mutant, bail, hitLimit } = workerData;
watchStrays();
registerSourceNames(process.cwd());
Object.assign(context, { activeMutant: mutant, hitLimit, hitCount: hitLimit === undefined ? undefined : 0 });
try {
  const results = await runFiles(files, { bail, isChosen: () => true });
  parentPort.postMessage({ results, hitCount: context.hitCount });
} catch (error) {
  // The files could not even be loaded with this mutant.
  const failed = { id: '', name: '', status: 1, timeSpentMs: 0, failureMessage: String(error) };
  parentPort.postMessage({ results: [failed], hitCount: context.hitCount });
}
