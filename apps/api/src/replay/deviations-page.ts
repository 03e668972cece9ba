import type { EventReader } from '@duban/event-store';
import type { ListedDeviation } from '@duban/contracts';
import { conformanceOf } from '@duban/projections';
import type { Page } from '@duban/read-store';
import { casesFrom, type CasesAsked, type LoggedCase } from './case-log.ts';
import { readMark, writeMark } from './page-mark.ts';

type Asked = Pick<CasesAsked, 'without'> & {
  readonly limit: number;
  readonly cursor: string | undefined;
  readonly today: string;
};

const LIST = 'conformance';
/** Looked through for one page; where nearly everything is in order, a page may hold less than was asked for. */
const MOST_CASES = 500;

const deviationsOf = ({ events }: LoggedCase, today: string): readonly ListedDeviation[] => {
  const found = conformanceOf(events, { today });
  if (found === null) return [];
  const { caseId, caseNo } = found;
  return found.items.flatMap(({ title, deviations }) =>
    deviations.map((deviation) => ({ caseId, caseNo, title, ...deviation })),
  );
};

/** @throws CodedError `cursor.invalid` */
export const deviationsPage = async (
  reader: EventReader,
  { limit, cursor, today, without }: Asked,
): Promise<Page<ListedDeviation>> => {
  let { after, skip } = readMark(LIST, cursor);
  const items: ListedDeviation[] = [];
  let looked = 0;
  for await (const each of casesFrom(reader, { from: after, without })) {
    const room = limit - items.length;
    if (room === 0 || looked === MOST_CASES) return { items, next: writeMark(LIST, { after, skip }) };
    const own = deviationsOf(each, today).slice(skip);
    items.push(...own.slice(0, room));
    if (own.length > room) return { items, next: writeMark(LIST, { after, skip: skip + room }) };
    ({ opened: after } = each);
    skip = 0;
    looked += 1;
  }
  return { items, next: null };
};
