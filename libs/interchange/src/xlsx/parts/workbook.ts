import { fileFault, FileRefused } from '../../sheet/file-refused.ts';
import type { DateSystem } from '../../sheet/sheet.ts';
import { damaged } from '../archive/directory.ts';
import type { Archive } from '../archive/open-archive.ts';
import { isRelationshipAttribute, SPREADSHEET } from './namespaces.ts';
import { attribute, isTrue, readPart, type Element, type Part } from './read-part.ts';
import { relationshipsOf, type Relationship } from './relationships.ts';

export type WorkbookSheet = { readonly name: string; readonly hidden: boolean; readonly part: string };

export type Workbook = {
  readonly dateSystem: DateSystem;
  /** Sheets with cells, in the order of their tabs; charts and dialogs are none. */
  readonly sheets: readonly WorkbookSheet[];
  readonly strings: Part | null;
  readonly styles: Part | null;
};

type Listed = { readonly name: string; readonly hidden: boolean; readonly relationship: string };

const relationshipIn = ({ attributes }: Element): string =>
  Object.values(attributes).find(({ local, uri }) => local === 'id' && isRelationshipAttribute(uri))?.value ??
  '';

const partOf = (archive: Archive, name: string): Part => {
  const bytes = archive.part(name);
  if (bytes === null) throw damaged(name);
  return { name, bytes };
};

/** A document or presentation, or a workbook in binary parts, is whole, but nothing that we read. */
const otherKind = (found: string): FileRefused =>
  new FileRefused([fileFault('file.kind-unknown', { found })]);

const XML_STARTS = [0x3c, 0xef, 0xfe, 0xff];

const listedIn = (part: Part): { readonly dateSystem: DateSystem; readonly sheets: readonly Listed[] } => {
  if (!XML_STARTS.includes(part.bytes[0] ?? 0)) throw otherKind(part.name);
  const sheets: Listed[] = [];
  const found: { dateSystem: DateSystem; isWorkbook: boolean } = { dateSystem: 1900, isWorkbook: false };
  readPart(part, SPREADSHEET, {
    open: (name, element) => {
      if (name === 'workbook') found.isWorkbook = true;
      if (name === 'workbookPr' && isTrue(attribute(element, 'date1904'))) found.dateSystem = 1904;
      if (name !== 'sheet') return;
      const hidden = ['hidden', 'veryHidden'].includes(attribute(element, 'state') ?? '');
      sheets.push({ name: attribute(element, 'name') ?? '', hidden, relationship: relationshipIn(element) });
    },
  });
  if (!found.isWorkbook) throw otherKind(part.name);
  return { dateSystem: found.dateSystem, sheets };
};

/**
 * A workbook's parts, found by their relationships: names and places of parts are the writer's own.
 * @throws FileRefused `file.damaged`, `file.kind-unknown`
 */
export const readWorkbook = (archive: Archive): Workbook => {
  // An OpenDocument says in `mimetype` what it is; any other archive is just one.
  if (archive.part('_rels/.rels') === null)
    throw otherKind(archive.part('mimetype')?.toString('latin1') ?? 'zip');
  const [main] = relationshipsOf(archive, '').filter(({ kind }) => kind === 'officeDocument');
  if (main === undefined) throw damaged('officeDocument');
  const { dateSystem, sheets } = listedIn(partOf(archive, main.target));
  const related = relationshipsOf(archive, main.target);
  const of = (kind: string): Part | null => {
    const found = related.find((each) => each.kind === kind);
    return found === undefined ? null : partOf(archive, found.target);
  };
  return {
    dateSystem,
    sheets: sheets.flatMap((sheet) => worksheet(sheet, related)),
    strings: of('sharedStrings'),
    styles: of('styles'),
  };
};

const worksheet = (
  { name, hidden, relationship }: Listed,
  related: readonly Relationship[],
): readonly WorkbookSheet[] => {
  const found = related.find(({ id }) => id === relationship);
  if (found === undefined) throw damaged(name);
  return found.kind === 'worksheet' ? [{ name, hidden, part: found.target }] : [];
};
