import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { storedEvents } from '../audit/fake-log.ts';
import { bundleOf, growSealed, sealedLog } from '../audit/sealed-log.ts';
import { dataFolder, type DataFolder } from './duban.ts';

let data: DataFolder;
let bundle = '';
let key = '';
beforeEach(async () => {
  data = await dataFolder();
  bundle = join(data.dir, 'bundle.jsonl');
  const log = sealedLog();
  await growSealed(log, storedEvents(0, 20));
  key = log.verifierKey;
  await writeFile(bundle, `${(await bundleOf(log)).join('\n')}\n`);
});
afterEach(() => data.remove());

it('duban verify tells a good bundle from a bad one and from one it cannot judge, by exit code', async () => {
  const verify = (...more: readonly string[]) => data.duban(['verify', bundle, '--lang', 'en', ...more]);
  const good = await verify('--key', key);
  expect([good.code, good.out]).toEqual([0, expect.stringContaining('complete and unaltered')]);
  expect((await verify()).code).toBe(2);
  await writeFile(bundle, (await readFile(bundle, 'utf8')).replace('第5项', '第6项'));
  const bad = await verify('--key', key, '--output', 'json');
  expect([bad.code, JSON.parse(bad.out)]).toMatchObject([1, { result: 'bad', firstBad: { record: 5 } }]);
  expect((await data.duban(['verify', 'nowhere.jsonl'])).code).toBe(2);
}, 60_000);
