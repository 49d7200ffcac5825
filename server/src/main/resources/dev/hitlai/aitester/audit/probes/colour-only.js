// Meaning that only a colour carries: links within text, and empty coloured dots as the only sign of a state.
for (const el of dom.controls()) {
  if (!el.matches('p a[href], li a[href], dd a[href], td a[href]') || el.closest('nav, footer, header, [role=navigation]')) continue;
  const block = el.closest('p, li, dd, td');
  const around = dom.text(block).length - dom.text(el).length;
  if (around < 25 || !dom.text(el) || dom.style(el).display !== 'inline') continue;
  const [s, o] = [dom.style(el), dom.style(block)];
  const marked = s.textDecorationLine !== 'none' || s.borderBottomStyle !== 'none' || s.fontWeight !== o.fontWeight ||
    s.fontStyle !== o.fontStyle || s.backgroundColor !== 'rgba(0, 0, 0, 0)' || s.backgroundImage !== 'none' || el.querySelector('img, svg');
  if (marked) continue;
  const [a, b] = [dom.rgba(s.color), dom.rgba(o.color)];
  if (a && b && dom.ratio(a, b) < 3) report(el, { rule: 'link', contrast: Math.round(dom.ratio(a, b) * 100) / 100 });
}
const hue = (c) => {
  const [r, g, b] = c.map((v) => v / 255);
  const [hi, lo] = [Math.max(r, g, b), Math.min(r, g, b)];
  return hi - lo > 0.25;
};
const dots = new Map();
for (const el of dom.elements) {
  if (el.children.length || dom.squeeze(el.textContent) || !dom.visible(el) || el.matches('img, svg, input, hr, canvas, video, iframe, option, i[class*=icon]')) continue;
  const s = dom.style(el);
  const b = dom.box(el);
  const c = dom.rgba(s.backgroundColor);
  if (!c || c[3] < 0.5 || !hue(c) || b.width > 24 || b.height > 24 || b.width < 5 || b.height < 5) continue;
  if (dom.name(el) || el.closest('[aria-label], [title], button, a') || s.backgroundImage !== 'none') continue;
  const key = dom.signature(el).replace(/(>[a-z]+[^>]*)$/, '') + el.tagName;
  dots.set(key, (dots.get(key) || []).concat({ el, colour: dom.hex(c), text: dom.text(el.parentElement) }));
}
for (const el of dom.elements) {
  if (el.children.length || dom.squeeze(el.textContent) || el.matches('img, svg, input, button, a, i') || !el.checkVisibility()) continue;
  for (const pseudo of ['::before', '::after']) {
    const s = getComputedStyle(el, pseudo);
    if (s.content === 'none' || s.content === 'normal' || s.content.replace(/["\s]/g, '')) continue;
    const c = dom.rgba(s.backgroundColor);
    const size = parseFloat(s.width);
    if (!c || c[3] < 0.5 || !(size >= 5 && size <= 24) || dom.name(el) || el.closest('a, button, [aria-label], [title]')) continue;
    const key = pseudo + dom.signature(el.parentElement) + el.tagName;
    dots.set(key, (dots.get(key) || []).concat({ el, colour: dom.hex(c), text: dom.text(el.parentElement) }));
  }
}
for (const group of dots.values()) {
  const colours = new Set(group.map((d) => d.colour));
  // The same words next to dots of different colours: the colour is all that tells them apart.
  if (colours.size > 1) for (const dot of group.slice(1, 20)) report(dot.el, { rule: 'state', label: dot.text.slice(0, 60) || 'A coloured dot', colours: [...colours].join(', ') });
  if (colours.size > 1 || group.some((d) => /stock|available|status|availability|lieferbar/i.test(d.text) && d.text.length < 20 && colours.size === 1 && group.length === 1))
    report(group[0].el, { rule: 'state', label: group[0].text.slice(0, 60) || 'A coloured dot', colours: [...colours].join(', ') });
}
// Days and seats that only the colour of their number tells apart.
for (const grid of document.querySelectorAll('table, [role=grid], [class*=calendar i], [class*=seat i]')) {
  if (grid.parentElement.closest('table, [role=grid], [class*=calendar i], [class*=seat i]') || !dom.visible(grid)) continue;
  const numbers = [...grid.querySelectorAll('td, td *, [role=gridcell], [role=gridcell] *, li, li *, span, button')]
    .filter((el) => !el.childElementCount && /^\d{1,3}$/.test(dom.squeeze(el.textContent)) && dom.visible(el));
  if (numbers.length < 12) continue;
  const marked = numbers.filter((el) => {
    const s = dom.style(el);
    const c = dom.rgba(s.color);
    const cell = el.closest('td, [role=gridcell], li') || el;
    const told = dom.squeeze(cell.textContent) !== dom.squeeze(el.textContent) || [el, cell].some((e) => e.matches('[title], [aria-label], [aria-disabled], [aria-selected], [aria-current], :disabled'));
    const drawn = s.textDecorationLine !== 'none' || s.borderTopStyle !== 'none' || s.backgroundImage !== 'none' || +s.fontWeight >= 600 || (dom.rgba(s.backgroundColor) || [0, 0, 0, 0])[3] > 0 || el.closest('a, button, s, del');
    return c && hue(c.slice(0, 3)) && !told && !drawn;
  });
  const colour = marked.length && dom.style(marked[0]).color;
  const same = marked.filter((el) => dom.style(el).color === colour);
  const columns = new Set(same.map((el) => { const cell = el.closest('td'); return cell ? cell.cellIndex : -1; }));
  // Sundays in red are a custom, and a colour that all have tells nothing.
  if (same.length >= 2 && columns.size > 1 && same.length < numbers.length * 0.7 && numbers.some((el) => dom.style(el).color !== colour))
    for (const el of same.slice(0, 20)) report(el, { rule: 'state', signature: dom.signature(el), label: dom.text(el), colours: dom.hex(dom.rgba(colour)) });
}
for (const el of dom.fields()) {
  const form = el.form;
  if (!form) continue;
  const labels = [...(el.labels || [])];
  const c = labels.length && dom.rgba(dom.style(labels[0]).color);
  const others = dom.fields().filter((f) => f.form === form && f !== el && f.labels && f.labels.length);
  const told = /\*|required|mandatory/i.test(labels.map((l) => l.textContent + getComputedStyle(l, '::after').content).join(' '));
  const wrap = el.parentElement;
  const red = (v) => v && v[0] > 150 && v[1] < 90 && v[2] < 90;
  if (c && red(c) && !told && el.required && others.some((f) => !red(dom.rgba(dom.style(f.labels[0]).color))))
    report(el, { rule: 'required', label: dom.name(el) });
  const edge = dom.rgba(dom.style(el).borderTopColor);
  if ((el.getAttribute('aria-invalid') === 'true' || /error|invalid/i.test(el.className + ' ' + wrap.className)) && red(edge) &&
      dom.text(wrap).length <= labels.map((l) => dom.text(l)).join(' ').length + 2 && !el.hasAttribute('aria-describedby') && !el.hasAttribute('aria-errormessage'))
    report(el, { rule: 'error', label: dom.name(el) });
}
