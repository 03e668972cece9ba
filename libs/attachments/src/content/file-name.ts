/** What a name may not hold on some file system, or shows as something else than it is. */
const LONGEST_BYTES = 240;

/** Controls, and marks that turn or hide text: a name with one reads differently from what it is. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\u2028\u2029]/gu;
/** What Windows refuses, and the sign that begins the mark of an erased text. */
const RESERVED = /[<>:"|?*\u2400]/g;
const EXTENSION = /\.(?<extension>[A-Za-z0-9]{1,8})$/;

export type FileName = { readonly name: string; readonly extension: string };

const shortened = (stem: string, bytes: number): string => {
  let [short, length] = ['', 0];
  for (const sign of stem) {
    length += Buffer.byteLength(sign);
    if (length > bytes) break;
    short += sign;
  }
  return short.trimEnd();
};

/**
 * A name as it is kept and given back: the last part of a path, composed (NFC), without signs that are invisible or that
 * Windows refuses, at most 240 bytes. Null where nothing usable is left, or there is no extension.
 */
export const fileNameOf = (asked: string): FileName | null => {
  const last = asked.toWellFormed().normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const clean = last.replaceAll(INVISIBLE, '').replaceAll(RESERVED, '_').trim();
  const extension = EXTENSION.exec(clean)?.groups?.['extension']?.toLowerCase();
  if (extension === undefined) return null;
  const ending = `.${extension}`;
  const stem = shortened(clean.slice(0, -ending.length), LONGEST_BYTES - ending.length)
    .replace(/^\.+/, '')
    .trim();
  return stem === '' ? null : { name: `${stem}${ending}`, extension };
};
