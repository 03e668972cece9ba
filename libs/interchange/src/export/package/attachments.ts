import type { JsonObject, JsonValue } from '@duban/kernel';
import type { ExportedEvent } from '../source/exported-event.ts';

/** A file that an event names by its digest. The package holds the digest; the file itself lies with the attachments. */
export type NamedFile = {
  readonly digest: string;
  readonly name: string | null;
  readonly mediaType: string | null;
  readonly revision: number;
  /** RFC 6901 place in the event's data. */
  readonly place: string;
};

const DIGEST = /^(sha256|sm3):[0-9a-f]{64}$/;

const textOrNull = (value: JsonValue | undefined): string | null =>
  typeof value === 'string' ? value : null;

const filesIn = (value: JsonValue, place: string, revision: number): readonly NamedFile[] => {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value as JsonObject).flatMap(([key, member]) => {
    const at = `${place}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    if (typeof member !== 'string' || !DIGEST.test(member)) return filesIn(member, at, revision);
    const { name, mediaType } = value as JsonObject;
    return [
      { digest: member, name: textOrNull(name), mediaType: textOrNull(mediaType), revision, place: at },
    ];
  });
};

/** Every digest of a file in an event, in the order of its data: evidence, source documents, drafts, tallies, data sets. */
export const filesOf = ({ data, revision }: ExportedEvent): readonly NamedFile[] =>
  filesIn(data, '', revision);
