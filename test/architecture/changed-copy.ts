import { spawn, spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Edit } from './new-step.ts';
import { manifestOf, root } from './planted-tree.ts';
import { inherited } from '../setup/inherited.ts';

const { workspaces } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  readonly workspaces: readonly string[];
};
const folders = globSync([...workspaces], { cwd: root }).filter((folder) =>
  existsSync(join(root, folder, 'package.json')),
);
const TSC = join(root, 'node_modules/typescript/bin/tsc');
/** Pages are built with other tools; what tests alone read is no part of what a step needs. */
const PROJECT = {
  extends: join(root, 'tsconfig.json'),
  include: ['libs/**/src/**/*.ts', 'apps/{api,worker,cli}/src/**/*.ts'],
  exclude: ['**/*.spec.ts', '**/*.fixture.ts', '**/testing/**', '**/dist/**'],
};

/** Packages as they are; workspaces are those of the copy. */
const linkPackages = (tree: string, folder: string): void => {
  const from = join(root, folder, 'node_modules');
  if (!existsSync(from)) return;
  const to = join(tree, folder, 'node_modules');
  mkdirSync(to, { recursive: true });
  for (const name of readdirSync(from).filter((each) => each !== '@duban' && !each.startsWith('.')))
    symlinkSync(join(from, name), join(to, name));
};

const linkWorkspaces = (tree: string): void => {
  for (const folder of folders) {
    const link = join(tree, 'node_modules', manifestOf(folder).name);
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(join(tree, folder), link);
  }
};

const isCopied = (path: string): boolean => !/\/(?:node_modules|\.cache)(?:\/|$)/.test(path);

export type Server = { readonly address: string; readonly stop: () => Promise<void> };

/** The repository in a temporary folder, to be changed there, checked, built and run. */
export class ChangedCopy {
  readonly folder = mkdtempSync(join(tmpdir(), 'duban-changed-'));

  constructor() {
    for (const name of ['libs', 'apps', 'infra', 'package.json', 'package-lock.json'])
      cpSync(join(root, name), join(this.folder, name), { recursive: true, filter: isCopied });
    for (const folder of ['.', ...folders]) linkPackages(this.folder, folder);
    linkWorkspaces(this.folder);
  }

  write(file: string, text: string): void {
    writeFileSync(join(this.folder, file), text);
  }

  /** @throws Error where the place is not there, or there twice */
  edit({ file, at, add }: Edit): void {
    const text = readFileSync(join(root, file), 'utf8');
    if (text.split(at).length !== 2) throw new Error(`${file} has not one place "${at}"`);
    const present = readFileSync(join(this.folder, file), 'utf8');
    this.write(
      file,
      present.replace(at, () => `${add}${at}`),
    );
  }

  /** What the type checker finds; empty where all is well. */
  typeFaults(): string {
    this.write('tsconfig.copy.json', JSON.stringify(PROJECT));
    const { stdout } = spawnSync(process.execPath, [TSC, '-p', 'tsconfig.copy.json', '--pretty', 'false'], {
      cwd: this.folder,
      encoding: 'utf8',
    });
    return stdout;
  }

  /** Compiles what was changed, and starts the server on a folder of its own, with the demo in it. */
  async start(): Promise<Server> {
    const build = `import { buildNode } from './infra/build/build.mjs'; await buildNode();`;
    const built = spawnSync(process.execPath, ['--input-type=module', '-e', build], {
      cwd: this.folder,
      encoding: 'utf8',
    });
    if (built.status !== 0) throw new Error(built.stderr);
    const child = spawn(process.execPath, [join(this.folder, 'apps/api/dist/main.js')], {
      env: {
        ...inherited,
        PORT: '0',
        DUBAN_DATA: join(this.folder, 'data'),
        DUBAN_LOG_LEVEL: 'silent',
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const ended = once(child, 'exit');
    for await (const line of createInterface(child.stdout)) {
      const [, address] = /listens on (http:\S+)/.exec(line) ?? [];
      if (address === undefined) continue;
      child.stdout.resume();
      return {
        address,
        stop: async () => {
          child.kill();
          await ended;
        },
      };
    }
    throw new Error('the changed server did not start');
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
