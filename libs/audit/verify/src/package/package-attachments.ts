import { readMembers } from '../bundle-line.ts';
import type { Finding } from '../verdict.ts';
import { ATTACHMENTS_FILE, linesOf, type PackageFiles } from './package-files.ts';

const DIGEST = /^(sha256|sm3):[0-9a-f]{64}$/;

/** Every digest in a value, with its RFC 6901 place. */
const digestsIn = (value: unknown, place: string): readonly string[] => {
  if (typeof value === 'string') return DIGEST.test(value) ? [`${place} ${value}`] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, member]) =>
    digestsIn(member, `${place}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`),
  );
};

const named = (line: string): string => {
  const { revision, place, digest } = readMembers(line) ?? {};
  return `${String(revision)} ${String(place)} ${String(digest)}`;
};

/** The list of files must be what the events name: no more, no less, in their order. */
export const attachmentsFault = (files: PackageFiles, events: readonly string[]): Finding | null => {
  const listed = linesOf(files.get(ATTACHMENTS_FILE) ?? '').map(named);
  const expected = events.flatMap((text, revision) =>
    digestsIn(readMembers(text)?.['data'], '').map((each) => `${String(revision)} ${each}`),
  );
  const isSame = listed.length === expected.length && expected.every((each, place) => each === listed[place]);
  return isSame ? null : { record: 0, code: 'package.attachments-differ', file: ATTACHMENTS_FILE };
};
