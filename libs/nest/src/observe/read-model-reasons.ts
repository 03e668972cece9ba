import type { Health } from '@duban/read-store';

export type ReadReason = { readonly part: 'read-model'; readonly code: string; readonly message: string };

type Seen = Pick<Health, 'light' | 'state' | 'code' | 'message' | 'parkedCases' | 'building'>;

const far = ({ handled, total, percent, secondsLeft }: NonNullable<Health['building']>): string =>
  [
    total === null ? `${String(handled)} events` : `${String(handled)} of ${String(total)} events`,
    ...(percent === null ? [] : [`${String(percent)} %`]),
    ...(secondsLeft === null ? [] : [`about ${String(secondsLeft)} s left`]),
  ].join(', ');

const messageOf = ({ message, building, parkedCases, state }: Seen): string => {
  if (message !== null) return message;
  if (building !== null) return `no question is answered before the lists are whole: ${far(building)}`;
  return parkedCases === 0 ? state : `${String(parkedCases)} cases wait: see /v1/projections`;
};

/** Why the read models of a process are not as they should be: codes and counts, never contents. */
export const readModelReasons = (health: Seen): readonly ReadReason[] => {
  const { light, state, code, building } = health;
  if (light === 'green') return [];
  const told = code ?? `read-model.${building === null ? state : 'building'}`;
  return [{ part: 'read-model', code: told, message: messageOf(health) }];
};
