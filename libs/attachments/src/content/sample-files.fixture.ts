import { crc32 } from 'node:zlib';

/** An archive without compression, as APPNOTE 4.3 has it. For specs only. */
const zipOf = (entries: Readonly<Record<string, string>>): Buffer => {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, text] of Object.entries(entries)) {
    const [path, data] = [Buffer.from(name), Buffer.from(text)];
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20);
    common.writeUInt32LE(crc32(data), 10);
    common.writeUInt32LE(data.length, 14);
    common.writeUInt32LE(data.length, 18);
    common.writeUInt16LE(path.length, 22);
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), common, path, data]);
    const more = Buffer.alloc(14);
    more.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from('PK\u0001\u0002\u0014\u0000'), common, more, path]));
    files.push(local);
    offset += local.length;
  }
  const entriesOfIt = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(directory.length, 4);
  end.writeUInt16LE(directory.length, 6);
  end.writeUInt32LE(entriesOfIt.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...files, entriesOfIt, Buffer.from('PK\u0005\u0006'), end]);
};

const TYPES = { '[Content_Types].xml': '<Types/>' };

export const samples = {
  pdf: Buffer.from('%PDF-1.7\n%âãÏÓ\n1 0 obj\n<<>>\nendobj\n%%EOF\n'),
  docx: zipOf({ ...TYPES, 'word/document.xml': '<w/>' }),
  xlsx: zipOf({ ...TYPES, 'xl/workbook.xml': '<x/>' }),
  pptx: zipOf({ ...TYPES, 'ppt/presentation.xml': '<p/>' }),
  docm: zipOf({ ...TYPES, 'word/document.xml': '<w/>', 'word/vbaProject.bin': 'x' }),
  ofd: zipOf({ 'Doc_0/Document.xml': '<d/>', 'OFD.xml': '<o/>' }),
  zip: zipOf({ 'a.exe': 'MZ' }),
  ole: Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]),
  png: Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
  jpg: Buffer.from('ffd8ffe000104a46494600010100000100010000ffd9', 'hex'),
  webp: Buffer.from('RIFF\u001a\u0000\u0000\u0000WEBPVP8L\u000d\u0000\u0000\u0000', 'latin1'),
  text: Buffer.from('姓名,金额\r\n甲,1\r\n'),
  gb18030: Buffer.from('d0d5c3fb2cbdf0b6ee0d0a', 'hex'),
  exe: Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200)]),
  html: Buffer.from('<!DOCTYPE html><script>alert(1)</script>'),
  svg: Buffer.from('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>'),
} as const;
