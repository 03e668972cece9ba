import { EXIT, type ExitCode } from '@duban/contracts';
import { allProjections } from '@duban/projections';
import { rebuildReadModels, type Rebuilt } from '@duban/read-store';
import type { Environment } from '../environment.ts';
import { openLogToRead, placesOf } from '@duban/installation';
import type { Console } from '../output/console.ts';
import { openProgress } from '../output/progress.ts';
import { table } from '../output/table.ts';
import { rebuildTexts } from '../texts/rebuild.texts.ts';
import { running, type CommonOptions } from './command-run.ts';

export type RebuildOptions = CommonOptions;

const showRebuilt = ({ language, output, report }: Console, rebuilt: Rebuilt, seconds: number): void => {
  if (output === 'json') {
    report(JSON.stringify({ ...rebuilt, seconds }, null, 2));
    return;
  }
  const say = (key: keyof typeof rebuildTexts): string => rebuildTexts[key][language];
  report(
    table([
      [say('generation'), rebuilt.generation],
      [say('events'), rebuilt.events],
      [say('compared'), rebuilt.compared],
      [say('parked'), rebuilt.parked],
      [say('seconds'), seconds.toFixed(1)],
    ]),
  );
};

/** A new generation beside the one that is read, compared, then switched; a running server takes it over by itself. */
export const runRebuild = (options: RebuildOptions, env: Environment): Promise<ExitCode> =>
  running(options, env, async ({ console, config }) => {
    const store = await openLogToRead(config);
    const progress = await openProgress(rebuildTexts.building[console.language]);
    const started = performance.now();
    try {
      const rebuilt = await rebuildReadModels({
        dir: placesOf(config).readModels,
        reader: store,
        projections: allProjections,
        onProgress: ({ ordinal }) => {
          progress.at(ordinal, ordinal);
        },
      });
      progress.end();
      showRebuilt(console, rebuilt, (performance.now() - started) / 1000);
      return rebuilt.parked > 0 ? EXIT.damaged : EXIT.ok;
    } finally {
      progress.end();
      await store.close();
    }
  });
