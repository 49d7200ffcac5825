// Three moves, so that two pictures of the page tell what text does to its ground: 'without' hides the letters and tells where they are, 'filled' paints
// their boxes in the letters' colour (through the same veils, filters and transparencies), 'restore' puts everything back.
const elements = input.selectors.map((s) => document.querySelector(s));
if (input.move === 'restore') {
  elements.forEach((el, i) => {
    if (!el) return;
    if (input.styles[i] === null) el.removeAttribute('style');
    else el.setAttribute('style', input.styles[i]);
  });
  return '[]';
}
const set = (el, property, value) => el.style.setProperty(property, value, 'important');
if (input.move === 'filled') {
  for (const el of elements) {
    if (!el) continue;
    const s = getComputedStyle(el);
    const fill = 'linear-gradient(' + s.color + ',' + s.color + ')';
    set(el, 'background-image', s.backgroundImage === 'none' ? fill : fill + ', ' + s.backgroundImage);
    for (const [property, own] of [['background-size', 'auto'], ['background-position', '0 0'], ['background-repeat', 'repeat'], ['background-clip', 'border-box'], ['background-origin', 'padding-box'], ['background-attachment', 'scroll']])
      set(el, property, s.backgroundImage === 'none' ? own : own + ', ' + s.getPropertyValue(property));
    set(el, 'text-shadow', 'none');
  }
  return '[]';
}
const pictured = (el) => {
  for (let at = el; at && at !== document.documentElement; at = at.parentElement) {
    const s = dom.style(at);
    if (/url\(/.test(s.backgroundImage)) return at;
    if (at !== el && (dom.rgba(s.backgroundColor) || [0, 0, 0, 0])[3] === 1) return null;
    if (s.position === 'absolute' || s.position === 'fixed') {
      const b = dom.box(el);
      const host = at.offsetParent || document.body;
      const img = [...host.querySelectorAll('img, video')].find((i) => dom.visible(i) && !at.contains(i) && dom.overlap(dom.box(i), b) > 0.8 * b.width * b.height);
      if (img) return img;
    }
  }
  return null;
};
// One character in place of an icon, on a control with a name of its own, is no text: it needs the contrast of graphics.
const sign = (el) => [...dom.text(el)].length === 1 && !!el.closest('button, a, [role=button], [role=link]') && !!el.closest('[aria-label], [aria-labelledby], [title]');
const found = elements.map((el, i) => {
  if (!el || !dom.visible(el)) return { index: i, style: null, rects: [] };
  const s = dom.style(el);
  const size = parseFloat(s.fontSize);
  const rects = [];
  for (const n of el.childNodes) {
    if (n.nodeType !== 3 || !/\p{L}|\p{N}/u.test(n.data)) continue;
    const range = document.createRange();
    range.selectNodeContents(n);
    for (const r of range.getClientRects()) if (r.width > 2 && r.height > 2) rects.push({ x: r.left + scrollX, y: r.top + scrollY, width: r.width, height: r.height });
  }
  const behind = pictured(el);
  return {
    index: i, style: el.getAttribute('style'), rects: s.webkitBackgroundClip === 'text' || s.color === 'rgba(0, 0, 0, 0)' ? [] : rects,
    required: size >= 24 || (size >= 18.66 && +s.fontWeight >= 700) || sign(el) ? 3 : 4.5, shadow: s.textShadow !== 'none', color: s.color,
    picture: behind ? dom.selector(behind) : null,
  };
});
for (const el of elements) {
  if (!el) continue;
  set(el, 'transition', 'none');
  set(el, '-webkit-text-fill-color', 'transparent');
  set(el, 'text-decoration-color', 'transparent');
}
return JSON.stringify(found);
