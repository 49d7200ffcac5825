// Run at 320 px: the outermost elements that make the page scroll sideways.
const root = document.scrollingElement;
const excess = root.scrollWidth - root.clientWidth;
if (excess <= 4 || /hidden|clip/.test(getComputedStyle(document.body).overflowX + getComputedStyle(root).overflowX)) return '[]';
const clipped = (el) => {
  // What is fixed to the window follows its width and is no cause.
  for (let at = el; at && at !== document.body; at = at.parentElement) if (dom.style(at).position === 'fixed') return true;
  for (let at = el.parentElement; at && at !== document.body; at = at.parentElement) if (dom.style(at).overflowX !== 'visible') return true;
  return false;
};
const wide = dom.elements.filter((el) => dom.visible(el) && el !== document.body && dom.box(el).x + dom.box(el).width > root.clientWidth + 4 && !clipped(el));
const data = 'table, pre, code, svg, canvas, iframe, video, [class*=map i]';
// The smallest cause: an element none of whose children sticks out as far.
const causes = wide.filter((el) => !wide.some((o) => o !== el && el.contains(o) && dom.box(o).x + dom.box(o).width >= dom.box(el).x + dom.box(el).width - 4));
const worst = causes.sort((a, b) => dom.box(b).x + dom.box(b).width - dom.box(a).x - dom.box(a).width)[0] || document.body;
const el = worst.closest('table') || worst;
return JSON.stringify([{ rule: '', selector: dom.selector(el), signature: dom.signature(el), identity: '', label: (dom.name(el) || dom.text(el) || el.tagName.toLowerCase()).slice(0, 60),
  html: dom.html(el), box: dom.box(el), measured: { excess, isTable: el.matches(data) } }]);
