import { SaxesParser, type SaxesTagNS } from 'saxes';
import { damaged } from '../archive/directory.ts';

export type Element = SaxesTagNS;

/** What is told of a part's elements; those of other namespaces are left out with all that is in them. */
export type PartReader = {
  readonly open: (name: string, element: Element) => void;
  readonly close?: (name: string) => void;
  /** Text of the innermost open element, decoded, in one or more pieces. */
  readonly text?: (text: string) => void;
};

export type Part = { readonly name: string; readonly bytes: Buffer };

const PIECE = 262_144;
/** A sheet's own elements are eight deep. */
const DEEPEST = 64;

/** ECMA-376 part 2, 6.2.5: parts are UTF-8 or UTF-16. */
const encodingOf = (bytes: Buffer): string => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
};

function* textOf({ name, bytes }: Part): Generator<string> {
  const decoder = new TextDecoder(encodingOf(bytes), { fatal: true });
  try {
    for (let at = 0; at < bytes.length; at += PIECE)
      yield decoder.decode(bytes.subarray(at, at + PIECE), { stream: true });
    yield decoder.decode();
  } catch (error) {
    throw damaged(name, error);
  }
}

type Options = { xmlns: true; position: false };

const DECLARED = /^utf-?(8|16)$/i;

/**
 * Six handlers and no more: with the seventh, the engine keeps the parser's members in a table and parsing takes five times as long.
 * Without one for faults, the parser throws them.
 */
const wired = (name: string, namespaces: readonly string[], reader: PartReader): SaxesParser<Options> => {
  const parser = new SaxesParser<Options>({ xmlns: true, position: false });
  const known = new Set(namespaces);
  let depth = 0;
  /** The depth of the foreign element that we are in; 0 for none. */
  let foreign = 0;
  // No entities of its own, no files from elsewhere: a workbook has no document type.
  parser.on('doctype', () => {
    throw damaged(`${name}: DOCTYPE`);
  });
  parser.on('xmldecl', ({ encoding }) => {
    if (encoding !== undefined && !DECLARED.test(encoding)) throw damaged(`${name}: ${encoding}`);
  });
  parser.on('opentag', (element) => {
    depth += 1;
    if (depth > DEEPEST) throw damaged(`${name}: > ${DEEPEST}`);
    if (foreign === 0 && !known.has(element.uri)) foreign = depth;
    if (foreign === 0) reader.open(element.local, element);
  });
  parser.on('closetag', ({ local }) => {
    if (foreign === 0) reader.close?.(local);
    if (foreign === depth) foreign = 0;
    depth -= 1;
  });
  const text = (piece: string): void => {
    if (foreign === 0) reader.text?.(piece);
  };
  parser.on('text', text);
  parser.on('cdata', text);
  return parser;
};

/** What is not well-formed is a bare Error; refusals and slips of our own are of other classes. */
const isOfParser = (error: unknown): boolean => error instanceof Error && error.constructor === Error;

/**
 * Reads one XML part of a workbook, elements by their namespace, never by prefix.
 * @throws FileRefused `file.damaged` when it is not well-formed, has a document type or is nested deeper than any workbook
 */
export const readPart = (part: Part, namespaces: readonly string[], reader: PartReader): void => {
  const parser = wired(part.name, namespaces, reader);
  try {
    for (const piece of textOf(part)) parser.write(piece);
    parser.close();
  } catch (error) {
    throw isOfParser(error) ? damaged(part.name, error) : error;
  }
};

/** An attribute without prefix: those of SpreadsheetML have none. */
export const attribute = ({ attributes }: Element, name: string): string | null =>
  attributes[name]?.value ?? null;

/** `xsd:boolean` (XML Schema part 2, 3.2.2): two spellings of each. */
export const isTrue = (value: string | null): boolean => ['1', 'true'].includes((value ?? '').trim());
