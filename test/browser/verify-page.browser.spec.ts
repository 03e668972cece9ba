import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, beforeAll, beforeEach, expect, it, jest } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { openHttpOffice, type HttpOffice } from '../../apps/api/src/testing/http-office.fixture.ts';
import { storedEvents } from '../audit/fake-log.ts';
import { bundleOf, growSealed, sealedLog } from '../audit/sealed-log.ts';
import { asLines, sealedPackage } from '../audit/sealed-package.ts';
import { chromiumMissing, launchChromium } from '../setup/chromium.ts';
import { describeWith } from '../setup/describe-with.ts';
import { faultsOf } from './faults-of.ts';

jest.setTimeout(60_000);

const PAGE = fileURLToPath(new URL('../../libs/audit/verify/dist/verify.html', import.meta.url));
const pageMissing = existsSync(PAGE) ? undefined : 'it runs what is built: `npm run build` first';

describeWith(chromiumMissing() ?? pageMissing, 'the checker as a page', () => {
  let browser: Browser;
  let page: Page;
  let folder = '';
  let key = '';
  let packageKey = '';
  const asked: string[] = [];
  const broken: string[] = [];

  const file = (name: string): string => join(folder, name);
  const verdictOf = async (bundle: string): Promise<string> => {
    await page.locator('#bundle').setInputFiles(file(bundle));
    await page.locator('#check').click();
    const verdict = page.locator('#verdict:not(.checking)');
    await verdict.waitFor();
    return (await verdict.textContent()) ?? '';
  };

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'duban-page-'));
    const log = sealedLog();
    await growSealed(log, storedEvents(0, 40));
    key = log.verifierKey;
    const good = `${(await bundleOf(log)).join('\n')}\n`;
    await writeFile(file('good.jsonl'), good);
    const packed = await sealedPackage(40);
    packageKey = packed.key;
    await writeFile(file('case.ndjson'), asLines(packed.files));
    await writeFile(file('bad-case.ndjson'), asLines(packed.files).replace('第16项', '第61项'));
    await writeFile(file('e.tlog-proof'), packed.files.get('proofs/00000003.tlog-proof') ?? '');
    await writeFile(file('bad.jsonl'), good.replace('第17项', '第71项'));
    browser = await launchChromium();
  });
  beforeEach(async () => {
    const context = await browser.newContext({ locale: 'zh-CN', offline: true });
    page = await context.newPage();
    page.on('request', (request) => asked.push(request.url()));
    page.on('pageerror', ({ message }) => broken.push(message));
    page.on('console', (message) => {
      if (message.type() === 'error') broken.push(message.text());
    });
    await page.goto(pathToFileURL(PAGE).href);
  });
  afterAll(async () => {
    await browser.close();
    await rm(folder, { recursive: true });
  });

  it('opened from disk and offline, tells good from bad and names the record, in Chinese', async () => {
    await page.locator('#keys').fill(key);
    expect(await verdictOf('good.jsonl')).toContain('完整，未被改动');
    expect(await verdictOf('bad.jsonl')).toContain('记录 17 的内容与封存时不同 [record.changed]');
  });

  it('reads the package of a case and a single proof', async () => {
    await page.locator('#keys').fill(packageKey);
    expect(await verdictOf('case.ndjson')).toContain('不能证明：最后一条之后是否还有事件');
    expect(await verdictOf('bad-case.ndjson')).toContain('案件事件 5 的内容与封存时不同 [event.changed]');
    expect(await verdictOf('e.tlog-proof')).toContain('该事件记录在签名的日志中');
  });

  it('cannot tell who signed where no key is given, and says so in English', async () => {
    await page.locator('#language').click();
    expect(await verdictOf('good.jsonl')).toContain('no trusted key was given');
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
  });

  it('asks for nothing but itself and breaks nothing', () => {
    expect(asked.filter((url) => url !== pathToFileURL(PAGE).href)).toEqual([]);
    expect(broken).toEqual([]);
  });

  it('can be used by everybody', async () => {
    expect(await faultsOf(page)).toEqual([]);
  });

  it('works as the server gives it, under its own policy', async () => {
    const office: HttpOffice = await openHttpOffice();
    try {
      const context = await browser.newContext({ locale: 'en-GB' });
      page = await context.newPage();
      await page.goto(`${office.address}/verify.html`);
      await page.locator('#keys').fill(key);
      expect(await verdictOf('good.jsonl')).toContain('Good: complete and unaltered');
    } finally {
      await office.close();
    }
  });
});
