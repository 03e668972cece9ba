import { audienceOf } from '@duban/application';
import { eventSeenBy } from '@duban/contracts';
import { readWholeStream } from '@duban/event-store';
import { ProblemError, type Principal } from '@duban/nest';
import type { Office } from '../office/office.ts';

/**
 * A package holds its events as they are stored, or no digest would fit: whoever may not see one of them whole gets none of it.
 * @throws ProblemError `not-found` for analysts where results are withheld; `forbidden`, `case.office-papers`
 */
export const refusePackage = async (
  { store, restricted }: Pick<Office, 'store' | 'restricted'>,
  stream: string,
  { role }: Principal,
): Promise<void> => {
  const audience = audienceOf(role);
  if (audience === 'office') return;
  await restricted.upToNow();
  if (audience === 'analysis' && restricted.has(stream))
    throw new ProblemError('not-found', { reason: 'case.unknown' });
  const events = await readWholeStream(store, stream);
  if (events.some((event) => eventSeenBy(event, audience) !== event))
    throw new ProblemError('forbidden', { reason: 'case.office-papers' });
};
