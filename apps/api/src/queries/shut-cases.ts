import { audienceIn, restrictionShuts } from '@duban/application';
import { caseIdOf, caseStream } from '@duban/domain';
import type { Principal } from '@duban/nest';
import type { Office } from '../office/office.ts';

type Asked = Pick<Office, 'restricted' | 'read'>;

/** Ids of the restricted cases that are not there for this asker, as the log has it now: of a past moment as well. */
export const shutCases = async (
  { restricted, read }: Asked,
  asker: Principal,
): Promise<readonly string[]> => {
  const shuts = restrictionShuts(asker.role);
  if (shuts === 'none') return [];
  await restricted.upToNow();
  const ids = restricted.streams().map(caseIdOf);
  if (shuts === 'all') return ids;
  const views = await Promise.all(ids.map(async (id) => ({ id, view: await read.case(id) })));
  return views.flatMap(({ id, view }) =>
    view !== null && audienceIn(view.state, asker) !== null ? [] : [id],
  );
};

/** The streams of those cases, and of their surveys. */
export const shutStreams = async (office: Asked, asker: Principal): Promise<readonly string[]> => {
  const ids = await shutCases(office, asker);
  return ids.flatMap((id) => office.restricted.streamsAround(caseStream(id)));
};
