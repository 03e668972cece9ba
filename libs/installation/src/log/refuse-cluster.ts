import type { Config } from '@duban/config';
import { CodedError } from '@duban/kernel';

/** @throws CodedError `log.not-wired` */
export const refuseCluster = ({ profile }: Pick<Config, 'profile'>): void => {
  if (profile !== 'cluster') return;
  throw new CodedError(
    'log.not-wired',
    'the cluster profile is not part of this release yet: use DUBAN_PROFILE=single',
  );
};
