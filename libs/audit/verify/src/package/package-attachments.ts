import { foreignIn, readMembers } from '../bundle-line.ts';
import { jsonFault } from '../strict-json.ts';
import type { Finding } from '../verdict.ts';
import { ATTACHMENTS_FILE, linesOf, type PackageFiles } from './package-files.ts';

const ENTRY = ['revision', 'place', 'digest', 'name', 'mediaType'];
const DIGEST = /^(sha256|sm3):[0-9a-f]{64}$/;

type Named = Readonly<Record<string, unknown>>;

const textOrNull = (value: unknown): string | null => (typeof value === 'string' ? value : null);

/** One spelling of an entry: what a person reads of a file is compared, its name as well as its digest. */
const entryText = ({ revision, place, digest, name, mediaType }: Named): string =>
  JSON.stringify([revision, place, digest, textOrNull(name), textOrNull(mediaType)]);

/** Every digest in a value, with its RFC 6901 place and what stands beside it. */
const digestsIn = (value: unknown, place: string, revision: number): readonly string[] => {
  if (typeof value !== 'object' || value === null) return [];
  const { name, mediaType } = value as Named;
  return Object.entries(value).flatMap(([key, digest]: [string, unknown]) => {
    const at = `${place}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    if (typeof digest !== 'string' || !DIGEST.test(digest)) return digestsIn(digest, at, revision);
    return [entryText({ revision, place: at, digest, name, mediaType })];
  });
};

/** A line that is not exactly one entry names nothing. */
const named = (line: string): string => {
  const members = readMembers(line) ?? {};
  const isEntry = jsonFault(line) === null && foreignIn(members, ENTRY) === null;
  return isEntry ? entryText(members) : '';
};

/** The list of files must be what the events name: no more, no less, in their order. */
export const attachmentsFault = (files: PackageFiles, events: readonly string[]): Finding | null => {
  const listed = linesOf(files.get(ATTACHMENTS_FILE) ?? '').map(named);
  const expected = events.flatMap((text, revision) => digestsIn(readMembers(text)?.['data'], '', revision));
  const isSame = listed.length === expected.length && expected.every((each, place) => each === listed[place]);
  return isSame ? null : { record: 0, code: 'package.attachments-differ', file: ATTACHMENTS_FILE };
};
