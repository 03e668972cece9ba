import { existsSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { dirname } from 'node:path';
import { words } from '../texts/words.ts';
import { fine, finding, type Finding } from './finding.ts';

const MIB = 1_048_576;
const LITTLE = 1024;
const TOO_LITTLE = 64;

/** The folder itself, or the nearest one above it that is there. */
const nearest = (folder: string): string =>
  existsSync(folder) || dirname(folder) === folder ? folder : nearest(dirname(folder));

export const checkDisk = async (dataDir: string): Promise<Finding> => {
  const { bavail, bsize } = await statfs(nearest(dataDir));
  const free = Math.floor((bavail * bsize) / MIB);
  const found = words(`剩余 ${free} MiB`, `${free} MiB free`);
  if (free >= LITTLE) return fine('disk', found);
  return finding(
    'disk',
    free < TOO_LITTLE ? 'fail' : 'warn',
    found,
    words(
      '清理磁盘或把 DUBAN_DATA 移到更大的本机磁盘',
      'free some space, or move DUBAN_DATA to a larger local disk',
    ),
  );
};
