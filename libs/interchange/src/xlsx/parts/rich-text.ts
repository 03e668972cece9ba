/**
 * `_xHHHH_`: how a workbook writes a UTF-16 unit that XML would swallow, and an underscore that would look like the beginning of one
 * (ECMA-376 part 1, 22.9.2.19 ST_Xstring).
 */
const ESCAPED = /_x([0-9A-Fa-f]{4})_/g;

/** Decoded once: what comes out is the text. */
export const unescaped = (text: string): string =>
  text.replace(ESCAPED, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));

/** Collects the text of an `si` or `is`: its runs in order, without how they are pronounced (`rPh`). */
export type TextCollector = {
  readonly open: (name: string) => void;
  readonly text: (text: string) => void;
  readonly close: (name: string) => void;
  /** What was collected since the last call. */
  readonly taken: () => string;
};

export const openText = (): TextCollector => {
  let whole = '';
  let piece = '';
  let reading = false;
  let pronounced = false;
  return {
    open: (name) => {
      if (name === 'rPh') pronounced = true;
      reading = name === 't' && !pronounced;
    },
    text: (text) => {
      if (reading) piece += text;
    },
    close: (name) => {
      if (name === 'rPh') pronounced = false;
      if (name !== 't') return;
      whole += piece.includes('_x') ? unescaped(piece) : piece;
      piece = '';
      reading = false;
    },
    taken: () => {
      const text = whole;
      whole = '';
      return text;
    },
  };
};
