import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { launch, snippet } from './support/browser';
import { Site, until } from './support/server';

let browser: Browser;
let site: Site;
before(async () => {
  [browser, site] = await Promise.all([launch(), new Site().open()]);
  site.page('/a', `<!doctype html><title>A</title>${snippet(site.url)}<button>Press</button><a href="/b">next</a>`);
  site.page('/b', `<!doctype html><title>B</title>${snippet(site.url)}<button>Press</button><a href="/a">back</a>`);
});
after(async () => {
  await browser.close();
  site.close();
});

const running = (page: Page): Promise<unknown> => page.waitForFunction(() => (window as any).hitlai?.sessionId);
const fresh = async (): Promise<[BrowserContext, Page]> => {
  await site.move();
  site.refuse = 0;
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(site.url + '/a');
  await running(page);
  return [context, page];
};
const clicks = (): number => site.events(3).length;
const sequence = (): number[] => [...new Set(site.batches.map((b) => b.n))].sort((a, b) => a - b);

test('clicks just before closing, navigating and reloading arrive', async () => {
  for (const leave of ['close', 'navigate', 'reload'] as const) {
    const [context, page] = await fresh();
    for (let i = 0; i < 3; i++) await page.click('button');
    if (leave === 'close') await page.close({ runBeforeUnload: true });
    else if (leave === 'navigate') await page.click('a');
    else await page.reload();
    const expected = leave === 'navigate' ? 4 : 3;
    await until(`${expected} clicks after ${leave}`, () => clicks() === expected);
    if (leave !== 'close') {
      await running(page);
      await page.click('button');
      assert.ok(await page.evaluate(() => (window as any).hitlai.flush()));
      assert.equal(clicks(), expected + 1);
      assert.equal(new Set(site.batches.map((b) => b.sid)).size, 1, 'one session over both pages');
      assert.deepEqual(sequence(), sequence().map((_, i) => i), 'without gaps');
    }
    assert.deepEqual(site.errors, []);
    await context.close();
  }
});

test('what happens while the server refuses or the network is gone arrives later, also after a reload', async () => {
  const [context, page] = await fresh();
  site.refuse = 503;
  for (let i = 0; i < 4; i++) await page.click('button');
  assert.equal(await page.evaluate(() => (window as any).hitlai.flush(200)), false);
  await page.reload();
  await running(page);
  await page.click('button');
  assert.equal(await page.evaluate(() => (window as any).hitlai.flush(100)), false);
  site.refuse = 0;
  await until('all five clicks', () => clicks() === 5);
  await context.setOffline(true);
  await page.click('button');
  await page.evaluate(() => (window as any).hitlai.flush(100));
  await context.setOffline(false);
  await until('the sixth click', () => clicks() === 6);
  assert.deepEqual(site.errors, []);
  await context.close();
});

test('offline to the end of the page: the next visit delivers, once', async () => {
  const [context, page] = await fresh();
  await page.evaluate(() => (window as any).hitlai.flush());
  await context.setOffline(true);
  await page.click('button');
  await page.click('button');
  const later = await context.newPage();
  await Promise.all([page.waitForEvent('close'), page.close({ runBeforeUnload: true })]);
  await context.setOffline(false);
  await later.goto(site.url + '/b');
  await until('both clicks', () => clicks() === 2);
  assert.deepEqual(site.errors, []);
  await context.close();
});

test('a duplicated tab is a session of its own', async () => {
  const [context, page] = await fresh();
  const [popup] = await Promise.all([context.waitForEvent('page'), page.evaluate((url) => void window.open(url + '/a'), site.url)]);
  await running(popup);
  await popup.click('button');
  await page.click('button');
  await page.evaluate(() => (window as any).hitlai.flush());
  await popup.evaluate(() => (window as any).hitlai.flush());
  assert.equal(new Set(site.batches.map((b) => b.sid)).size, 2);
  assert.deepEqual(site.errors, []);
  await context.close();
});

test('a refused key stops the recorder and empties its buffers', async () => {
  const [context, page] = await fresh();
  site.refuse = 403;
  await page.click('button');
  await page.evaluate(() => (window as any).hitlai.flush(500));
  await page.waitForFunction(() => !(window as any).hitlai.sessionId);
  assert.equal(await page.evaluate(() => new Promise((done) => { const r = indexedDB.open('hitlai'); r.onsuccess = () => { const c = r.result.transaction('batches').objectStore('batches').count(); c.onsuccess = () => done(c.result); }; })), 0);
  site.refuse = 0;
  await context.close();
});

test('a strict policy, a page that throws and one that breaks globals are no obstacle', async () => {
  site.clear();
  site.page('/strict', `<!doctype html><title>S</title><script nonce="n0">window.addEventListener('click',e=>{throw new Error('page')});JSON.stringify=((o)=>function(){return o.apply(this,arguments)})(JSON.stringify);</script><script nonce="n0" src="${site.url}/r.js" data-key="wk_test" async></script><button>Press</button>`, {
    'Content-Security-Policy': `default-src 'none'; script-src 'nonce-n0'; connect-src ${site.url}; base-uri 'none'`,
  });
  const page = await browser.newPage();
  const complaints: string[] = [];
  page.on('console', (m) => { if (/policy/i.test(m.text())) complaints.push(m.text()); });
  await page.goto(site.url + '/strict');
  await running(page);
  await page.click('button');
  await until('the replay', async () => (await page.evaluate(() => (window as any).hitlai.flush()), site.bodies().some((b) => b.r?.some((r) => r[0] === 3))));
  assert.equal(clicks(), 1);
  assert.equal(site.events(11).length, 1, "the page's own error is recorded, none of ours");
  assert.deepEqual(complaints, []);
  await page.close();
});

test('a carrier takes the place of the network', async () => {
  const page = await browser.newPage();
  const paths: string[] = [];
  await page.exposeFunction('carry', (method: string, path: string, body: string | null) => {
    paths.push(`${method} ${path.replace(/\?.*/, '').replace(/[\w-]{36}/, 'ID')} ${body ? Buffer.from(body, 'base64').subarray(0, 2).toString('hex') : '-'}`);
    return path.includes('/config') ? { status: 200, body: JSON.stringify({ enabled: true, sample: 0, replay: 0 }) } : { status: 202 };
  });
  site.clear();
  site.page('/bare', '<!doctype html><title>bare</title><button>x</button>');
  const { readFileSync } = await import('node:fs');
  const { join } = await import('node:path');
  const { root } = await import('./support/server');
  const read = (n: string): string => readFileSync(join(root, 'dist', n), 'utf8');
  await page.addInitScript(`${read('replay.js')};${read('r.js')};hitlai.start({key:'rk_run',transport:'carry'})`);
  await page.goto(site.url + '/bare');
  await running(page);
  await page.click('button');
  assert.ok(await page.evaluate(() => (window as any).hitlai.flush()));
  assert.deepEqual(paths.filter((p) => p.startsWith('POST')), ['POST /api/recordings/ID/batch 1f8b']);
  assert.deepEqual(site.requests.filter((r) => r.includes('/api/')), []);
  await page.close();
});
