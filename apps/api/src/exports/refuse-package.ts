import { audienceOf } from '@duban/application';
import { eventSeenBy, type CaseView } from '@duban/contracts';
import { caseStream } from '@duban/domain';
import { readWholeStream } from '@duban/event-store';
import { ProblemError, type Principal } from '@duban/nest';
import type { Office } from '../office/office.ts';
import { refuseRestricted } from '../queries/reach.ts';

/**
 * A package holds its events as they are stored, or no digest would fit: whoever may not see one of them whole gets none of it.
 * @throws ProblemError `not-found` for analysts where results are withheld; `forbidden`, `case.office-papers`; as `refuseRestricted`
 */
export const refusePackage = async (
  { store, restricted }: Pick<Office, 'store' | 'restricted'>,
  { caseId, state }: Pick<CaseView, 'caseId' | 'state'>,
  { role }: Principal,
): Promise<void> => {
  const audience = audienceOf(role);
  const stream = caseStream(caseId);
  if (audience === 'office') return;
  refuseRestricted(state, role);
  await restricted.upToNow();
  if (audience === 'analysis' && restricted.isWithheld(stream))
    throw new ProblemError('not-found', { reason: 'case.unknown' });
  const events = await readWholeStream(store, stream);
  if (events.some((event) => eventSeenBy(event, audience) !== event))
    throw new ProblemError('forbidden', { reason: 'case.office-papers' });
};
