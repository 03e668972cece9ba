import { CodedError, type Position } from '@duban/kernel';
import { EXIT, type ExitCode } from '@duban/contracts';
import { openStoredLog, placesOf, republish, type Republishing } from '@duban/installation';
import { openSqlitePositionStore } from '@duban/messaging';
import type { Environment } from '../environment.ts';
import type { Console } from '../output/console.ts';
import { showProblem } from '../output/problem.ts';
import { table } from '../output/table.ts';
import { republishTexts } from '../texts/republish.texts.ts';
import { running, type CommonOptions } from './command-run.ts';

export type RepublishOptions = CommonOptions & {
  readonly suffix: string;
  /** What lies there itself is not sent again. */
  readonly from: Position;
};

const show = (console: Console, run: Republishing, until: Position, seconds: number): void => {
  const { language, output, report } = console;
  const { passed, sent } = run.state();
  const told = { topics: run.topics, until, passed, sent, seconds };
  if (output === 'json') {
    report(JSON.stringify(told, null, 2));
    return;
  }
  const rows = Object.entries({ ...told, topics: run.topics.join(', '), seconds: seconds.toFixed(1) });
  report(
    table(rows.map(([key, value]) => [republishTexts[key as keyof typeof republishTexts][language], value])),
  );
};

/** Also beside a running server, whose own place is not touched. What is appended meanwhile is not sent. */
export const runRepublish = (
  { suffix, from, ...common }: RepublishOptions,
  env: Environment,
): Promise<ExitCode> =>
  running(common, env, async ({ console, config }) => {
    if (config.kafkaBrokers.length === 0) throw new CodedError('config.invalid', 'KAFKA_BROKERS is not set');
    const raw = await openStoredLog(config);
    const positions = openSqlitePositionStore(placesOf(config).relay);
    try {
      const until = await raw.head();
      const started = performance.now();
      const run = republish(config, {
        ...{ raw, positions, suffix, start: from, until },
        onFault: (fault) => {
          // It is tried again; what ends it is told once more, with its exit code.
          showProblem({ ...console, output: 'table' }, fault);
        },
      });
      await run.ended;
      show(console, run, until, (performance.now() - started) / 1_000);
      return EXIT.ok;
    } finally {
      await positions.close();
      await raw.close();
    }
  });
