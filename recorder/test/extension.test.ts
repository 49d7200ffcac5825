import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { chromium, type BrowserContext, type Page, type Worker } from 'playwright-core';
import { executablePath, flags } from './support/browser';
import { root, Site, until } from './support/server';

let context: BrowserContext;
let shop: Site;
let other: Site;
let hitlai: Site;
let folder: string;
let worker: Worker;

before(async () => {
  [shop, other, hitlai] = await Promise.all([new Site().open(), new Site().open(), new Site().open()]);
  folder = mkdtempSync(join(tmpdir(), 'hitlai-extension-'));
  cpSync(join(root, 'dist/extension'), folder, { recursive: true });
  // A person is asked for the site's permission; here it is given beforehand.
  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Record<string, unknown>;
  manifest['host_permissions'] = ['http://127.0.0.1/*'];
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest));
  context = await chromium.launchPersistentContext(join(folder, 'profile'), {
    executablePath,
    args: [...flags, `--disable-extensions-except=${folder}`, `--load-extension=${folder}`],
    ignoreDefaultArgs: ['--disable-extensions'],
  });
  worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  for (const site of [shop, other]) {
    site.page('/', `<!doctype html><title>Shop</title><meta http-equiv="Content-Security-Policy" content="default-src 'none'"><h1>Words</h1><input id="q"><button>Buy</button>`);
  }
});
after(async () => {
  await context?.close();
  for (const site of [shop, other, hitlai]) site.close();
  rmSync(folder, { recursive: true, force: true });
});

const visit = async (site: Site, recording = true): Promise<Page> => {
  const page = await context.newPage();
  await page.goto(site.url + '/');
  if (site === shop && recording) await page.waitForFunction(() => (window as any).hitlai?.sessionId);
  await page.fill('#q', 'S3cr-extension');
  await page.click('button');
  return page;
};

test('one assignment is recorded, on its site alone, while it is switched on', async () => {
  const popup = await context.newPage();
  await popup.goto(worker.url().replace('worker.js', 'popup.html'));
  await popup.fill('#link', 'https://elsewhere.example/');
  await popup.click('#off button');
  assert.match((await popup.textContent('#problem'))!, /no recording key/);
  await popup.fill('#link', `${hitlai.url}/record#key=rk_assignment1&site=${encodeURIComponent(shop.url + '/')}&until=${Date.now() + 60_000}`);
  await popup.click('#off button');
  await popup.waitForSelector('#on:not([hidden])');
  assert.equal(await popup.textContent('#site'), new URL(shop.url).host);

  const page = await visit(shop);
  await until('the click', async () => (await page.evaluate(() => (window as any).hitlai?.flush()), hitlai.events(3).length === 1));
  await until('the replay', async () => (await page.evaluate(() => (window as any).hitlai.flush()), hitlai.bodies().some((b) => b.r?.some((r) => r[0] === 3))));
  assert.deepEqual([...new Set(hitlai.batches.map((b) => b.key))], ['rk_assignment1']);
  assert.ok(!JSON.stringify(hitlai.bodies()).includes('S3cr'));
  assert.equal(await page.evaluate(() => JSON.stringify({ ...sessionStorage, ...localStorage }).includes('rk_assignment1')), false, 'the page never sees the key');
  assert.deepEqual(hitlai.errors, []);

  // The browser's patterns know no ports, so the script gets into this page, too; the worker refuses it.
  const elsewhere = await visit(other);
  await elsewhere.waitForFunction(() => (window as any).hitlai && !(window as any).hitlai.sessionId);
  assert.deepEqual(hitlai.batches.filter((b) => b.text.includes(other.url)), [], 'another site is not recorded');

  await popup.bringToFront();
  await popup.click('#stop');
  await popup.waitForSelector('#off:not([hidden])');
  hitlai.clear();
  const later = await visit(shop, false);
  assert.equal(await later.evaluate(() => typeof (window as any).hitlai), 'undefined');
  await later.close();
  assert.deepEqual(hitlai.batches.filter((b) => b.body.m), []);
});
