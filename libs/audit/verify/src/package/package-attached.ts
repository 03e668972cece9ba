import { readMembers } from '../bundle-line.ts';
import type { Finding } from '../verdict.ts';
import { ATTACHED, ATTACHED_SUMS, linesOf, SUM_LINE, type PackageFolder } from './package-files.ts';

type Code = 'package.file-changed' | 'package.file-missing' | 'package.file-added';

const finding = (code: Code, file: string): Finding => ({ record: 0, code, file });

/** What events say of the content, by attachment: a digest in clear, or something that is none where it is encrypted. */
const filedIn = (events: readonly string[]): ReadonlyMap<string, string> =>
  new Map(
    events.flatMap((text): readonly (readonly [string, string])[] => {
      const { type, data } = readMembers(text) ?? {};
      if (type !== 'AttachmentFiled' || typeof data !== 'object' || data === null) return [];
      const { attachmentId, sha256 } = data as Readonly<Record<string, unknown>>;
      return typeof attachmentId === 'string' ? [[attachmentId, String(sha256)]] : [];
    }),
  );

const CLEAR = /^sha256:[0-9a-f]{64}$/;

/** A file against the event that filed it: `attachments/<attachment id>/<name>`. */
const filedFault = (file: string, sum: string, filed: ReadonlyMap<string, string>): Finding | null => {
  const said = filed.get(file.slice(ATTACHED.length).split('/', 1)[0] ?? '');
  if (said === undefined) return finding('package.file-added', file);
  return CLEAR.test(said) && said !== `sha256:${sum}` ? finding('package.file-changed', file) : null;
};

/**
 * The files of the case, where they lie in the package: against their own sums and against the events. The digest of a
 * personal file is encrypted in its event, so that only the sums, which anybody can write anew, speak of it.
 */
export const attachedFault = (
  { files, attached }: PackageFolder,
  events: readonly string[],
): Finding | null => {
  const filed = filedIn(events);
  const named = new Set<string>();
  for (const line of linesOf(files.get(ATTACHED_SUMS) ?? '')) {
    const [, sum, name] = SUM_LINE.exec(line) ?? [];
    if (sum === undefined || name === undefined) return finding('package.file-changed', ATTACHED_SUMS);
    const file = `${ATTACHED}${name}`;
    const found = attached.get(file);
    if (found === undefined) return finding('package.file-missing', file);
    if (found !== sum) return finding('package.file-changed', file);
    const fault = filedFault(file, found, filed);
    if (fault !== null) return fault;
    named.add(file);
  }
  const added = [...attached.keys()].find((file) => !named.has(file));
  return added === undefined ? null : finding('package.file-added', added);
};
