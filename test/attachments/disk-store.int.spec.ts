import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from '@jest/globals';
import { diskStore } from '@duban/attachments';
import { describeAttachmentStore } from './store-contract.ts';

const root = mkdtempSync(join(tmpdir(), 'duban-files-'));
afterAll(() => {
  rmSync(root, { recursive: true, force: true });
});

let count = 0;
describeAttachmentStore('disk', () => {
  const dir = join(root, String((count += 1)));
  return { open: () => diskStore(dir) };
});
