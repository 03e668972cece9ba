import { comparePositions, parsePosition, type Position } from '@duban/kernel';
import type { PagedLog } from '@duban/interchange';
import { invalid } from '@duban/nest';

/** Up to where an export reads. @throws ProblemError `validation-failed` for a place that the log has not reached */
export const pinnedEnd = async (
  reader: Pick<PagedLog, 'head'>,
  asked: string | undefined,
): Promise<Position> => {
  const head = await reader.head();
  const position = asked === undefined ? head : parsePosition(asked);
  if (position !== null && comparePositions(position, head) <= 0) return position;
  throw invalid('/query/position', 'position.unknown', `the log ends at ${head}`);
};
