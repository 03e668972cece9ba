import { fileFault, type FileFault } from './file-refused.ts';

/** Names of columns without what people cannot see: spaces around them, a BOM, line breaks (C42). */
export const columnName = (text: string): string =>
  text
    .replace(/^\uFEFF/, '')
    .replace(/\s+/g, ' ')
    .trim();

/** A name that two columns share would make one of them unreadable; columns without a name are nobody's. */
export const headerFaults = (header: readonly string[], line: number): readonly FileFault[] => {
  if (header.every((name) => name === '')) return [fileFault('file.empty', { line })];
  const doubled = new Set(header.filter((name, at) => name !== '' && header.indexOf(name) !== at));
  return [...doubled].map((column) => fileFault('file.header-doubled', { line, column }));
};
