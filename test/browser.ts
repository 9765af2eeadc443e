import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';
import { afterAll, beforeAll, describe } from 'vitest';

const places = [
  process.env.CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];
const executablePath = places.find((place) => place && existsSync(place));

/**
 * Runs a suite in a real browser. Where there is none the suite is skipped and its name says so; with
 * CHROMIUM_REQUIRED set it fails instead.
 */
export function inBrowser(name: string, suite: (browser: () => Browser) => void): void {
  const missing = 'no Chromium: apt-get install chromium, or name one in CHROMIUM';
  if (!executablePath && process.env.CHROMIUM_REQUIRED) throw new Error(`${name}: ${missing}`);
  describe.skipIf(!executablePath)(executablePath ? `${name} (chromium)` : `${name} (${missing})`, () => {
    let browser: Browser;
    beforeAll(async () => {
      browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
    });
    afterAll(() => browser?.close());
    suite(() => browser);
  });
}
