import { legalDateOf } from '@duban/application';
import { EXIT, type ExitCode } from '@duban/contracts';
import type { Environment } from '../environment.ts';
import { onLog } from '../history/on-log.ts';
import { table } from '../output/table.ts';
import { waitingInLog } from '../posts/waiting-in-log.ts';
import { postsTexts } from '../texts/posts.texts.ts';
import { running, type CommonOptions } from './command-run.ts';

/** Everything that waits for a second person, whoever that is. */
export const runProposals = (options: CommonOptions, env: Environment): Promise<ExitCode> =>
  running(options, env, ({ console: { output, language, report }, config }) =>
    onLog(config, async (reader) => {
      const waiting = await waitingInLog(reader, legalDateOf(Date.now()));
      if (output === 'json') report(JSON.stringify({ items: waiting }, null, 2));
      else if (waiting.length === 0) report(postsTexts.nothingWaits[language]);
      else
        report(
          table(
            waiting.map((each) => [
              each.stream,
              each.proposalId,
              each.type,
              each.proposedBy,
              each.proposedOn,
              each.expiresOn,
            ]),
          ),
        );
      return EXIT.ok;
    }),
  );
