// Run after a press of Tab, so that the browser shows focus as it does for the keyboard. Returns hits as JSON.
const hits = [];
const add = (el, rule, label, measured = {}) => hits.push({ rule, selector: dom.selector(el), signature: rule, identity: '', label: label.slice(0, 120),
  html: dom.html(el), box: dom.box(el), measured });
const still = new CSSStyleSheet();
still.replaceSync('*, *::before, *::after { transition: none !important; animation: none !important }');
document.adoptedStyleSheets = [...document.adoptedStyleSheets, still];
const before = document.activeElement;
const place = [scrollX, scrollY];
const shown = (el) => {
  const parts = [];
  for (let at = el, depth = 0; at && depth < 3; at = at.parentElement, depth++) {
    for (const pseudo of depth ? [null] : [null, '::before', '::after']) {
      const s = getComputedStyle(at, pseudo);
      const outline = s.outlineStyle === 'none' || parseFloat(s.outlineWidth) === 0 || (dom.rgba(s.outlineColor) || [0, 0, 0, 1])[3] === 0 ? '' : s.outlineStyle + s.outlineWidth + s.outlineColor;
      parts.push(outline, s.boxShadow, s.borderTopColor, s.borderBottomColor, s.borderTopWidth, s.borderBottomWidth, s.backgroundColor, s.backgroundImage, s.color,
        s.textDecorationLine, s.textDecorationThickness, s.transform, s.filter, s.opacity, s.fontWeight, s.width, s.content);
    }
  }
  for (const child of el.querySelectorAll('*')) parts.push(getComputedStyle(child).outlineStyle, getComputedStyle(child).backgroundColor, getComputedStyle(child).color);
  return parts.join('|');
};
const stops = dom.controls().filter((el) => el.tabIndex >= 0).slice(0, 60);
const kinds = new Map();
for (const el of stops) {
  if (el.matches('textarea, input:not([type=checkbox], [type=radio], [type=range], [type=color], [type=file], [type=submit], [type=button], [type=reset], [type=image])') || el.isContentEditable) continue; // The caret shows.
  const kind = dom.signature(el) + el.type;
  if ((kinds.get(kind) || 0) >= 2) continue;
  kinds.set(kind, (kinds.get(kind) || 0) + 1);
  el.blur();
  const away = shown(el);
  el.focus({ preventScroll: true });
  if (document.activeElement === el && el.matches(':focus-visible') && shown(el) === away) add(el, 'focus-visible', dom.name(el) || dom.text(el));
}
// What stays over the page may hide what has the focus. A notice that is answered once and goes doesn't count.
const bars = dom.elements.filter((el) => /^(fixed|sticky)$/.test(dom.style(el).position) && dom.visible(el) && dom.box(el).height < innerHeight / 2 && dom.style(el).pointerEvents !== 'none' &&
  !/cookie|consent|gdpr/i.test(el.id + ' ' + el.className) && !el.closest('dialog, [role=dialog]'));
if (bars.length) {
  const told = new Set();
  scrollTo(0, 0);
  for (const el of dom.controls().filter((one) => one.tabIndex >= 0).slice(0, 150)) {
    el.focus();
    const r = el.getBoundingClientRect();
    if (document.activeElement !== el || r.width < 4 || r.height < 4) continue;
    const points = [[r.x + r.width / 2, r.y + r.height / 2], [r.x + 2, r.y + 2], [r.right - 2, r.y + 2], [r.x + 2, r.bottom - 2], [r.right - 2, r.bottom - 2]];
    const over = points.map(([x, y]) => document.elementFromPoint(x, y));
    const bar = bars.find((one) => !one.contains(el) && over.every((top) => top && one.contains(top)));
    if (bar && !told.has(bar)) {
      told.add(bar);
      add(bar, 'focus-obscured', dom.text(bar).slice(0, 60) || dom.name(bar), { hidden: dom.name(el) || dom.text(el) });
    }
  }
}
if (document.activeElement && document.activeElement !== before) document.activeElement.blur();
if (before && before !== document.body) before.focus({ preventScroll: true });
document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== still);
scrollTo(place[0], place[1]);
// Within a form the focus goes down its columns: a stop that lies above the one before, in the same column, is out of order.
const tabOrder = [...document.querySelectorAll(dom.interactive)].filter((el) => el.tabIndex >= 0 && !dom.disabled(el) && dom.visible(el))
  .map((el, place) => ({ el, place, index: el.tabIndex || Infinity })).sort((a, b) => (a.index === b.index ? a.place - b.place : a.index - b.index)).map((stop) => stop.el);
const area = (el) => {
  const all = [dom.box(el), ...(el.labels ? [...el.labels].filter(dom.visible).map(dom.box) : [])];
  const [x, y] = [Math.min(...all.map((b) => b.x)), Math.min(...all.map((b) => b.y))];
  return { x, y, width: Math.max(...all.map((b) => b.x + b.width)) - x, height: Math.max(...all.map((b) => b.y + b.height)) - y };
};
for (const form of document.querySelectorAll('form, dialog[open], [role=dialog], [role=form]')) {
  const own = tabOrder.filter((el) => form.contains(el) && !el.closest('[role=toolbar], [role=tablist], [role=radiogroup], [role=menu], table'));
  const back = own.find((el, i) => {
    if (!i) return false;
    const [a, b] = [area(own[i - 1]), area(el)];
    const shared = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
    return b.y + b.height <= a.y + 1 && shared > 0.3 * Math.min(a.width, b.width) && !/fixed|sticky|absolute/.test(dom.style(own[i - 1]).position + dom.style(el).position);
  });
  if (back && own.length >= 3) add(back, 'focus-order', dom.name(back) || dom.text(back), { before: (dom.name(own[own.indexOf(back) - 1]) || 'the one below').slice(0, 60) });
}
const main = document.querySelector('main, [role=main], #main, #content, h1');
if (main) {
  const all = [...document.querySelectorAll(dom.interactive)].filter((el) => el.tabIndex >= 0 && !dom.disabled(el) && el.checkVisibility());
  const ahead = all.filter((el) => el.compareDocumentPosition(main) & 4 && !main.contains(el));
  const skip = ahead.slice(0, 4).some((el) => el.matches('a[href^="#"]') && el.getAttribute('href').length > 1);
  if (ahead.length >= 6 && !skip)
    hits.push({ rule: 'skip-link', selector: null, signature: 'page', identity: '', label: document.title, html: null, box: null, measured: { stops: ahead.length } });
}
return JSON.stringify(hits);
