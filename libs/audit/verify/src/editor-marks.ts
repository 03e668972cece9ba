import type { Reason } from './reasons.ts';

/** What an editor, a mail program or a JSON tool did to a file without touching a record. */
export type NoteCode =
  'file.bom' | 'file.crlf' | 'file.blank-lines' | 'file.no-final-newline' | 'file.respelled';

export type Note = {
  readonly code: NoteCode;
  /** How many lines or records. */
  readonly count: number;
  readonly text: Reason;
};

const texts: Record<NoteCode, (count: number) => Reason> = {
  'file.bom': () => ({
    zh: '文件开头被加上了字节顺序标记（BOM），没有触及任何记录',
    en: 'a byte order mark was put in front of the file; no record is touched',
  }),
  'file.crlf': (count) => ({
    zh: `${count} 行的行尾被改为 CRLF，没有触及任何记录`,
    en: `the ends of ${count} line(s) were made CR LF; no record is touched`,
  }),
  'file.blank-lines': (count) => ({
    zh: `文件中被加入了 ${count} 个空行，没有触及任何记录`,
    en: `${count} blank line(s) were put into the file; no record is touched`,
  }),
  'file.no-final-newline': () => ({
    zh: '文件末尾的换行被去掉了，没有触及任何记录',
    en: 'the newline at the end of the file was taken away; no record is touched',
  }),
  'file.respelled': (count) => ({
    zh: `${count} 条记录的写法（空格、成员的顺序、转义）与封存时不同，内容相同；核对的是其规范写法（RFC 8785）`,
    en: `${count} record(s) are spelled otherwise than they were sealed (spaces, order of members, escapes) and say the same; their canonical form was checked (RFC 8785)`,
  }),
};

export type EditorMarks = {
  readonly add: (code: NoteCode, count?: number) => void;
  /** As a verdict has it: nothing where there is nothing to tell. */
  readonly told: () => { readonly notes?: readonly Note[] };
};

export const editorMarks = (): EditorMarks => {
  const counts = new Map<NoteCode, number>();
  return {
    add: (code, count = 1) => {
      if (count > 0) counts.set(code, (counts.get(code) ?? 0) + count);
    },
    told: () => {
      const notes = [...counts].map(([code, count]) => ({ code, count, text: texts[code](count) }));
      return notes.length === 0 ? {} : { notes };
    },
  };
};

export const BOM = '\uFEFF';

/** A text of many lines as it was before an editor had it, the marks noted: line feeds, no byte order mark. */
export const unmarked = (text: string, marks: EditorMarks): string => {
  const [whole, carriage] = [text.startsWith(BOM) ? text.slice(1) : text, text.match(/\r\n/g)?.length ?? 0];
  if (whole !== text) marks.add('file.bom');
  marks.add('file.crlf', carriage);
  return carriage === 0 ? whole : whole.replaceAll('\r\n', '\n');
};
