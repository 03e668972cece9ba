import { openCsvLines, type CsvCell } from '@duban/interchange';
import type { PublicEvent } from '@duban/subscriber';
import type { TailFormat } from './tail-options.ts';

export const COLUMNS = [
  'position',
  'sequence',
  'time',
  'recordedtime',
  'type',
  'case',
  'item',
  'data',
] as const;

export type EventLines = {
  /** Whether a byte order mark goes in front. */
  readonly head: (bom: boolean) => string;
  readonly line: (event: PublicEvent) => string;
};

/** A message may be laid out over several lines; between the texts of JSON a line break means nothing. */
const onOneLine = (text: string): string => text.replace(/[\r\n]+\s*/g, '');

/** As it was sent: the library lifts data to the newest version, and the type in the row names the one sent. */
const dataAsSent = ({ received }: PublicEvent): string =>
  JSON.stringify((JSON.parse(received) as { readonly data: unknown }).data);

/** `<caseId>/<itemId>`, or the case alone. */
const itemOf = ({ subject, partitionkey }: PublicEvent): string =>
  subject.startsWith(`${partitionkey}/`) ? subject.slice(partitionkey.length + 1) : '';

const cellsOf = (event: PublicEvent): readonly CsvCell[] => [
  event.position,
  event.sequence,
  event.time,
  event.recordedtime,
  event.type,
  event.partitionkey,
  itemOf(event),
  dataAsSent(event),
];

/** `ndjson`: each CloudEvent on a line, as received. `csv`: fixed columns; marks of withheld texts come as they are. */
export const openEventLines = async (format: TailFormat): Promise<EventLines> => {
  if (format === 'ndjson') {
    return { head: () => '', line: ({ received }) => `${onOneLine(received)}\n` };
  }
  const write = await openCsvLines();
  return {
    head: (bom) => write([COLUMNS], { bom }),
    line: (event) => write([cellsOf(event)]),
  };
};
