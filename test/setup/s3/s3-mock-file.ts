import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);
const CACHE = fileURLToPath(new URL('../../../node_modules/.cache/s3mock/', import.meta.url));
/** The newest major that runs on Java 17. */
const VERSION = '4.9.1';

const download = async (to: string): Promise<void> => {
  const folder = await mkdtemp(join(tmpdir(), 'duban-s3mock-'));
  try {
    const artifact = `-Dartifact=com.adobe.testing:s3mock:${VERSION}:jar:exec`;
    const goal = ['dependency:copy', artifact, `-DoutputDirectory=${folder}`];
    await run('mvn', ['-q', '-B', ...goal], { cwd: folder, timeout: 240_000 });
    await mkdir(CACHE, { recursive: true });
    await rename(join(folder, `s3mock-${VERSION}-exec.jar`), to);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

/** The program of Adobe S3Mock, downloaded once by Maven; `missing`: why there is none. */
export const s3MockFile = async (): Promise<{ readonly jar: string } | { readonly missing: string }> => {
  try {
    await run('java', ['-version']);
  } catch {
    return { missing: 'S3Mock needs Java 17 or newer on the PATH' };
  }
  const jar = join(CACHE, `s3mock-${VERSION}-exec.jar`);
  if (existsSync(jar)) return { jar };
  try {
    await download(jar);
    return { jar };
  } catch (error) {
    const [reason = ''] = String(error).split('\n');
    return { missing: `Maven could not fetch com.adobe.testing:s3mock:${VERSION} (${reason})` };
  }
};
