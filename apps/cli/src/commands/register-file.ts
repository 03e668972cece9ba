import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import { legalDateOf } from '@duban/application';
import { CodedError } from '@duban/kernel';
import {
  fileFault,
  FileRefused,
  LARGEST_FILE_BYTES,
  readMapping,
  readRegister,
  type Register,
} from '@duban/interchange';

const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'EISDIR');

/** Reads a file whose size is looked at first. */
const bytesOf = async (path: string): Promise<Buffer> => {
  try {
    await using file = await open(path);
    const { size } = await file.stat();
    if (size > LARGEST_FILE_BYTES)
      throw new FileRefused([fileFault('file.too-large', { found: `${size} > ${LARGEST_FILE_BYTES}` })]);
    return await file.readFile();
  } catch (error) {
    if (isMissing(error))
      throw new FileRefused([fileFault('file.not-found', { found: path })], { cause: error });
    throw error;
  }
};

/** @throws FileRefused, CodedError `validation-failed` where an argument is missing */
export const readRegisterFile = async (path: string | null, mapping: string | null): Promise<Register> => {
  if (path === null) throw new CodedError('validation-failed', 'duban import <file> --mapping <file>');
  if (mapping === null) throw new CodedError('validation-failed', `duban import ${path} --mapping <file>`);
  const read = readMapping((await bytesOf(mapping)).toString('utf8'));
  return readRegister(await bytesOf(path), basename(path), read, legalDateOf(Date.now()));
};
