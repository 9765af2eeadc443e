import axe from 'axe-core';
import type { BrowserContextOptions, Page } from 'playwright-core';

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What readers have set; a browser's zoom of 200 % is half the width at twice the density. */
export const looks: Record<string, BrowserContextOptions> = {
  'by day': { colorScheme: 'light' },
  'by night': { colorScheme: 'dark' },
  'at 320 px': { viewport: { width: 320, height: 640 } },
  'at 200 %': { viewport: { width: 640, height: 400 }, deviceScaleFactor: 2 },
  'in forced colours': { forcedColors: 'active' },
  'with less motion': { reducedMotion: 'reduce' },
};

/**
 * What axe finds wrong with a page as it stands, a line each: by WCAG 2.2 AA and good practice, or as `axe.run` is told by
 * `given`.
 */
export async function faultsOf(page: Page, given: object = { runOnly: rules }): Promise<string[]> {
  await page.evaluate(axe.source);
  const found = await page.evaluate<{ id: string; nodes: { html: string }[] }[]>(
    `axe.run(${JSON.stringify(given)}).then(({ violations }) => violations)`,
  );
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}
