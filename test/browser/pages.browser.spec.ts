import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { chromiumMissing, launchChromium } from '../setup/chromium.ts';
import { describeWith } from '../setup/describe-with.ts';
import { buildMissing, startBuiltServer, type BuiltServer } from '../setup/built-server.ts';
import { faultsOf } from './faults-of.ts';

jest.setTimeout(60_000);

const OFFICE = '林督';
const WIDE = { width: 1280, height: 800 };
const PHONE = { width: 390, height: 844 };

describeWith(chromiumMissing() ?? buildMissing(), 'the pages in Chromium', () => {
  let server: BuiltServer;
  let browser: Browser | undefined;
  let context: BrowserContext;
  let page: Page;
  const elsewhere: string[] = [];
  const broken: string[] = [];

  const open = async (path: string): Promise<void> => {
    await page.goto(`${server.address}${path}`);
  };
  const found = (count: number): Promise<void> =>
    page.locator('.active-filters output', { hasText: `共 ${count} 项` }).waitFor();
  const rows = () => page.locator('tr.list-row');
  const search = () => new URL(page.url()).searchParams;
  const signIn = async (name: string): Promise<void> => {
    await open('/sign-in');
    await page.getByRole('button', { name }).click();
    await page.getByRole('heading', { name: '督办台账' }).waitFor();
  };

  beforeAll(async () => {
    server = await startBuiltServer();
    browser = await launchChromium();
    context = await browser.newContext({
      viewport: WIDE,
      locale: 'zh-CN',
      timezoneId: 'America/Los_Angeles',
    });
    page = await context.newPage();
    page.setDefaultTimeout(20_000);
    page.on('request', (request) => {
      if (!request.url().startsWith(server.address)) elsewhere.push(request.url());
    });
    page.on('pageerror', ({ message }) => broken.push(message));
    page.on('console', (message) => {
      if (message.text().includes('Content Security Policy')) broken.push(message.text());
    });
  });
  afterAll(async () => {
    await browser?.close();
    // Where the server did not start there is nothing to stop, and beforeAll has said so.
    await (server as BuiltServer | undefined)?.stop();
  });

  describe('the door', () => {
    it('sends who is not signed in to the door, and from there to where they wanted', async () => {
      await open('/board?stage=RECTIFYING');
      await page.getByRole('heading', { name: '选择身份进入' }).waitFor();
      expect(await faultsOf(page)).toEqual([]);
      await page.getByRole('button', { name: OFFICE }).click();
      await page.getByRole('heading', { name: '督办台账' }).waitFor();
      expect(search().get('stage')).toBe('RECTIFYING');
      expect(await page.getByText('人物、单位和案件均为虚构').isVisible()).toBe(true);
    });

    it('brings a person whose time is over back with a message', async () => {
      await page.evaluate(() => {
        const session = JSON.parse(sessionStorage.getItem('duban.session') ?? '{}') as object;
        sessionStorage.setItem('duban.session', JSON.stringify({ ...session, token: 'over' }));
      });
      await open('/board');
      await page.getByText('登录已过期').waitFor();
      await page.getByRole('button', { name: OFFICE }).click();
      await page.waitForURL(/\/board/);
    });

    it('tells a role that may not see the board so, and what to do', async () => {
      await page.getByRole('button', { name: '退出' }).click();
      await page.getByText('您已退出').waitFor();
      await signIn('高管');
      await page.getByRole('heading', { name: '您的角色不能查看这里' }).waitFor();
      await page.getByRole('button', { name: '换个身份登录' }).click();
      await signIn(OFFICE);
    });
  });

  describe('the board', () => {
    it('counts in every figure of the top row the very list behind it', async () => {
      const figures = page.locator('.figure');
      await page.locator('.figure-count', { hasText: /\d/ }).first().waitFor();
      for (let at = 0; at < (await figures.count()); at += 1) {
        const figure = figures.nth(at);
        const count = Number(await figure.locator('.figure-count').textContent());
        await figure.click();
        await found(count);
        await page
          .locator('.figure[aria-current]', { hasText: String(count) })
          .first()
          .waitFor();
        await page.locator('.board-changing').waitFor({ state: 'detached' });
        expect(await rows().count()).toBe(count);
      }
    });

    it('says a light in words and shape, and explains it to who asks', async () => {
      await open('/board');
      await rows().first().waitFor();
      const light = page.locator('tr.list-row .light-red').first();
      expect(await light.locator('svg').count()).toBe(1);
      expect(await light.textContent()).toContain('红灯');
      await light.hover();
      await page.getByRole('tooltip').filter({ hasText: '规则：过了期限' }).waitFor();
      expect(await page.getByRole('tooltip').textContent()).toMatch(/已逾期 \d+ 个工作日/);
    });

    it('marks what was imported as not observed', async () => {
      await page.getByRole('combobox', { name: /^来源/ }).selectOption('true');
      await page.getByRole('button', { name: '去掉筛选：来源 导入的' }).waitFor();
      await page.locator('tr.list-row', { hasText: '导入，非亲历' }).first().waitFor();
      expect(search().get('imported')).toBe('true');
    });

    it('keeps every filter in the address, so that a link shows the same', async () => {
      await open('/board');
      await page.getByRole('button', { name: /红灯/ }).click();
      await page.getByRole('searchbox').fill('信号');
      await page.getByRole('searchbox').press('Enter');
      await page.waitForURL(/text=/);
      await found(1);
      expect(Object.fromEntries(search())).toEqual({ light: 'red', text: '信号' });
      await page.reload();
      await page.getByRole('link', { name: '信号配时不合理' }).waitFor();
      await found(1);
      await page.getByRole('button', { name: '清除全部筛选' }).click();
      await page.waitForURL(/\/board$/);
    });

    it('teaches where nothing is found', async () => {
      await open('/board?text=没有这样的词');
      await page.getByRole('heading', { name: '没有符合条件的事项' }).waitFor();
    });

    it('is walked by keyboard', async () => {
      await open('/board');
      await rows().first().waitFor();
      await page.keyboard.press('/');
      await page.locator('#board-search:focus').waitFor();
      await page.getByRole('heading', { name: '督办台账' }).click();
      await page.keyboard.press('?');
      await page.getByRole('dialog').waitFor();
      await page.keyboard.press('Escape');
      for (const key of ['j', 'j', 'k']) await page.keyboard.press(key);
      const title = await page.locator('.item-link:focus').textContent();
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { level: 2, name: title ?? '' }).waitFor();
    });

    it('goes back in time by date or days, and says so everywhere', async () => {
      await open('/board');
      await rows().first().waitFor();
      await page.getByText('查看过去').click();
      await page.getByLabel('日期和时间').fill('2025-03-09T12:00');
      await page.getByRole('radio', { name: '按发生时间' }).check();
      await page.getByRole('button', { name: '显示', exact: true }).click();
      await page.getByText('您看到的是 2025年3月9日 12:00 的状态').waitFor();
      expect(Object.fromEntries(search())).toEqual({ asOf: '2025-03-09T12:00:00+08:00', by: 'occurred' });
      await page.locator('tr.list-row', { hasText: '信号配时不合理' }).getByText('已交办').waitFor();
      await page.getByRole('link', { name: '信号配时不合理' }).click();
      await page.getByRole('heading', { level: 1 }).waitFor();
      expect(search().get('asOf')).toBe('2025-03-09T12:00:00+08:00');
      expect(await page.getByText('您看到的是 2025年3月9日 12:00 的状态').isVisible()).toBe(true);
      await page.getByRole('button', { name: '回到现在' }).first().click();
      await page.waitForURL((url) => !url.searchParams.has('asOf'));
    });
  });

  describe('a case', () => {
    it('shows its vote against each denominator, and which one holds', async () => {
      await open('/cases/g1');
      await page.getByRole('heading', { level: 1, name: /四类管线/ }).waitFor();
      await page.locator('tr', { hasText: '本规则采用' }).filter({ hasText: '全体组成人员' }).waitFor();
      await page.getByText(/过半数须 \d+ 票以上/).waitFor();
    });

    it('keeps the organ’s claim apart from what was found', async () => {
      await page.getByRole('heading', { name: /承办单位自报/ }).waitFor();
      await page.getByRole('heading', { name: /核查认定/ }).waitFor();
    });

    it('explains a due date day by day', async () => {
      await page.getByText('怎样算出来的').first().click();
      await page.getByText('起算日').first().waitFor();
    });

    it('keeps a closed cycle readable', async () => {
      await open('/cases/g2?item=g2-i1');
      await page.getByRole('tab', { name: /第 1 轮（已结束）/ }).click();
      await page.waitForURL(/cycle=1/);
      await page.getByText('决议规定的期限只能由常委会延长').first().waitFor();
    });

    it('is walked event by event, and every state has an address', async () => {
      await open('/cases/g2');
      await page.getByRole('button', { name: '上一事件' }).click();
      await page.waitForURL(/at=48/);
      await page.getByText('您看到的是第 48 号事件').waitFor();
      await page.getByRole('spinbutton').fill('10');
      await page.waitForURL(/at=10/);
      await page.getByText('您看到的是第 10 号事件').waitFor();
      expect(await page.locator('.event-later').count()).toBe(39);
      await page.getByRole('button', { name: '回到现在' }).click();
      await page.waitForURL((url) => !url.searchParams.has('at'));
    });

    it('marks what was recorded late, and shows what was stored', async () => {
      await page
        .getByText(/补记，晚 \d+ 天/)
        .first()
        .waitFor();
      await page.getByText('原始内容').first().click();
      await page.getByText('"type": "CaseOpened"').waitFor();
    });

    it('says that there is no such case, and what to do', async () => {
      await open('/cases/none');
      await page.getByRole('heading', { name: '没有找到' }).waitFor();
      await page.getByRole('link', { name: '回到台账' }).click();
      await page.waitForURL(/\/board$/);
    });

    it('speaks English', async () => {
      await page.getByRole('button', { name: 'English' }).click();
      await page.getByRole('heading', { name: 'Supervision board' }).waitFor();
      await page.locator('html[lang=en]').waitFor();
      await page.getByRole('button', { name: '中文' }).click();
      await page.getByRole('heading', { name: '督办台账' }).waitFor();
    });
  });

  describe('for everybody', () => {
    it.each([
      ['the board', '/board', WIDE],
      ['the board of the past on a phone', '/board?asOf=2025-09-01T00:00:00%2B08:00&by=occurred', PHONE],
      ['a suggestion', '/cases/g3', WIDE],
      ['a case with three cycles in the past', '/cases/g2?at=40', WIDE],
      ['a case on a phone', '/cases/g1', PHONE],
      ['an imported item', '/cases/g4', WIDE],
    ])('%s has no serious fault that axe could find', async (_name, path, size) => {
      await page.setViewportSize(size);
      await open(path);
      await page.locator('.item-link, .item').first().waitFor();
      expect(await faultsOf(page)).toEqual([]);
    });

    it('fits a phone without pushing it sideways', async () => {
      await page.setViewportSize(PHONE);
      for (const path of ['/sign-in', '/board', '/cases/g2']) {
        await open(path);
        await page.locator('.persona, .item-link, .item').first().waitFor();
        const widths = '[document.documentElement.scrollWidth, innerWidth]';
        const [content, window] = await page.evaluate<number[]>(widths);
        expect([path, content]).toEqual([path, window]);
      }
    });

    it('asked no other host, broke nothing and obeyed the content policy', () => {
      expect({ elsewhere, broken }).toEqual({ elsewhere: [], broken: [] });
    });
  });
});
