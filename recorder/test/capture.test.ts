import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { launch, snippet } from './support/browser';
import { described, playerPage, replayed } from './support/player';
import { Site, until } from './support/server';

let browser: Browser;
let site: Site;
before(async () => {
  [browser, site] = await Promise.all([launch(), new Site().open()]);
});
after(async () => {
  await browser.close();
  site.close();
});

const open = async (path: string, body: string): Promise<Page> => {
  for (const context of browser.contexts()) await Promise.all(context.pages().filter((p) => !p.url().endsWith('/player')).map((p) => p.close()));
  await site.move();
  site.page(path, `<!doctype html><meta charset="utf-8"><title>T</title>${snippet(site.url)}${body}`);
  const page = await browser.newPage();
  await page.goto(site.url + path);
  await page.waitForFunction(() => (window as any).hitlai?.sessionId);
  return page;
};
const flush = (page: Page): Promise<unknown> => page.evaluate(() => (window as any).hitlai.flush());

test('a visit fills every kind of event, each as the format says', async () => {
  const page = await open('/visit', `<h1>Shop</h1><form id="f" name="order" action="/o"><label>Name <input name="who" required></label><button>Go</button></form>
    <button id="boom" type="button" class="big red" onclick="console.warn('pressed', 7); fetch('/data?x=1'); undefinedFunction()">Do it</button><div style="height:3000px"></div><h2 id="low">Low</h2>
    <iframe srcdoc="<button>In frame</button>" id="fr"></iframe><div id="host"></div><script>document.getElementById('host').attachShadow({mode:'open'}).innerHTML='<button>In shadow</button>'; onsubmit = e => e.preventDefault()</script>`);
  await page.evaluate(() => document.body.append(Object.assign(new Image(), { src: '/none.png' })));
  await page.mouse.move(20, 20);
  await page.mouse.move(200, 200, { steps: 12 });
  await page.click('#boom');
  await page.dblclick('h1');
  await page.fill('input', 'Ann');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.type('b7');
  await page.click('#f button');
  await page.mouse.wheel(0, 2600);
  await page.waitForTimeout(350);
  await page.frameLocator('#fr').locator('button').click();
  await page.locator('#host button').click();
  await page.evaluate(() => { void Promise.reject(new RangeError('odd')); console.info({ a: 1 }); console.error('e'); console.error('e'); });
  await page.setViewportSize({ width: 900, height: 700 });
  await page.evaluate(() => { Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true }); document.dispatchEvent(new Event('visibilitychange')); });
  await page.waitForTimeout(1300);
  await flush(page);
  for (const kind of [1, 2, 3, 4, 6, 7, 8, 9, 10, 11, 12, 14]) assert.ok(site.events(kind).length, `kind ${kind}`);
  const figures = Object.assign({}, ...site.events(1).map((e) => e[2]));
  for (const name of ['dcl', 'load', 'fcp', 'lcp', 'inp', 'ttfb', 'tti', 'cls', 'res', 'bytes', 'vis', 'hid', 'on', 'ti']) assert.ok(name in figures, name);
  const click = site.events(3).find((e) => e[11] === 'boom')!;
  assert.equal(click[2], 0);
  assert.deepEqual([click[10], click[11], click[12], click[13], click[14]], ['button', 'boom', 'big red', 'Do it', '#boom']);
  assert.ok(click[8] & 8 && !(click[8] & 2), 'a trusted press of a button');
  assert.ok(site.events(3).some((e) => e[8] & 1), 'a double click');
  assert.deepEqual(site.events(3).filter((e) => /^In /.test(e[13] ?? '')).map((e) => e[13]), ['In frame', 'In shadow']);
  assert.ok(site.events(3).find((e) => e[13] === 'In frame')![8] & 32768);
  const types = new Set(site.events(4).map((e) => e[2]));
  assert.deepEqual([...types].sort(), [0, 1, 2, 3, 4]);
  const input = site.events(4).find((e) => e[2] === 2)!;
  assert.deepEqual(input.slice(3, 5).concat(input.slice(6, 9)), ['f', 'order', 'who', 'text', 'Name']);
  assert.deepEqual(site.events(7).filter((e) => e[2] === 0).map((e) => e[3]).slice(0, 5), ['Tab', 'Shift', 'Tab', 'letter', 'digit']);
  const request = site.events(9).find((e) => /data/.test(e[2]))!;
  assert.equal(request[2], `${site.url}/data?x=*`);
  assert.deepEqual([request[3], request[4], request[5], request[14], request[16] ?? 0], ['GET', 'fetch', 404, 0, 0]);
  assert.deepEqual(site.events(10).map((e) => [e[2], e[3], e[8] ?? 1]), [[3, 'pressed 7', 1], [1, '{a: 1}', 1], [4, 'e', 2]]);
  assert.deepEqual(site.events(11).map((e) => [e[3], e[8]]).sort(), [['RangeError', 1], ['ReferenceError', 0], ['ResourceError', 2]]);
  assert.ok(site.events(12).some((e) => e[2] === '#low' && e[5] === 1));
  const mouse = site.events(6);
  for (const e of mouse) {
    assert.equal(e[5].length % 3, 0);
    assert.ok(e[5].length / 3 <= e[2] / 50 + 3, 'at most 20 a second');
  }
  const meta = site.bodies()[0]!.m!;
  assert.deepEqual([meta['u'], meta['nt'], meta['pn'], meta['rp'], meta['mk']], [site.url + '/visit', 'navigate', 0, 1, 'inputs']);
  assert.deepEqual(site.errors, []);
  await page.close();
});

test('routes of a single-page app are page views of their own', async () => {
  const page = await open('/app', '<h1>App</h1><button onclick="history.pushState({},\'\',\'/app/two?q=1\')">two</button>');
  await page.click('button');
  await page.evaluate(() => history.replaceState({}, '', '/app/two?q=2'));
  await page.evaluate(() => (location.hash = '#/three'));
  await page.evaluate(() => (location.hash = '#anchor'));
  await page.click('h1');
  await flush(page);
  const views = site.bodies().filter((b) => b.m);
  assert.deepEqual(views.map((b) => [b.m!['nt'], b.m!['u'], b.m!['pn']]), [
    ['navigate', site.url + '/app', 0], ['spa', site.url + '/app/two?q=*', 1], ['spa', site.url + '/app/two?q=*#/three', 2], ['spa', site.url + '/app/two?q=*', 3],
  ]);
  assert.equal(new Set(views.map((b) => b.p)).size, 4);
  await page.close();
});

test('what a click caused is told apart from what happened beside it', async () => {
  const page = await open('/effects', `<div id="clock">0</div>
    <section><button id="dead">Nothing</button></section><section><button id="dom">Change</button><p></p></section>
    <section><label for="c">Toggle</label><input type="checkbox" id="c"><style>#c:checked + style + p{display:none}</style><p>css</p></section>
    <section><details><summary>More</summary>text</details></section><section><button id="far">Far</button></section><section><a id="tab" href="/x" target="_blank">Tab</a></section>
    <section><canvas id="canvas" width="50" height="50"></canvas></section><section><canvas id="still" width="50" height="50"></canvas></section><section><button id="slow">Slow</button></section>
    <div style="height:50vh"></div><p id="cart">0</p>
    <script>setInterval(() => document.getElementById('clock').textContent++, 150);
    dom.onclick = () => dom.nextElementSibling.textContent += 'x'; far.onclick = () => cart.textContent = 1; slow.onclick = () => setTimeout(() => slow.parentNode.append('late'), 900);
    for (const c of [canvas, still]) c.getContext('2d').fillRect(0,0,9,9); canvas.onclick = () => canvas.getContext('2d').fillRect(20,20,20,20);
    tab.onclick = e => {}</script>`);
  await page.context().route('**/x', (r) => r.abort());
  for (const id of ['#dead', '#dom', 'label', 'summary', '#far', '#canvas', '#still', '#slow']) await page.click(id);
  await until('the effects of all clicks', async () => (await flush(page), site.events(3).length >= 8 && site.events(13).length === site.events(3).length));
  const by = Object.fromEntries(site.events(3).map((c) => [c[11] ?? c[10], site.events(13).find((e) => e[2] === c[2])?.[3]]));
  const all = JSON.stringify(site.events(13));
  assert.equal(by['dead'], 0, 'a clock elsewhere does not hide a dead click');
  assert.equal(by['still'], 0);
  for (const id of ['dom', 'far', 'slow']) assert.ok(by[id] & 1, `${id} ${all}`);
  assert.ok(by['label'] & (512 | 2048), 'a toggle by CSS alone counts');
  assert.ok(by['canvas'] & 1024);
  assert.ok(by['summary'], 'details open');
  await page.close();
});

test('a page of fifty thousand nodes is recorded in slices while it changes', async () => {
  await site.move();
  const player = await browser.newPage();
  await player.goto(playerPage(site));
  const rows = Array.from({ length: 5500 }, (_, i) => `<tr class="r${i % 7}"><td>${i}</td><td><b>Name ${i}</b></td><td data-n="${i}">Text of row ${i}</td></tr>`).join('');
  const page = await open('/large', `<div id="top"></div><table><tbody id="rows">${rows}</tbody></table><div id="end"></div>
    <script>let n = 0; const t = setInterval(() => { n++; const rows = document.getElementById('rows'); rows.children[n * 37].remove(); rows.append(rows.firstChild); document.getElementById('top').append(n + ' ');
      rows.children[n * 50].firstChild.textContent = 'm' + n; const r = document.createElement('tr'); r.innerHTML = '<td>new</td>'; rows.insertBefore(r, rows.children[100 * n]);
      rows.lastElementChild.className = 'z' + n; if (n > 24) { clearInterval(t); window.done = true; } }, 15);</script>`);
  await page.waitForFunction(() => (window as any).done);
  await until('the snapshot', async () => (await flush(page), site.bodies().some((b) => b.r?.some((r) => r[0] === 3))), 30_000);
  let seen = -1;
  await until('quiet', async () => (await page.waitForTimeout(250), await flush(page), seen === (seen = site.bodies().reduce((sum, b) => sum + (b.r?.length ?? 0), 0))), 30_000);
  (await import('node:fs')).writeFileSync('/tmp/big.json', JSON.stringify(site.bodies()));
  const before = site.bodies().flatMap((b) => b.r ?? []);
  const parts = before.slice(0, before.findIndex((r) => r[0] === 3)).filter((r) => r[0] === 2);
  assert.ok(parts.length > 3, `${parts.length} parts`);
  assert.deepEqual(site.events(15), [], 'nothing was left out');
  const fs = await import('node:fs'); fs.writeFileSync('/tmp/big.json', JSON.stringify(site.bodies())); const [a, b] = [await replayed(player, site.bodies()), await described(page)]; fs.writeFileSync('/tmp/a.txt', a); fs.writeFileSync('/tmp/b.txt', b); assert.ok(a === b, 'the rebuilt page equals the real one');
  await page.close();
  await player.close();
});
