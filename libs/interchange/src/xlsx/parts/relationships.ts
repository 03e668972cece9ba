import { posix } from 'node:path';
import type { Archive } from '../archive/open-archive.ts';
import { PACKAGE_RELATIONSHIPS, relationshipKind } from './namespaces.ts';
import { attribute, readPart } from './read-part.ts';

/** Where a part points to: `kind` such as `worksheet`, `target` the name of a part in the archive. */
export type Relationship = { readonly id: string; readonly kind: string; readonly target: string };

const decoded = (target: string): string => {
  try {
    return decodeURIComponent(target);
  } catch {
    return target;
  }
};

/** Relative to the part's folder, or absolute; nothing leads out of the archive. */
const partNamed = (source: string, target: string): string =>
  posix.resolve('/', posix.dirname(source), decoded(target.replaceAll('\\', '/'))).slice(1);

/** The relationships of a part, of the package itself for the name ''; none when it has none. */
export const relationshipsOf = (archive: Archive, source: string): readonly Relationship[] => {
  const name = posix.join(posix.dirname(source), '_rels', `${posix.basename(source)}.rels`);
  const bytes = archive.part(name);
  const found: Relationship[] = [];
  if (bytes === null) return found;
  readPart({ name, bytes }, PACKAGE_RELATIONSHIPS, {
    open: (element, tag) => {
      const kind = relationshipKind(attribute(tag, 'Type') ?? '');
      if (element !== 'Relationship' || kind === null || attribute(tag, 'TargetMode') === 'External') return;
      const target = partNamed(source, attribute(tag, 'Target') ?? '');
      found.push({ id: attribute(tag, 'Id') ?? '', kind, target });
    },
  });
  return found;
};
