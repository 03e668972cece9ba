import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { comparePositions, LOG_START, parsePosition, type Position } from '@duban/kernel';

/** The furthest position that anybody here has seen of a log that was found to end before it; null: that never happened. */
export const readSeen = (file: string): Position | null => {
  if (!existsSync(file)) return null;
  const position = parsePosition(readFileSync(file, 'utf8').trim());
  return position === null || position === LOG_START ? null : position;
};

const write = (path: string, content: string): void => {
  const handle = openSync(path, 'w', 0o600);
  try {
    writeSync(handle, content);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
};

/**
 * Writes it down, and never a lesser one: what knew it is about to be made anew from the shorter log, and the next process
 * must stop writing, too. On disk when this returns.
 */
export const keepSeen = (file: string, position: Position): void => {
  const before = readSeen(file);
  if (before !== null && comparePositions(before, position) >= 0) return;
  write(`${file}.new`, `${position}\n`);
  renameSync(`${file}.new`, file);
  const folder = openSync(dirname(file), 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
};
