import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { launch, snippet } from './support/browser';
import { described, playerPage, replayed, warnings } from './support/player';
import { Site } from './support/server';

let browser: Browser;
let site: Site;
let player: Page;

before(async () => {
  [browser, site] = await Promise.all([launch(), new Site().open()]);
  player = await browser.newPage();
  await player.goto(playerPage(site));
});
after(async () => {
  await browser.close();
  site.close();
});

const SHOP = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Mugs</title>
<link rel="stylesheet" href="/shop.css"><style>:root{--gap:8px} .late{color:rgb(0,128,0)} @media (min-width:100px){.wide{padding:var(--gap)}}</style>
</head><body><!-- a comment -->
<header class="top wide"><h1>Mugs &amp; cups</h1><nav><a href="/sale?ref=1#top">Sale</a> <a href="#here">Here</a></nav></header>
<main><ul id="list"><li>One</li><li>Two</li><li>Three</li><li>Four</li></ul>
<svg viewBox="0 0 10 10" width="40" height="40"><defs><linearGradient id="g"><stop offset="0" stop-color="red"/></linearGradient></defs><circle cx="5" cy="5" r="4" fill="url(#g)"/><foreignObject width="5" height="5"><p>in svg</p></foreignObject></svg>
<canvas id="canvas" width="60" height="30"></canvas><img src="/mug.svg" alt="A mug" width="32" height="32">
<form><label>Name <input name="name" value="preset"></label><input type="checkbox" checked><input type="radio" name="r" value="a"><input type="radio" name="r" value="b">
<textarea>some default</textarea><select><option>red</option><option selected>blue</option></select><button type="submit">Order</button></form>
<div id="host"></div><my-card></my-card><p data-hitlai-mask>Masked words</p><div data-hitlai-block style="width:50px;height:20px"><b>blocked</b></div>
<div id="box" style="height:60px;overflow:auto;width:200px"><div style="height:400px">tall</div></div>
<div contenteditable="true">Edit me</div><iframe id="frame" src="/inner" width="200" height="80"></iframe>
<dialog id="dialog"><p>Really?</p></dialog><table><tbody id="rows"></tbody></table></main>
<script>
const shadow = document.getElementById('host').attachShadow({mode:'open'});
shadow.innerHTML = '<style>p{color:blue}</style><p>In the shadow <slot></slot></p><input value="x">';
customElements.define('my-card', class extends HTMLElement { connectedCallback(){ const r=this.attachShadow({mode:'open'}); const s=new CSSStyleSheet(); s.replaceSync('h2{color:purple}'); r.adoptedStyleSheets=[s]; r.innerHTML='<h2>Card</h2><div><slot></slot></div>'; } });
const style = document.head.appendChild(document.createElement('style'));
style.sheet.insertRule('.injected{color:rgb(1,2,3)}', 0);
window.cssInJs = (rule, at) => style.sheet.insertRule(rule, at ?? style.sheet.cssRules.length);
window.cssOut = (at) => style.sheet.deleteRule(at);
document.getElementById('canvas').getContext('2d').fillRect(0,0,20,20);
</script></body></html>`;

const CSS = '@font-face{font-family:Shop;src:url(font.woff2)} body{margin:0;font-family:Shop,sans-serif;background:url("bg.png")} .top{background:#eee} li:hover{color:red}';

/** What the page does between two checkpoints. */
const STEPS: Record<string, (page: Page) => Promise<unknown>> = {
  'at first': async () => {},
  'rows added': (p) => p.evaluate(() => { for (let i = 0; i < 30; i++) document.getElementById('rows')!.insertAdjacentHTML('beforeend', `<tr><td class="c${i}">Row ${i}</td><td>${i * i}</td></tr>`); }),
  'list reversed': (p) => p.evaluate(() => { const l = document.getElementById('list')!; [...l.children].reverse().forEach((c) => l.append(c)); }),
  'list shuffled, removed and added at once': (p) => p.evaluate(() => { const l = document.getElementById('list')!; l.prepend(l.lastElementChild!); l.children[1]!.remove(); l.insertBefore(Object.assign(document.createElement('li'), { textContent: 'New' }), l.children[1]!); l.append(l.children[0]!, 'tail'); }),
  'moved to another parent and changed': (p) => p.evaluate(() => { const li = document.getElementById('list')!.firstElementChild as HTMLLIElement; document.querySelector('header')!.append(li); li.className = 'late'; li.textContent = 'Moved'; li.append(document.createElement('b')); }),
  'attributes and texts': (p) => p.evaluate(() => { const h = document.querySelector('h1')!; h.setAttribute('title', 'a "quoted" <title>'); h.firstChild!.nodeValue = 'Cups & mugs — ü'; document.querySelector('nav')!.style.cssText = 'display:block;margin:3px'; document.querySelector('nav')!.removeAttribute('class'); }),
  'shadow changed': (p) => p.evaluate(() => { const s = document.getElementById('host')!.shadowRoot!; s.querySelector('p')!.append(' more'); s.append(document.createElement('hr')); }),
  'shadow attached late, nested': (p) => p.evaluate(() => { const e = document.createElement('section'); document.querySelector('main')!.append(e); return new Promise((d) => setTimeout(d, 90)).then(() => { const r = e.attachShadow({ mode: 'open' }); r.innerHTML = '<article>late</article>'; const inner = r.querySelector('article')!; inner.attachShadow({ mode: 'open' }).innerHTML = '<i>deep</i>'; }); }),
  'new card': (p) => p.evaluate(() => { const c = document.createElement('my-card'); c.innerHTML = '<em>slotted</em>'; document.querySelector('main')!.prepend(c); }),
  'css in js': (p) => p.evaluate(() => { (window as any).cssInJs('.a{color:red}'); (window as any).cssInJs('.b{margin:1px}', 0); (window as any).cssInJs('@media print{.c{color:red}}'); (window as any).cssOut(1); }),
  'style text replaced': (p) => p.evaluate(() => { document.querySelector('style')!.textContent = '.late{color:rgb(9,9,9)} .x{top:0}'; }),
  'adopted sheet changed': (p) => p.evaluate(() => { const s = new CSSStyleSheet(); s.insertRule('main{outline:1px solid red}'); document.adoptedStyleSheets.push(s); return new Promise((d) => setTimeout(d, 90)).then(() => s.insertRule('h1{color:teal}', 0)); }),
  'stylesheet added late': (p) => p.evaluate(() => new Promise((done) => { const l = Object.assign(document.createElement('link'), { rel: 'stylesheet', href: '/late.css', onload: done }); document.head.append(l); })),
  'frame changed': (p) => p.frameLocator('#frame').locator('body').evaluate((b: any) => { b.append(Object.assign(document.createElement('p'), { textContent: 'added inside' })); b.className = 'inner'; }),
  'frame navigated': async (p) => { await p.evaluate(() => new Promise((done) => { const f = document.getElementById('frame') as HTMLIFrameElement; f.onload = done; f.src = '/inner2'; })); },
  'frame removed, another added': (p) => p.evaluate(() => new Promise((done) => { document.getElementById('frame')!.remove(); const f = document.createElement('iframe'); f.onload = done; f.src = '/inner'; document.body.append(f); })),
  'dialog and scrolled box': (p) => p.evaluate(() => { (document.getElementById('dialog') as HTMLDialogElement).showModal(); document.getElementById('box')!.scrollTop = 120; return new Promise((d) => setTimeout(d, 60)).then(() => (document.getElementById('dialog') as HTMLDialogElement).close()); }),
  'fields used': async (p) => { await p.fill('input[name=name]', 'entirely new'); await p.check('input[value=b]'); await p.uncheck('input[type=checkbox]'); await p.fill('textarea', 'two\nlines'); await p.click('[contenteditable]'); await p.keyboard.type('abc'); },
  'everything replaced': (p) => p.evaluate(() => { document.querySelector('main')!.innerHTML = '<h2>Done</h2>'.repeat(5) + '<p>Thank you</p>'; }),
  'body replaced': (p) => p.evaluate(() => { const b = document.createElement('body'); b.innerHTML = '<h1>Another body</h1><div id="z">z</div>'; document.body.replaceWith(b); }),
};

test('the rebuilt page equals the real one at twenty checkpoints', async () => {
  site.page('/shop', SHOP.replace('</head>', snippet(site.url) + '</head>'));
  site.page('/shop.css', CSS, {}, 'text/css');
  site.page('/late.css', '.added{color:olive} @font-face{font-family:L;src:url("f/l.woff2")}', {}, 'text/css');
  site.page('/inner', '<!doctype html><title>in</title><style>p{color:navy}</style><p>Inner <b>frame</b></p><input value="q">');
  site.page('/inner2', '<p>Quirky second page</p><iframe srcdoc="<u>nested</u>"></iframe>');
  site.page('/mug.svg', '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><rect width="9" height="9" fill="brown"/></svg>', {}, 'image/svg+xml');
  const page = await browser.newPage();
  await page.goto(site.url + '/shop');
  await page.waitForFunction(() => (window as any).hitlai?.sessionId);
  const problems: string[] = [];
  assert.equal(Object.keys(STEPS).length, 20);
  for (const [name, step] of Object.entries(STEPS)) {
    await step(page);
    await page.waitForTimeout(90);
    assert.ok(await page.evaluate(() => (window as any).hitlai.flush()), 'everything was delivered');
    const real = await described(page);
    const rebuilt = await replayed(player, site.bodies());
    if (real !== rebuilt) problems.push(`${name}:\n${difference(real, rebuilt)}`);
    const warned = (await warnings(player)).filter((w) => /not found|warn|missing|error/i.test(w));
    if (warned.length) problems.push(`${name}: the player warns: ${warned[0]}`);
  }
  assert.equal(problems.length, 0, '\n' + problems.join('\n'));
  assert.deepEqual(site.errors, []);
  await page.close();
});

function difference(a: string, b: string): string {
  const [x, y] = [a.split('\n'), b.split('\n')];
  const at = x.findIndex((line, i) => line !== y[i]);
  return `real:\n${x.slice(Math.max(0, at - 2), at + 3).join('\n')}\nrebuilt:\n${y.slice(Math.max(0, at - 2), at + 3).join('\n')}`;
}
