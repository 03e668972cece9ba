import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';
import type { Missing } from './describe-with.ts';

/** Debian's Chromium: `apt-get install chromium fonts-noto-cjk`. Nothing is downloaded by the tests. */
const path = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium';

export const chromiumMissing = (): Missing =>
  existsSync(path) ? undefined : `there is no Chromium at ${path}; install it or set CHROMIUM_PATH`;

/** Without a screen, with an empty profile of its own, and quiet: it asks nobody for anything by itself. */
export const launchChromium = (): Promise<Browser> =>
  chromium.launch({
    executablePath: path,
    headless: true,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
