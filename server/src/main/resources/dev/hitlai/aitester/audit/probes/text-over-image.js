// Text on a picture without a plain ground, shadow or veil: legibility depends on the picture.
const veiled = (el, picture) => {
  for (let at = el; at && at !== document.body && !(at !== picture && at.contains(picture)); at = at.parentElement) {
    const s = dom.style(at);
    if (s.textShadow !== 'none' || s.backdropFilter !== 'none') return true;
    const c = dom.rgba(s.backgroundColor);
    if (c && c[3] >= 0.5) return true;
    if (/gradient/.test(s.backgroundImage)) return true;
    if (/url\(/.test(s.backgroundImage)) return false;
  }
  return false;
};
const pictured = (el) => {
  for (let at = el; at && at !== document.body; at = at.parentElement) {
    const s = dom.style(at);
    if (/url\(/.test(s.backgroundImage) && s.backgroundRepeat !== 'no-repeat') return at;
    if (/url\(/.test(s.backgroundImage) && /cover|100%/.test(s.backgroundSize)) return at;
    if (s.position === 'absolute' || s.position === 'fixed') {
      const b = dom.box(el);
      const host = at.offsetParent || document.body;
      const img = [...host.querySelectorAll('img, video')].find((i) => dom.visible(i) && !at.contains(i) &&
        dom.overlap(dom.box(i), b) > 0.8 * b.width * b.height);
      if (img) return img;
    }
  }
  return null;
};
for (const el of dom.textElements()) {
  if (dom.ownText(el).length < 3 || el.closest('[aria-hidden=true]')) continue;
  const behind = pictured(el);
  if (behind && !veiled(el, behind)) report(el, { picture: dom.selector(behind), signature: dom.signature(behind) });
}
