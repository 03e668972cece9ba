import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Contract } from './contract.ts';
import { clauseOf } from './register.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

const FOLDER = 'test/contracts/published/';

const gitBytes = (root: string, args: readonly string[], input = ''): Buffer =>
  execFileSync('git', ['-c', 'safe.directory=*', ...args], {
    cwd: root,
    input,
    stdio: ['pipe', 'pipe', 'ignore'],
    maxBuffer: 64 * 1024 * 1024,
  });

const git = (root: string, ...args: readonly string[]): string => gitBytes(root, args).toString('utf8');

/** The texts of `<commit>:<path>`, read by one process: each comes as a line that ends in its length, and its bytes. */
const textsOf = (root: string, names: readonly string[]): readonly string[] => {
  let rest = gitBytes(root, ['cat-file', '--batch=%(objectsize)'], names.map((name) => `${name}\n`).join(''));
  return names.map(() => {
    const start = rest.indexOf('\n') + 1;
    const end = start + Number(rest.toString('utf8', 0, start));
    const text = rest.toString('utf8', start, end);
    rest = rest.subarray(end + 1);
    return text;
  });
};

/** Why history cannot be asked, or undefined. */
export const missingHistory = (root = ROOT): string | undefined => {
  try {
    git(root, 'rev-parse', '--verify', 'HEAD');
    return undefined;
  } catch {
    return 'there is no git, or no history (a copy without .git)';
  }
};

const LOG = ['log', '--reverse', '--diff-filter=A', '--no-renames', '--format=commit %H', '--name-only'];

/** Path and commit of each file that was ever added, oldest first; one that was removed and added again is there twice. */
const additions = (root: string): readonly (readonly [path: string, commit: string])[] => {
  let commit = '';
  return git(root, ...LOG, '--', FOLDER)
    .split('\n')
    .flatMap((line) => {
      if (line.startsWith('commit ')) commit = line.slice('commit '.length);
      return line.endsWith('.json') ? [[line, commit] as const] : [];
    });
};

/** Every clause as it was when it was first committed: what consumers were told, whatever the register says today. */
export const firstCommitted = (root = ROOT): Contract => {
  const first = new Map(additions(root).toReversed());
  const texts = textsOf(
    root,
    [...first].map(([path, commit]) => `${commit}:${path}`),
  );
  return new Map(
    [...first.keys()].map((path, index) => [
      path.slice(FOLDER.length, -'.json'.length),
      clauseOf(texts[index] ?? ''),
    ]),
  );
};
