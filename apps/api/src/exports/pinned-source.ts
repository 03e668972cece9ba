import { comparePositions, parsePosition, type Position } from '@duban/kernel';
import { exportSource, type ExportSource, type PagedLog } from '@duban/interchange';
import { invalid, type FastifyReply } from '@duban/nest';

const endOf = async (reader: PagedLog, asked: string | undefined): Promise<Position> => {
  const head = await reader.head();
  const position = asked === undefined ? head : parsePosition(asked);
  if (position !== null && comparePositions(position, head) <= 0) return position;
  throw invalid('/query/position', 'position.unknown', `the log ends at ${head}`);
};

/** The log up to a position, which the answer names: asked for it again, the same bytes come. */
export const pinnedSource = async (
  reader: PagedLog,
  asked: string | undefined,
  reply: FastifyReply,
): Promise<ExportSource> => {
  const position = await endOf(reader, asked);
  void reply.header('duban-position', position);
  return exportSource(reader, position);
};
