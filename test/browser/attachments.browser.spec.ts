import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { chromiumMissing, launchChromium } from '../setup/chromium.ts';
import { describeWith } from '../setup/describe-with.ts';
import { buildMissing, startBuiltServer, type BuiltServer } from '../setup/built-server.ts';
import { faultsOf } from './faults-of.ts';

jest.setTimeout(120_000);

const NAME = '关于校园食品安全的整改报告（终稿）.pdf';
const bytes = Buffer.from('%PDF-1.7\nwords\n%%EOF\n');

describeWith(chromiumMissing() ?? buildMissing(), 'files on the page of a case', () => {
  let server: BuiltServer;
  let browser: Browser | undefined;
  let page: Page;

  beforeAll(async () => {
    server = await startBuiltServer();
    browser = await launchChromium();
    const context = await browser.newContext({ locale: 'zh-CN', viewport: { width: 1280, height: 900 } });
    page = await context.newPage();
    page.setDefaultTimeout(40_000);
  });
  afterAll(async () => {
    await browser?.close();
    await (server as BuiltServer | undefined)?.stop();
  });

  const signedIn = async (name: string, path: string): Promise<void> => {
    await page.goto(`${server.address}/sign-in`);
    await page.getByRole('button', { name }).click();
    await page.getByRole('heading', { name: '督办台账' }).waitFor();
    await page.goto(`${server.address}${path}`);
  };

  it('are uploaded, listed, given back under their Chinese name, and superseded', async () => {
    await signedIn('林督', '/cases/g3');
    const room = page.locator('.attachments');
    await room.getByText('还没有附件').waitFor();
    await room
      .getByLabel('上传附件')
      .setInputFiles({ name: NAME, mimeType: 'application/pdf', buffer: bytes });
    const line = room.getByRole('button', { name: NAME });
    await line.waitFor();
    const [download] = await Promise.all([page.waitForEvent('download'), line.click()]);
    expect(download.suggestedFilename()).toBe(NAME);
    await room.getByLabel('上传新版本').setInputFiles({
      name: '新版.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.concat([bytes, bytes]),
    });
    await room.getByText('已被新版本取代').waitFor();
    expect(await faultsOf(page)).toEqual([]);
    const picture = process.env['DUBAN_PICTURES'];
    if (picture !== undefined) {
      await room.scrollIntoViewIfNeeded();
      await page.screenshot({ path: `${picture}/attachments.png` });
    }
  });

  it('are refused in words', async () => {
    const room = page.locator('.attachments');
    await room
      .getByLabel('上传附件')
      .setInputFiles({ name: '程序.pdf', mimeType: 'application/pdf', buffer: Buffer.alloc(300, 'MZ') });
    await room.getByText('不接收这类文件').waitFor();
  });

  it('are read, not filed, by an auditor', async () => {
    await signedIn('何审', '/cases/g3');
    await page.locator('.attachments').getByRole('button', { name: '新版.pdf' }).waitFor();
    expect(await page.locator('.attachments input[type=file]').count()).toBe(0);
  });
});
