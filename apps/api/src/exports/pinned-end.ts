import { comparePositions, parsePosition, type Position } from '@duban/kernel';
import type { PagedLog } from '@duban/interchange';
import { invalid, type FastifyReply } from '@duban/nest';

const endOf = async (reader: Pick<PagedLog, 'head'>, asked: string | undefined): Promise<Position> => {
  const head = await reader.head();
  const position = asked === undefined ? head : parsePosition(asked);
  if (position !== null && comparePositions(position, head) <= 0) return position;
  throw invalid('/query/position', 'position.unknown', `the log ends at ${head}`);
};

/** Up to where an export reads, which the answer names: asked for it again, the same bytes come. */
export const pinnedEnd = async (
  reader: Pick<PagedLog, 'head'>,
  asked: string | undefined,
  reply: FastifyReply,
): Promise<Position> => {
  const position = await endOf(reader, asked);
  void reply.header('duban-position', position);
  return position;
};
