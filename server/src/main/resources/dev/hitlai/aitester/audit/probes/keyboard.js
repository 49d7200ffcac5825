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
      const outline = s.outlineStyle === 'none' || parseFloat(s.outlineWidth) === 0 ? '' : s.outlineStyle + s.outlineWidth + s.outlineColor;
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
  const kind = dom.signature(el) + el.type;
  if ((kinds.get(kind) || 0) >= 2) continue;
  kinds.set(kind, (kinds.get(kind) || 0) + 1);
  el.blur();
  const away = shown(el);
  el.focus({ preventScroll: true });
  if (document.activeElement === el && el.matches(':focus-visible') && shown(el) === away) add(el, 'focus-visible', dom.name(el) || dom.text(el));
}
if (document.activeElement && document.activeElement !== before) document.activeElement.blur();
if (before && before !== document.body) before.focus({ preventScroll: true });
document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== still);
scrollTo(place[0], place[1]);
const main = document.querySelector('main, [role=main], #main, #content, h1');
if (main) {
  const all = [...document.querySelectorAll(dom.interactive)].filter((el) => el.tabIndex >= 0 && !dom.disabled(el) && el.checkVisibility());
  const ahead = all.filter((el) => el.compareDocumentPosition(main) & 4 && !main.contains(el));
  const skip = ahead.slice(0, 4).some((el) => el.matches('a[href^="#"]') && el.getAttribute('href').length > 1);
  if (ahead.length >= 6 && !skip)
    hits.push({ rule: 'skip-link', selector: null, signature: 'page', identity: '', label: document.title, html: null, box: null, measured: { stops: ahead.length } });
}
return JSON.stringify(hits);
