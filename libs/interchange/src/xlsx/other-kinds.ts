import { fileFault, type FileFault } from '../sheet/file-refused.ts';

/** What Excel up to 2003 wrote, and the wrapping of encrypted workbooks ([MS-CFB] 2.2). */
const COMPOUND = Buffer.from('d0cf11e0a1b11ae1', 'hex');
/** The names of streams, as the directory of such a file has them ([MS-OFFCRYPTO] 2.3.4.4, [MS-XLS] 2.1.2). */
const ENCRYPTED = Buffer.from('EncryptedPackage', 'utf16le');
const WORKBOOKS = ['Workbook', 'Book'].map((name) => Buffer.from(`${name}\0`, 'utf16le'));

/** Why a file that is no .xlsx cannot be read, where its content says so; null where it does not. */
export const otherKind = (bytes: Buffer): FileFault | null => {
  if (!bytes.subarray(0, COMPOUND.length).equals(COMPOUND)) return null;
  if (bytes.includes(ENCRYPTED)) return fileFault('file.encrypted');
  return WORKBOOKS.some((name) => bytes.includes(name)) ? fileFault('file.old-workbook') : null;
};
