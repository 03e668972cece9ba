import { xmlText } from '../export/xml/xml-text.ts';
import { lettersOf } from './cells/address.ts';
import { zipOf } from './zip.fixture.ts';

/** For specs only: a writer of workbooks that can write the same sheet in the ways of several programs. */
export type Producer = {
  /** Of every SpreadsheetML element: none, or `x:`. */
  readonly prefix?: string;
  readonly strict?: boolean;
  readonly texts?: 'shared' | 'inline' | 'str' | 'runs';
  /** Whether cells and rows say where they stand. */
  readonly placed?: boolean;
  /** Names and places of the parts. */
  readonly parts?: 'usual' | 'other';
  readonly date1904?: '1' | 'true' | 'false' | null;
};

export type Made =
  | string
  | null
  | { readonly number: number; readonly format?: string | number }
  /** The cell's XML, `<c…>` without prefix excepted: attributes, then content by local names. */
  | { readonly raw: string; readonly format?: string | number };

export type MadeSheet = {
  readonly name?: string;
  readonly state?: string;
  readonly rows: readonly (readonly Made[])[];
  readonly merges?: readonly string[];
  readonly hiddenRows?: readonly number[];
};

const BASES = {
  transitional: {
    main: 'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
    relation: 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
  },
  strict: {
    main: 'http://purl.oclc.org/ooxml/spreadsheetml/main',
    relation: 'http://purl.oclc.org/ooxml/officeDocument/relationships',
  },
};

const FIRST_OWN_FORMAT = 164;
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';

const formatsIn = (sheets: readonly MadeSheet[]): readonly (string | number)[] => [
  'General',
  ...new Set(
    sheets.flatMap(({ rows }) =>
      rows.flat().flatMap((cell) => (typeof cell === 'object' && cell !== null ? (cell.format ?? []) : [])),
    ),
  ),
];

const stylesOf = (formats: readonly (string | number)[]): string => {
  const own = formats.flatMap((format, at) =>
    typeof format === 'string' && at > 0
      ? [`<numFmt numFmtId="${FIRST_OWN_FORMAT + at}" formatCode="${xmlText(format)}"/>`]
      : [],
  );
  const styles = formats.map((format, at) => {
    const id = at === 0 ? 0 : typeof format === 'number' ? format : FIRST_OWN_FORMAT + at;
    return `<xf numFmtId="${id}"/>`;
  });
  return `<styleSheet><numFmts>${own.join('')}</numFmts><cellXfs>${styles.join('')}</cellXfs></styleSheet>`;
};

const textOf = (text: string, texts: Producer['texts'], shared: string[]): readonly [string, string] => {
  const escaped = xmlText(text);
  switch (texts) {
    case 'inline':
      return [' t="inlineStr"', `<is><t>${escaped}</t></is>`];
    case 'runs':
      return [
        ' t="inlineStr"',
        `<is><r><t>${xmlText(text.slice(0, 1))}</t></r><r><t>${xmlText(text.slice(1))}</t></r><rPh sb="0" eb="1"><t>x</t></rPh></is>`,
      ];
    case 'str':
      return [' t="str"', `<v>${escaped}</v>`];
    default:
      shared.push(text);
      return [' t="s"', `<v>${shared.length - 1}</v>`];
  }
};

type Writing = {
  readonly producer: Producer;
  readonly formats: readonly (string | number)[];
  readonly shared: string[];
};

const cellOf = (cell: Exclude<Made, null>, place: string, { producer, formats, shared }: Writing): string => {
  if (typeof cell === 'string') {
    const [attributes, content] = textOf(cell, producer.texts, shared);
    return `<c${place}${attributes}>${content}</c>`;
  }
  const style = ` s="${formats.indexOf(cell.format ?? 'General')}"`;
  if ('number' in cell) return `<c${place}${style}><v>${cell.number}</v></c>`;
  return `<c${place}${style}${cell.raw}</c>`;
};

const sheetOf = ({ rows, merges = [], hiddenRows = [] }: MadeSheet, writing: Writing): string => {
  const { placed = true } = writing.producer;
  const lines = rows.map((cells, above) => {
    const row = above + 1;
    const shown = cells.map((cell, at) => {
      if (cell === null) return placed ? '' : '<c/>';
      return cellOf(cell, placed ? ` r="${lettersOf(at + 1)}${row}"` : '', writing);
    });
    const hidden = hiddenRows.includes(row) ? ' hidden="1"' : '';
    return `<row${placed ? ` r="${row}"` : ''}${hidden}>${shown.join('')}</row>`;
  });
  const merged = merges.map((reference) => `<mergeCell ref="${reference}"/>`).join('');
  return `<worksheet><sheetData>${lines.join('')}</sheetData>${merged === '' ? '' : `<mergeCells>${merged}</mergeCells>`}</worksheet>`;
};

/** Gives every element the prefix, and the root its namespace. */
const named = (xml: string, { prefix = '', strict = false }: Producer): string => {
  const { main, relation } = strict ? BASES.strict : BASES.transitional;
  const declared = `xmlns${prefix === '' ? '' : `:${prefix.slice(0, -1)}`}="${main}" xmlns:r="${relation}"`;
  return xml
    .replaceAll(/<(\/?)([A-Za-z])/g, `<$1${prefix}$2`)
    .replace(/^<([^\s>/]+)/, (root) => `${root} ${declared}`);
};

const relations = (entries: readonly (readonly [string, string])[], { strict = false }: Producer): string => {
  const { relation } = strict ? BASES.strict : BASES.transitional;
  const lines = entries.map(
    ([kind, target], at) => `<Relationship Id="rId${at + 1}" Type="${relation}/${kind}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="${PACKAGE}">${lines.join('')}</Relationships>`;
};

export const producedWorkbook = (sheets: readonly MadeSheet[], producer: Producer = {}): Buffer => {
  const { parts = 'usual', date1904 = null } = producer;
  const usual = parts === 'usual';
  const writing: Writing = { producer, formats: formatsIn(sheets), shared: [] };
  const worksheets = sheets.map((sheet) => named(sheetOf(sheet, writing), producer));
  const listed = sheets.map(
    ({ name, state }, at) =>
      `<sheet name="${name ?? `S${at + 1}`}" sheetId="${at + 7}"${state === undefined ? '' : ` state="${state}"`} r:id="rId${at + 1}"/>`,
  );
  const folder = usual ? 'xl' : 'content/Book';
  const sheetName = (at: number): string => (usual ? `worksheets/sheet${at + 1}.xml` : `tab ${at + 1}.xml`);
  const stringsName = usual ? 'sharedStrings.xml' : 'texts-2.xml';
  const stylesName = usual ? 'styles.xml' : 'looks.xml';
  const target = (name: string): string => (usual ? name : `/${folder}/${encodeURI(name)}`);
  const strings = writing.shared.map((text) => `<si><t>${xmlText(text)}</t></si>`).join('');
  const workbookXml = `<workbook>${date1904 === null ? '' : `<workbookPr date1904="${date1904}"/>`}<sheets>${listed.join('')}</sheets></workbook>`;
  return zipOf({
    '_rels/.rels': relations([['officeDocument', `${folder}/workbook.xml`]], producer),
    [`${folder}/workbook.xml`]: named(workbookXml, producer),
    [`${folder}/_rels/workbook.xml.rels`]: relations(
      [
        ...worksheets.map((_, at): readonly [string, string] => ['worksheet', target(sheetName(at))]),
        ['sharedStrings', target(stringsName)],
        ['styles', target(stylesName)],
      ],
      producer,
    ),
    ...Object.fromEntries(worksheets.map((xml, at) => [`${folder}/${sheetName(at)}`, xml])),
    [`${folder}/${stringsName}`]: named(`<sst>${strings}</sst>`, producer),
    [`${folder}/${stylesName}`]: named(stylesOf(writing.formats), producer),
  });
};
