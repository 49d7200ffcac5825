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
  if (clipsX && lostX > 8 && el.clientWidth > 20 && !full) report(el, { rule: 'cut', hidden: lostX, direction: 'right' });
  else if (clipsY && lostY > parseFloat(s.fontSize) * 0.6 && el.clientHeight > 8 && !s.webkitLineClamp.match(/\d/)) report(el, { rule: 'cut', hidden: lostY, direction: 'bottom' });
}
// A box of fixed height that hides the end of what stands in it.
for (const el of dom.elements) {
  const s = dom.style(el);
  if (!/hidden|clip/.test(s.overflowY) || el === document.body || !dom.visible(el) || el.scrollHeight - el.clientHeight < 12 || el.clientHeight < 16) continue;
  if (dom.ownText(el) || s.webkitLineClamp.match(/\d/) || el.closest('[class*=carousel i], [class*=slide i], [aria-hidden=true], [role=tabpanel], [class*=collaps i], [class*=marquee i], [class*=scroll i]')) continue;
  if ([...el.parentElement.querySelectorAll('button, [role=button], summary, label')].some((b) => /more|show|expand|mehr|read/i.test(dom.name(b)))) continue;
  const bottom = dom.box(el).y + el.clientHeight;
  const lost = dom.textElements().find((t) => el.contains(t) && t !== el && dom.style(t).position !== 'absolute' && dom.box(t).y + dom.box(t).height > bottom + parseFloat(dom.style(t).fontSize) * 0.7);
  if (lost) report(el, { rule: 'cut', hidden: el.scrollHeight - el.clientHeight, direction: 'bottom' });
}
const leaf = dom.textElements().filter((el) => dom.ownText(el).length > 2 && dom.style(el).opacity !== '0');
const spots = leaf.map((el) => {
  const range = document.createRange();
  const node = [...el.childNodes].find((n) => n.nodeType === 3 && n.data.trim());
  range.selectNodeContents(node);
  // The rectangle around words that wrap holds words of others too.
  const r = range.getClientRects().length > 1 && dom.style(el).display === 'inline' ? new DOMRect() : range.getBoundingClientRect();
  return { el, x: r.left + scrollX, y: r.top + scrollY, width: r.width, height: r.height };
}).filter((b) => b.width > 4 && b.height > 4).sort((a, b) => a.y - b.y);
const fixed = (el) => {
  for (let at = el; at && at !== document.body; at = at.parentElement) if (/fixed|sticky/.test(dom.style(at).position)) return true;
  return false;
};
const clipped = (el, under) => {
  for (let at = el; at && !at.contains(under); at = at.parentElement) {
    const s = dom.style(at);
    if (/hidden|clip|auto|scroll/.test(s.overflow + s.overflowX + s.overflowY)) return true;
  }
  return false;
};
// Menus, dialogs, tooltips and slides lie over others on purpose and go away again.
const layered = (el) => !!el.closest('[role=dialog], dialog, [role=menu], [role=listbox], [role=tooltip], [popover], [class*=dropdown i], [class*=menu i], [class*=modal i], [class*=dialog i], [class*=tooltip i], [class*=slide i], [class*=carousel i]');
let overlaps = 0;
for (let i = 0; i < spots.length && overlaps < 10; i++) {
  for (let j = i + 1; j < spots.length && spots[j].y < spots[i].y + spots[i].height; j++) {
    const [a, b] = [spots[i], spots[j]];
    if (a.el.contains(b.el) || b.el.contains(a.el)) continue;
    const shared = dom.overlap(a, b);
    const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
    if (shared < 0.25 * Math.min(a.width * a.height, b.width * b.height) || height < 6) continue;
    if (fixed(a.el) || fixed(b.el) || clipped(a.el, b.el) || clipped(b.el, a.el) || layered(a.el) || layered(b.el)) continue;
    overlaps++;
    report(b.el, { rule: 'overlap', identity: dom.text(b.el).slice(0, 40), other: dom.text(a.el).slice(0, 60), otherSelector: dom.selector(a.el) });
    break;
  }
}
