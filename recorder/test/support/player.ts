import type { Page } from 'playwright-core';
import type { Body } from '../../src/player/expand';
import { describeDom } from './dom';
import type { Site } from './server';

/** A page that shows recordings with rrweb's own player. */
export function playerPage(site: Site): string {
  site.page('/player', '<!doctype html><title>player</title><style>body{margin:0}.replayer-mouse,.replayer-mouse-tail{display:none!important}iframe{border:0}</style><div id="at"></div><script type="module">import * as player from "/player.js"; window.player = player;</script>');
  return site.url + '/player';
}

/** Plays what was recorded to its end and describes the rebuilt page. */
export async function replayed(page: Page, bodies: Body[], upTo?: number): Promise<string> {
  await page.waitForFunction(() => (window as any).player);
  await page.evaluate(
    async ({ bodies, upTo }) => {
      const { Expander, Replayer } = (window as any).player;
      const expander = new Expander();
      const events = bodies.flatMap((b: any) => expander.push(b)).sort((a: any, b: any) => a.timestamp - b.timestamp);
      const at = document.getElementById('at')!;
      (window as any).replayer?.destroy();
      at.replaceChildren();
      const warnings: string[] = ((window as any).warnings = []);
      const replayer = new Replayer(events, { root: at, mouseTail: false, showWarning: true, loadTimeout: 100, logger: { log() {}, warn: (...a: unknown[]) => warnings.push(a.map(String).join(' ')) } });
      (window as any).replayer = replayer;
      const total = events[events.length - 1].timestamp - events[0].timestamp;
      replayer.pause(upTo === undefined ? total + 1 : upTo - events[0].timestamp);
      await new Promise((done) => setTimeout(done, 40));
    },
    { bodies, upTo },
  );
  return page.evaluate(`(${describeDom.toString()})(document.querySelector('iframe').contentDocument, true)`) as Promise<string>;
}

export const described = (page: Page): Promise<string> => page.evaluate(`(${describeDom.toString()})(document, false)`) as Promise<string>;

export const warnings = (page: Page): Promise<string[]> => page.evaluate(() => (window as any).warnings as string[]);
