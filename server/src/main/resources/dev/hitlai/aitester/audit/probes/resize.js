// Text that is cut off by its box: which, in the layout of this moment. Run before and after a change of spacing or zoom.
const passing = '[aria-hidden=true], [class*=carousel i], [class*=slide i], [class*=marquee i], [role=marquee], pre, code, select, option, textarea, svg, [inert]';
const clips = (s) => [/hidden|clip/.test(s.overflowX), /hidden|clip/.test(s.overflowY)];
const cut = (el) => {
  const range = document.createRange();
  const rects = [];
  for (const n of el.childNodes) {
    if (n.nodeType !== 3 || !n.data.trim()) continue;
    range.selectNodeContents(n);
    rects.push(...range.getClientRects());
  }
  for (let at = el; at && at !== document.body; at = at.parentElement) {
    const s = getComputedStyle(at);
    if (/auto|scroll/.test(s.overflowX + s.overflowY)) return false;
    const [x, y] = clips(s);
    if (!x && !y) {
      if (s.position === 'fixed') return false;
      continue;
    }
    const b = at.getBoundingClientRect();
    if (b.width < 4 || b.height < 4) return false; // For screen readers, or folded.
    for (const r of rects) {
      if (r.width < 2) continue;
      if (y && (r.bottom > b.bottom + r.height * 0.3 || r.top < b.top - r.height * 0.3)) return true;
      if (x && (r.right > b.right + Math.min(12, r.width * 0.4) || r.left < b.left - 12)) return true;
    }
  }
  return false;
};
const found = dom.textElements().filter((el) => !el.closest(passing) && dom.ownText(el).length > 1 && cut(el)).slice(0, 200);
const hit = (el, rule) => ({ rule, selector: dom.selector(el), signature: dom.signature(el), identity: '', label: dom.text(el).slice(0, 80), html: dom.html(el), box: dom.box(el), measured: {} });
if (input === 'spacing') {
  const before = new Set(found);
  const wide = new CSSStyleSheet();
  wide.replaceSync('*:not(svg, svg *) { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }');
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, wide];
  try {
    return JSON.stringify(dom.textElements().filter((el) => !before.has(el) && !el.closest(passing) && dom.ownText(el).length > 1 && cut(el)).slice(0, 20).map((el) => hit(el, 'spacing')));
  } finally {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== wide);
  }
}
return JSON.stringify(found.map((el) => hit(el, 'zoom')));
