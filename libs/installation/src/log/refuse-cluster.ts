import type { Config } from '@duban/config';
import { CodedError } from '@duban/kernel';

/** For what works on the file of a log, or has not been tried on a server yet. @throws CodedError `log.not-wired` */
export const refuseCluster = ({ profile }: Pick<Config, 'profile'>): void => {
  if (profile !== 'cluster') return;
  throw new CodedError(
    'log.not-wired',
    'the cluster profile keeps its log in EventStoreDB, which the command line does not reach yet',
  );
};
