import { fileTypeFromBuffer } from 'file-type';
import { zipNames } from './zip-names.ts';

/** What the bytes are, whatever the file is called. */
type Kind = 'pdf' | 'ole' | 'docx' | 'xlsx' | 'pptx' | 'ofd' | 'jpg' | 'png' | 'webp' | 'text';

const HEAD_BYTES = 4_100;
/** Directories of some thousand entries; an office file has fewer. */
const TAIL_BYTES = 262_144;

const BY_MAGIC: Readonly<Record<string, Kind>> = {
  'application/pdf': 'pdf',
  'application/x-cfb': 'ole',
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
};

const OOXML = 'application/vnd.openxmlformats-officedocument';

/** Which names go with which content, and what the file is then called by its media type. */
const ALLOWED: Readonly<Record<Kind, Readonly<Record<string, string>>>> = {
  pdf: { pdf: 'application/pdf' },
  ole: {
    doc: 'application/msword',
    xls: 'application/vnd.ms-excel',
    ppt: 'application/vnd.ms-powerpoint',
    wps: 'application/wps-office.wps',
    et: 'application/wps-office.et',
    dps: 'application/wps-office.dps',
  },
  docx: { docx: `${OOXML}.wordprocessingml.document` },
  xlsx: { xlsx: `${OOXML}.spreadsheetml.sheet` },
  pptx: { pptx: `${OOXML}.presentationml.presentation` },
  ofd: { ofd: 'application/ofd' },
  jpg: { jpg: 'image/jpeg', jpeg: 'image/jpeg' },
  png: { png: 'image/png' },
  webp: { webp: 'image/webp' },
  text: { txt: 'text/plain; charset=utf-8', csv: 'text/csv; charset=utf-8' },
};

/** The parts by which an archive is one of ours; one with a program in it is none. */
const inArchive = (tail: Buffer): Kind | null => {
  const names = zipNames(tail) ?? [];
  if (names.some((name) => /(?:^|\/)vbaProject\.bin$/i.test(name))) return null;
  if (names.includes('OFD.xml')) return 'ofd';
  if (!names.includes('[Content_Types].xml')) return null;
  if (names.includes('word/document.xml')) return 'docx';
  if (names.includes('xl/workbook.xml')) return 'xlsx';
  return names.includes('ppt/presentation.xml') ? 'pptx' : null;
};

const isArchive = (head: Buffer): boolean => head.subarray(0, 4).equals(Buffer.from('PK\u0003\u0004'));

// eslint-disable-next-line no-control-regex -- what no text holds: controls besides tab, line feed, form feed and return
const BINARY = /[\u0000-\u0008\u000b\u000e-\u001f\u007f]/;

const textWatch = () => {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let isText = true;
  const look = (piece: Uint8Array | undefined): void => {
    if (!isText) return;
    try {
      isText = !BINARY.test(piece === undefined ? decoder.decode() : decoder.decode(piece, { stream: true }));
    } catch {
      isText = false;
    }
  };
  return {
    look,
    end: (): boolean => {
      look(undefined);
      return isText;
    },
  };
};

export type ContentCheck = {
  readonly look: (piece: Uint8Array) => void;
  /** The media type of content and name together; null where either is not allowed, or they contradict one another. */
  readonly mediaType: (extension: string) => Promise<string | null>;
};

/** Looks on while a file passes: keeps its beginning and its end, nothing else. */
export const contentCheck = (): ContentCheck => {
  let head = Buffer.alloc(0);
  let tail = Buffer.alloc(0);
  const text = textWatch();
  const kind = async (): Promise<Kind | null> => {
    if (isArchive(head)) return inArchive(tail);
    const found = await fileTypeFromBuffer(head).catch(() => undefined);
    if (found !== undefined) return BY_MAGIC[found.mime] ?? null;
    return text.end() ? 'text' : null;
  };
  return {
    look: (piece) => {
      if (head.length < HEAD_BYTES) head = Buffer.concat([head, piece.subarray(0, HEAD_BYTES - head.length)]);
      tail =
        piece.length >= TAIL_BYTES
          ? Buffer.from(piece.subarray(-TAIL_BYTES))
          : Buffer.concat([tail.subarray(-(TAIL_BYTES - piece.length)), piece]);
      text.look(piece);
    },
    mediaType: async (extension) => {
      const found = await kind();
      const names = found === null ? {} : ALLOWED[found];
      return Object.hasOwn(names, extension) ? (names[extension] ?? null) : null;
    },
  };
};
