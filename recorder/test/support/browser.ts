import { existsSync } from 'node:fs';
import { chromium, type Browser, type BrowserContext } from 'playwright-core';

/** The machine's own Chromium; none is downloaded. */
export const executablePath =
  process.env['HITLAI_BROWSER'] ??
  ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'].find((p) => existsSync(p)) ??
  'chromium';

export const flags = ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--disable-background-networking'];

export const launch = (): Promise<Browser> => chromium.launch({ executablePath, args: flags });

export const snippet = (url: string, more = ''): string => `<script src="${url}/r.js" data-key="wk_test" ${more} async></script>`;

/** Waits until the recorder runs and, if it is to be replayed, the first snapshot is complete. */
export async function recorded(context: BrowserContext, page: import('playwright-core').Page): Promise<void> {
  void context;
  await page.waitForFunction(() => (window as any).hitlai?.sessionId);
}
