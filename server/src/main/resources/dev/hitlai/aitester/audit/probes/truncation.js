// Text cut off by its box, and text lying on text.
for (const el of dom.textElements()) {
  const s = dom.style(el);
  const clipsX = /hidden|clip/.test(s.overflowX);
  const clipsY = /hidden|clip/.test(s.overflowY);
  if (el.matches('input, textarea, select') || el.closest('[aria-hidden=true], pre, code, .carousel, [role=marquee], marquee')) continue;
  if (parseFloat(s.textIndent) < -100 || s.animationName !== 'none') continue;
  const lostX = el.scrollWidth - el.clientWidth;
  const lostY = el.scrollHeight - el.clientHeight;
  const full = el.title || el.getAttribute('aria-label');
  if (clipsX && lostX > 8 && el.clientWidth > 20 && !full) report(el, { rule: 'cut', identity: dom.text(el).slice(0, 60), hidden: lostX, direction: 'right' });
  else if (clipsY && lostY > parseFloat(s.fontSize) * 0.6 && el.clientHeight > 8 && !s.webkitLineClamp.match(/\d/)) report(el, { rule: 'cut', identity: dom.text(el).slice(0, 60), hidden: lostY, direction: 'bottom' });
}
const leaf = dom.textElements().filter((el) => dom.ownText(el).length > 2 && dom.style(el).opacity !== '0');
const spots = leaf.map((el) => {
  const range = document.createRange();
  const node = [...el.childNodes].find((n) => n.nodeType === 3 && n.data.trim());
  range.selectNodeContents(node);
  const r = range.getBoundingClientRect();
  return { el, x: r.left + scrollX, y: r.top + scrollY, width: r.width, height: r.height };
}).filter((b) => b.width > 4 && b.height > 4).sort((a, b) => a.y - b.y);
const fixed = (el) => {
  for (let at = el; at && at !== document.body; at = at.parentElement) if (/fixed|sticky/.test(dom.style(at).position)) return true;
  return false;
};
const painted = (el, under) => {
  for (let at = el; at && !at.contains(under); at = at.parentElement) {
    const s = dom.style(at);
    const c = dom.rgba(s.backgroundColor);
    if ((c && c[3] > 0.7) || s.backgroundImage !== 'none' || (/hidden|clip|auto|scroll/.test(s.overflow + s.overflowX + s.overflowY))) return true;
  }
  return false;
};
let overlaps = 0;
for (let i = 0; i < spots.length && overlaps < 10; i++) {
  for (let j = i + 1; j < spots.length && spots[j].y < spots[i].y + spots[i].height; j++) {
    const [a, b] = [spots[i], spots[j]];
    if (a.el.contains(b.el) || b.el.contains(a.el)) continue;
    const shared = dom.overlap(a, b);
    const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
    if (shared < 0.25 * Math.min(a.width * a.height, b.width * b.height) || height < 6) continue;
    if (fixed(a.el) || fixed(b.el) || painted(b.el, a.el) || painted(a.el, b.el)) continue;
    overlaps++;
    report(b.el, { rule: 'overlap', identity: dom.text(b.el).slice(0, 40), other: dom.text(a.el).slice(0, 60), otherSelector: dom.selector(a.el) });
    break;
  }
}
