import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { launch, snippet } from './support/browser';
import { Site, until } from './support/server';
import { Expander } from '../src/player/expand';

let browser: Browser;
let site: Site;
before(async () => {
  [browser, site] = await Promise.all([launch(), new Site().open()]);
});
after(async () => {
  await browser.close();
  site.close();
});

/** Each channel has a secret of its own, so that a leak tells where it came from. */
const secret = (name: string): string => `S3cr-${name}-7uY`;

const FORM = `<!doctype html><html><head><meta charset="utf-8"><title>Form</title><meta name="csrf-token" content="${secret('meta')}1"></head><body>
<h1>Public words of the page</h1>
<form id="form" action="/done?session=${secret('action')}">
${['text', 'password', 'email', 'search', 'tel', 'url'].map((t) => `<input type="${t}" id="${t}">`).join('\n')}
<input type="number" id="number"><input type="date" id="date"><input type="datetime-local" id="datetime"><input type="month" id="month"><input type="time" id="time"><input type="week" id="week">
<input type="color" id="color"><input type="range" id="range" min="0" max="9999999">
<input type="hidden" id="hidden" value="${secret('hidden')}"><input type="hidden" id="hidden2">
<input id="preset" value="${secret('preset')}"><textarea id="area">${secret('areadefault')}</textarea>
<select id="select"><option value="">none</option><option value="${secret('option')}">Chosen ${secret('optionlabel')}</option></select>
<input type="radio" name="r" id="radio" value="${secret('radio')}"><input type="checkbox" id="box" value="${secret('checkbox')}">
<input type="file" id="file" multiple><button>Send</button></form>
<div contenteditable="true" id="edit"></div><div id="host"></div><iframe id="frame" srcdoc="<input id=inner><p id=shown></p><div id=iedit contenteditable></div>"></iframe>
<p id="mirror"></p><p id="upper"></p><div id="attributes"></div><a id="link">link</a><p id="late"></p><output id="out"></output><button id="mirrorbutton" type="button">b</button>
<script>
const root = document.getElementById('host').attachShadow({mode:'open'}); root.innerHTML = '<input id="shadow"><span></span>';
const show = (value) => {
  document.getElementById('mirror').textContent = 'You typed ' + value + '!';
  document.getElementById('upper').textContent = value.toUpperCase();
  document.title = 'Hello ' + value;
  const a = document.getElementById('attributes');
  a.setAttribute('aria-label', value); a.setAttribute('data-value', value); a.title = value; a.className = 'c-' + value; a.setAttribute('style', '--v:"' + value + '"');
  a.innerHTML = '<input type="button" value="' + value + '"><img alt="' + value + '" src="/img?u=' + encodeURIComponent(value) + '"><input placeholder="' + value + '"><b id="' + value + '">' + value.slice(0, 99) + '</b>';
  const link = document.getElementById('link'); link.href = '/next?user=' + encodeURIComponent(value) + '#' + encodeURIComponent(value); link.textContent = value;
  const style = document.createElement('style'); style.textContent = '.x::after{content:"' + value + '"}'; document.head.append(style);
  root.querySelector('span').textContent = value;
  document.getElementById('out').value = value;
  document.getElementById('mirrorbutton').textContent = value;
  console.log('typed', value, { nested: { value } }); console.error(new Error('bad value ' + value));
};
const react = (e) => {
  const t = e.target;
  const value = t.isContentEditable ? t.textContent : t.type === 'file' ? [...t.files].map((f) => f.name).join() : t.value;
  if (!value) return;
  t.setAttribute('value', value);
  show(value);
  clearTimeout(t.timer); t.timer = setTimeout(() => { document.getElementById('late').textContent = value.slice(0, -1) + ' ' + value; }, 120);
};
for (const target of [document, root]) { target.addEventListener('input', react); target.addEventListener('change', react); }
document.getElementById('frame').addEventListener('load', (e) => {
  const d = e.target.contentDocument;
  d.addEventListener('input', (e) => { d.getElementById('shown').textContent = (e.target.value ?? e.target.textContent); react(e); });
});
</script></body></html>`;

/** Everything that was sent, as a reader of the server's storage would find it. */
function everything(): string {
  const texts = site.batches.map((b) => b.text);
  const expander = new Expander();
  for (const body of site.bodies()) texts.push(JSON.stringify(expander.push(body)));
  const addresses = site.requests.filter((r) => r.includes('/api/recordings'));
  return decoded([...texts, ...addresses].join('\n'));
}
const decoded = (text: string): string => text + '\n' + text.replace(/(%[0-9a-f]{2})+/gi, (part) => { try { return decodeURIComponent(part); } catch { return part; } });

async function type(page: Page, selector: string, text: string): Promise<void> {
  await page.click(selector);
  await page.keyboard.type(text);
}

test('nothing that was entered leaves the page, whatever way it takes', async () => {
  site.page('/form', FORM.replace('</head>', snippet(site.url) + '</head>'));
  const page = await browser.newPage();
  await page.goto(`${site.url}/form?mail=${secret('query')}&x=1#token=${secret('fragment')}`);
  await page.waitForFunction(() => (window as any).hitlai?.sessionId);
  await page.waitForTimeout(200);
  const names: string[] = ['meta', 'hidden', 'preset', 'areadefault', 'query', 'fragment', 'action'];
  for (const id of ['text', 'password', 'search']) {
    names.push(id);
    await type(page, '#' + id, secret(id));
  }
  await type(page, '#email', `${secret('email')}@example.org`);
  await type(page, '#url', `https://example.org/${secret('url')}`);
  await type(page, '#tel', '+49 171 5558837');
  await type(page, '#number', '48151623');
  names.push('email', 'url');
  // A password shown and hidden again.
  await page.evaluate(() => ((document.getElementById('password') as HTMLInputElement).type = 'text'));
  await page.fill('#password', secret('shown'));
  await page.waitForTimeout(60);
  await page.evaluate(() => ((document.getElementById('password') as HTMLInputElement).type = 'password'));
  names.push('shown');
  await type(page, '#edit', secret('edit'));
  await type(page, '#shadow', secret('shadow'));
  const frame = page.frameLocator('#frame');
  await frame.locator('#inner').fill(secret('frame'));
  await frame.locator('#iedit').click();
  await page.keyboard.type(secret('frameedit'));
  await page.fill('#area', `Dear ${secret('area')},\nplease call. Yours`);
  await page.selectOption('#select', { index: 1 });
  await page.check('#radio');
  await page.check('#box');
  await page.setInputFiles('#file', { name: secret('filename') + '.pdf', mimeType: 'application/pdf', buffer: Buffer.from(secret('content')) });
  for (const [id, value] of [['date', '1987-06-05'], ['datetime', '1987-06-05T11:12'], ['month', '1987-06'], ['time', '23:59'], ['week', '1987-W23'], ['color', '#a1b2c3'], ['range', '7654321']] as const) {
    await page.evaluate(([id, value]) => { const e = document.getElementById(id!) as HTMLInputElement; e.value = value!; e.dispatchEvent(new Event('input', { bubbles: true })); }, [id, value]);
  }
  names.push('edit', 'shadow', 'frame', 'frameedit', 'area', 'option', 'optionlabel', 'radio', 'checkbox', 'filename', 'content', 'programmatic', 'body', 'posted', 'thrown', 'route', 'routed', 'header');
  await page.evaluate((s) => { (document.getElementById('hidden2') as HTMLInputElement).value = s; document.getElementById('late')!.textContent = s; }, secret('programmatic'));
  // Requests, errors, links and routes that carry what was typed.
  await page.evaluate(async ([body, posted, thrown, route, header, text]) => {
    (document.getElementById('text') as HTMLInputElement).value = thrown!;
    document.getElementById('text')!.dispatchEvent(new Event('input', { bubbles: true }));
    await fetch(`/api/save?q=${encodeURIComponent(body!)}&t=${text}`, { method: 'POST', body: body!, headers: { 'X-Note': header! } });
    const xhr = new XMLHttpRequest();
    xhr.open('POST', `/p?v=${posted}`);
    xhr.send(JSON.stringify({ posted }));
    navigator.sendBeacon('/b?v=' + posted, posted!);
    setTimeout(() => { throw new TypeError('cannot use ' + thrown); });
    void Promise.reject(new Error('rejected ' + text + thrown));
    new Image().src = '/pixel.gif?u=' + posted;
    history.pushState({}, '', `/form/step?name=${route}#${route}`);
    await new Promise((d) => setTimeout(d, 80));
    history.pushState({}, '', `/user/${text}/profile`);
  }, [secret('body'), secret('posted'), secret('thrown'), secret('route'), secret('header'), secret('text')]);
  await page.waitForTimeout(250);
  await page.click('h1');
  assert.ok(await page.evaluate(() => (window as any).hitlai.flush()));
  const sent = everything();
  const leaks = names.filter((n) => sent.toLowerCase().includes(secret(n).toLowerCase()) || sent.includes(encodeURIComponent(secret(n))));
  const values = ['5558837', '171 5558', '48151623', '1987-06-05', '1987-W23', '#a1b2c3', '7654321'].filter((v) => sent.includes(v));
  assert.deepEqual([...leaks, ...values], []);
  assert.ok(sent.includes('Public words of the page'), 'text of the page is recorded');
  assert.ok(site.events(4).length > 20 && site.events(4).some((e) => e[9] > 5), 'lengths are');
  assert.ok(names.length >= 30);

  // What was typed on one page is masked on the next one, too.
  site.clear();
  site.page('/next', `<!doctype html><title>Welcome ${secret('text')}</title><p>Thank you, ${secret('search')}. We wrote to ${secret('email')}@example.org.</p><p>Plain words</p>`.replace('<p>', snippet(site.url) + '<p>'));
  await page.goto(site.url + '/next');
  await page.waitForFunction(() => (window as any).hitlai?.sessionId);
  await page.waitForTimeout(150);
  await page.evaluate(() => (window as any).hitlai.flush());
  const later = everything();
  assert.deepEqual(names.filter((n) => later.toLowerCase().includes(secret(n).toLowerCase())), []);
  assert.ok(later.includes('Plain words'));
  await page.close();
});

test('with masking of all text, none of the page is sent', async () => {
  await site.move();
  site.page('/masked', `<!doctype html><title>Ti7tle</title>${snippet(site.url, 'data-mask="all"')}<h1 title="Too7ltip">Head7line</h1><button aria-label="La7bel">But7ton</button><img alt="Al7t"><input placeholder="Place7holder"><a href="/x">Li7nk</a>`);
  const page = await browser.newPage();
  await page.goto(site.url + '/masked');
  await page.waitForFunction(() => (window as any).hitlai?.sessionId);
  await page.click('button');
  await page.evaluate(() => { console.log('Con7sole'); document.title = 'Ne7w'; });
  await page.waitForTimeout(200);
  await page.evaluate(() => (window as any).hitlai.flush());
  const sent = everything();
  assert.ok(site.events(3).length === 1);
  assert.deepEqual(sent.match(/\w+7\w+/g)?.filter((w) => /^(Ti7|Too7|Head7|La7|But7|Al7|Place7|Li7|Con7|Ne7)/.test(w)) ?? [], []);
  await page.close();
});

test('signals against tracking and missing consent keep the recorder silent', async () => {
  site.page('/plain', `<!doctype html><title>t</title>${snippet(site.url)}<p>x</p>`);
  await site.move();
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.addInitScript(() => Object.defineProperty(navigator, 'globalPrivacyControl', { value: true }));
  await page.goto(site.url + '/plain');
  await until('the configuration', () => site.requests.some((r) => r.includes('/config')));
  await page.click('p');
  await page.goto('about:blank');
  assert.deepEqual(site.batches, []);

  const asked = await (await browser.newContext()).newPage();
  site.config['consent'] = true;
  await site.move();
  await asked.goto(site.url + '/plain');
  await until('the configuration', () => site.requests.some((r) => r.includes('/config')));
  await asked.click('p');
  assert.equal(await asked.evaluate(() => (window as any).hitlai.sessionId), undefined);
  await asked.evaluate(() => (window as any).hitlai.consent(true));
  await asked.click('p');
  assert.ok(await asked.evaluate(() => (window as any).hitlai.flush()));
  assert.equal(site.events(3).length, 1);
  assert.equal(site.bodies()[0]!.m!['c'], 1);
  await asked.evaluate(() => (window as any).hitlai.forget());
  assert.equal(site.forgotten.length, 1);
  site.clear();
  await asked.reload();
  await asked.waitForTimeout(100);
  assert.deepEqual(site.requests.filter((r) => r.includes('/api/')), [], 'it stays out');
  site.config['consent'] = false;
});
