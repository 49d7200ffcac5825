// WCAG 2.5.8: smaller than 24 px fails unless inline in text, spaced, left to the browser, or its label is large enough.
const minimum = input.touch ? input.targetSize : Math.min(24, input.targetSize);
const region = (el) => {
  const parts = [dom.box(el), ...(el.labels ? [...el.labels].filter(dom.visible).map(dom.box) : [])];
  const x = Math.min(...parts.map((b) => b.x));
  const y = Math.min(...parts.map((b) => b.y));
  return { x, y, width: Math.max(...parts.map((b) => b.x + b.width)) - x, height: Math.max(...parts.map((b) => b.y + b.height)) - y };
};
const inline = (el) => {
  const s = dom.style(el);
  if (s.display !== 'inline') return false;
  let block = el.parentElement;
  while (block && dom.style(block).display === 'inline') block = block.parentElement;
  return !!block && dom.text(block).length > dom.text(el).length + 10;
};
// What the browser draws by itself, at its own size: the criterion leaves it out.
const untouched = (el) => {
  const s = dom.style(el);
  if (s.appearance === 'none') return false;
  if (el.matches('input[type=checkbox], input[type=radio]')) return dom.box(el).width >= 13;
  const button = el.matches('button, input[type=button], input[type=submit], input[type=reset]');
  if (!button && !el.matches('input')) return false;
  const [border, padding] = button ? ['outset', 6] : ['inset', 2];
  return s.borderTopStyle === border && parseFloat(s.paddingTop) === 1 && parseFloat(s.paddingLeft) === padding && Math.round(parseFloat(s.fontSize) * 3) === 40 && dom.box(el).height >= 20;
};
const targets = dom.controls().filter((el) => !el.parentElement.closest('a[href], button')).map((el) => ({ el, area: region(el) }));
const small = targets.filter(({ area }) => Math.min(area.width, area.height) < minimum - 0.5);
const near = (a, b, reach) => {
  const cx = a.x + a.width / 2;
  const cy = a.y + a.height / 2;
  const dx = Math.max(b.x - cx, 0, cx - (b.x + b.width));
  const dy = Math.max(b.y - cy, 0, cy - (b.y + b.height));
  return Math.hypot(dx, dy) < reach;
};
const centre = (area) => ({ x: area.x + area.width / 2, y: area.y + area.height / 2, width: 0, height: 0 });
const isSmall = new Set(small.map((t) => t.el));
for (const { el, area } of small) {
  if (inline(el) || untouched(el)) continue;
  // Spacing is enough at 24 px whatever the persona's wish: the criterion, not comfort, decides about being crowded.
  const reach = 12;
  const crowd = targets.find((o) => o.el !== el && !o.el.contains(el) && !el.contains(o.el) &&
    (near(area, o.area, reach) || (isSmall.has(o.el) && near(area, centre(o.area), 2 * reach))));
  const shortest = Math.min(area.width, area.height);
  const fails = shortest < 23.5 ? !!crowd : false;
  const uncomfortable = input.touch && shortest < 28 && area.width * area.height < 44 * 44;
  if (fails) report(el, { rule: 'minimum', width: area.width, height: area.height, needed: 24, neighbour: dom.name(crowd.el) });
  else if (uncomfortable) report(el, { rule: 'touch', width: area.width, height: area.height, needed: minimum });
}
