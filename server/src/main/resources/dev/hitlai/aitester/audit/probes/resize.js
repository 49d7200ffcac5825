// Text that is cut off by its box: which, in the layout of this moment, and which more when letters and lines are spread. Run again when the window is half as wide.
const passing = '[aria-hidden=true], [class*=carousel i], [class*=slide i], [class*=marquee i], [role=marquee], pre, code, select, option, textarea, svg, [inert]';
const clips = (s) => [/hidden|clip/.test(s.overflowX), /hidden|clip/.test(s.overflowY)];
// The boxes that can cut off what is in an element, from the inside out: few elements have any.
const chains = new Map();
const cutters = (el) => {
  if (!el || el === document.body || el === document.documentElement) return [];
  let found = chains.get(el);
  if (found) return found;
  const s = dom.style(el);
  const [x, y] = clips(s);
  if (/auto|scroll/.test(s.overflowX + s.overflowY)) found = [];
  else if (x || y) found = [{ box: el, x, y }, ...cutters(el.parentElement)];
  else found = s.position === 'fixed' ? [] : cutters(el.parentElement);
  chains.set(el, found);
  return found;
};
const lines = (el) => {
  const range = document.createRange();
  const rects = [];
  for (const n of el.childNodes) {
    if (n.nodeType !== 3 || !n.data.trim()) continue;
    range.selectNodeContents(n);
    rects.push(...range.getClientRects());
  }
  return rects;
};
const cut = (el) => {
  const rects = lines(el);
  for (const { box, x, y } of cutters(el)) {
    const b = box.getBoundingClientRect();
    if (b.width < 4 || b.height < 4) return false; // For screen readers, or folded.
    for (const r of rects) {
      if (r.width < 2) continue;
      if (y && (r.bottom > b.bottom + r.height * 0.3 || r.top < b.top - r.height * 0.3)) return true;
      if (x && (r.right > b.right + Math.min(12, r.width * 0.4) || r.left < b.left - 12)) return true;
    }
  }
  return false;
};
const texts = dom.textElements().filter((el) => cutters(el).length && dom.ownText(el).length > 1 && !el.closest(passing));
const hit = (el, rule) => ({ rule, selector: dom.selector(el), signature: dom.signature(el), identity: '', label: dom.text(el).slice(0, 80), html: dom.html(el), box: dom.box(el), measured: {} });
const now = texts.filter(cut);
const spread = () => {
  const wide = new CSSStyleSheet();
  wide.replaceSync('*:not(svg, svg *) { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }');
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, wide];
  try {
    return texts.filter((el) => !now.includes(el) && cut(el)).slice(0, 20);
  } finally {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== wide);
  }
};
const spaced = input === 'spacing' && texts.length ? spread().map((el) => hit(el, 'spacing')) : [];
return JSON.stringify({ now: now.slice(0, 200).map((el) => hit(el, 'zoom')), spaced });
