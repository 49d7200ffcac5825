// Alternatives that aren't any, broken files, missing dimensions, files much larger than shown.
const counts = new Map();
for (const img of document.images) {
  if (!img.src || !dom.elements.includes(img)) continue;
  const shown = dom.visible(img);
  const broken = img.complete && img.naturalWidth === 0 && !/svg/.test(img.src);
  if (broken && (img.checkVisibility() || shown)) {
    report(img, { rule: 'broken', identity: img.getAttribute('src'), src: img.getAttribute('src'), label: img.alt || img.getAttribute('src') });
    continue;
  }
  const file = (img.currentSrc || img.src).split('/').pop().split('?')[0];
  // What waits below the fold is asked for outside of the page.
  if (!img.complete && img.loading === 'lazy' && img.checkVisibility() && img.src.startsWith(location.origin))
    report(img, { rule: 'pending', identity: img.getAttribute('src'), address: img.src, src: img.getAttribute('src'), label: img.alt || file });
  if (!shown) continue;
  const spoken = !img.closest('[aria-hidden=true]');
  const alt = dom.squeeze(img.getAttribute('alt'));
  if (spoken && alt && (/\.(jpe?g|png|gif|webp|svg|avif)$/i.test(alt) || /^(image|picture|photo|img|graphic|icon|untitled|placeholder|bild|foto)[\s_-]?\d*$/i.test(alt) ||
      /^(img|dsc|pxl)[_-]?\d+$/i.test(alt) || (alt.includes('_') && !alt.includes(' ') && file.startsWith(alt))))
    report(img, { rule: 'alt', identity: alt, alt, src: img.getAttribute('src'), label: alt });
  const b = dom.box(img);
  if (alt && spoken) {
    const link = img.closest('a[href], button');
    if (link && link !== img && dom.text(link).toLowerCase() === alt.toLowerCase())
      report(img, { rule: 'repeated', identity: alt, alt, label: alt });
    if (!counts.has(alt.toLowerCase())) counts.set(alt.toLowerCase(), new Map());
    counts.get(alt.toLowerCase()).set(img.currentSrc || img.src, img);
  }
  if (/^(jpe?g|png|gif|webp|avif)$/i.test(file.split('.').pop()) || img.naturalWidth > 600) {
    const entry = performance.getEntriesByName(img.currentSrc || img.src)[0];
    const bytes = entry ? entry.encodedBodySize : 0;
    if (!/\.svg/i.test(file) && img.naturalWidth > 2 * b.width * Math.max(devicePixelRatio, 1) && img.naturalWidth > 400 && b.width > 16 &&
        (bytes > 60000 || (bytes === 0 && img.naturalWidth > 1200)))
      report(img, { rule: 'oversize', label: alt || file, natural: img.naturalWidth, shown: Math.round(b.width), kilobytes: Math.round(bytes / 1000), src: file });
    else if (bytes > 500000) report(img, { rule: 'heavy', label: alt || file, kilobytes: Math.round(bytes / 1000), src: file });
  }
  const s = dom.style(img);
  const sized = (img.hasAttribute('width') && img.hasAttribute('height')) || s.position === 'absolute' || s.position === 'fixed' || b.height < 40;
  if (!sized) {
    // Give way to a fixed size or ratio from the style sheet: measured by emptying the picture.
    const src = img.getAttribute('src');
    const ratio = s.aspectRatio;
    if (ratio === 'auto' && unsized(img)) report(img, { rule: 'dimensions', label: alt || file, width: img.naturalWidth, height: img.naturalHeight, src });
  }
  const drawn = b.width / b.height;
  const real = img.naturalWidth / img.naturalHeight;
  if (img.naturalWidth > 20 && b.width > 40 && s.objectFit === 'fill' && Math.abs(drawn / real - 1) > 0.12 && !/\.svg/i.test(file))
    report(img, { rule: 'distorted', label: alt || file, drawn: Math.round(drawn * 100) / 100, real: Math.round(real * 100) / 100 });
}
// Pictures whose file name says that they tell something, though nobody who doesn't see them is told.
const telling = /^(logo|logotype|chart|graph|diagram|infographic|screenshot|formula|equation|floorplan|schaubild|diagramm)$/;
// Pictures that may hold text: drawings are read outside of the page, photos are judged by what they are called.
for (const img of document.images) {
  if (!dom.visible(img) || !img.complete || img.naturalWidth === 0 || img.closest('[role=img], svg')) continue;
  const b = dom.box(img);
  const file = (img.currentSrc || img.src).split('/').pop().split('?')[0];
  const alt = dom.squeeze(img.getAttribute('alt'));
  if (b.width < 60 || b.height < 14 || /logo|brand|badge|icon|sprite|avatar/i.test(file)) continue;
  const holder = img.closest('figure, section, article, li, td') || img.parentElement;
  const vector = /\.svg$/i.test(file) && (img.currentSrc || img.src).startsWith(location.origin) || /^data:image\/svg/.test(img.src);
  if (vector && alt.split(' ').length < 8 && !branded(img))
    report(img, { rule: 'drawing', identity: file, address: img.currentSrc || img.src, said: (alt + ' ' + dom.name(img) + ' ' + dom.text(holder) + ' ' + described(img)).slice(0, 4000), label: alt || file });
  else if (/^(the )?(time ?table|price ?list|opening (hours|times)|schedule|phone number|telephone number|e-?mail address|contact (details|data)|preisliste|fahrplan|öffnungszeiten|telefonnummer)$/i.test(alt) && b.width > 120)
    report(img, { rule: 'text', identity: alt, label: alt, words: alt });
}
// Names and signs of companies may be painted, and so may what is no text although it has its look.
function branded(el) {
  return !!el.closest('header, [role=banner], [class*=logo i], [id*=logo i], [class*=brand i], a[href="/"]') || /logo|brand|badge|icon|sprite|avatar|signature|captcha|barcode|\bqr\b|qr-?code|chart|graph|diagram|screenshot|\bmap\b/i.test((el.currentSrc || el.src || '') + ' ' + (el.alt || '') + ' ' + dom.style(el).backgroundImage);
}
// Pictures on flat grounds are looked into outside of the page.
const flat = (img) => {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = 48;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  context.imageSmoothingEnabled = false;
  const counts = new Map();
  try {
    context.drawImage(img, 0, 0, 48, 48);
    const { data } = context.getImageData(0, 0, 48, 48);
    for (let i = 0; i < data.length; i += 4) {
      const colour = [data[i] >> 4, data[i + 1] >> 4, data[i + 2] >> 4].join();
      counts.set(colour, (counts.get(colour) || 0) + 1);
    }
  } catch {
    return false; // Of another origin.
  }
  return Math.max(...counts.values()) > 0.45 * 48 * 48;
};
for (const img of document.querySelectorAll('img, input[type=image]')) {
  const source = img.currentSrc || img.src;
  const b = dom.box(img);
  if (!dom.visible(img) || !source.startsWith(location.origin) || !/\.(png|jpe?g|gif|bmp)$/i.test(source.split('?')[0]) || b.width < 60 || b.height < 14 || branded(img)) continue;
  if (img.tagName === 'IMG' && !(img.complete && img.naturalWidth > 0 && flat(img))) continue;
  const alt = dom.squeeze(img.getAttribute('alt'));
  report(img, { rule: 'painted', identity: source.split('/').pop(), address: source, words: alt, label: alt || source.split('/').pop() });
}
for (const el of dom.elements) {
  const drawn = /^url\("([^"]+\.(?:png|jpe?g|gif|bmp))"\)$/i.exec(dom.style(el).backgroundImage);
  if (!drawn || !drawn[1].startsWith(location.origin) || !dom.visible(el) || dom.box(el).width < 100 || dom.box(el).height < 30 || dom.text(el) || el.childElementCount || branded(el)) continue;
  report(el, { rule: 'painted', identity: drawn[1].split('/').pop(), address: drawn[1], words: dom.name(el), label: dom.name(el) || drawn[1].split('/').pop() });
}
function described(el) {
  return dom.labelled(el, 'aria-describedby').map((e) => e.textContent).join(' ');
}
const parts = (name) => (/^data:/.test(name) ? [] : decodeURI(name.split('/').pop().split('?')[0]).replace(/\.[a-z0-9]+$/i, '').replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase().split(/[^\p{L}\p{N}]+/u).filter(Boolean));
const general = new Set('logo logotype site website header footer main company brand corporate official home page image img icon the of our small large big white black dark light color colour new old default retina mobile desktop horizontal vertical full min png svg v1 v2'.split(' '));
for (const img of document.querySelectorAll('img, input[type=image]')) {
  if (!dom.visible(img) || (img.tagName === 'IMG' && !(img.complete && img.naturalWidth > 0))) continue;
  const named = parts(img.currentSrc || img.src);
  const alt = dom.squeeze(img.getAttribute('alt'));
  const hidden = img.tagName === 'IMG' && (img.closest('[aria-hidden=true]') || img.matches('[role=none], [role=presentation]') || (img.hasAttribute('alt') && !alt && !img.matches('[aria-label], [aria-labelledby], [title]')));
  const holder = img.closest('a[href], button, figure, [role=link], [role=button], [role=img]') || img.parentElement;
  const words = holder === document.body ? dom.ownText(holder) : dom.name(holder) + dom.text(holder);
  const beside = [img.previousElementSibling, img.nextElementSibling].filter(Boolean).map((e) => dom.text(e)).join(' ');
  const same = named.some((w) => !general.has(w) && w.length > 2 && (words + ' ' + beside).toLowerCase().includes(w));
  if (hidden && named.some((w) => telling.test(w)) && !same && !(words && holder.matches('a, button, figure, [role]')) && !(words && holder !== document.body && words !== alt))
    report(img, { rule: 'unspoken', identity: named.join('-'), label: named.join('-'), file: named.join('-') });
  const said = dom.words(alt);
  const brand = named.filter((w) => !general.has(w) && w.length > 2 && /\p{L}/u.test(w) && !/\d{2}/.test(w));
  const claimed = said.filter((w) => !general.has(w) && w.length > 2);
  const kin = (a, b) => a[0] === b[0] || a.includes(b) || b.includes(a);
  if (named.includes('logo') && said.includes('logo') && brand.length === 1 && claimed.length === 1 && !kin(brand[0], claimed[0]))
    report(img, { rule: 'mismatch', identity: alt, alt, label: alt, file: named.join('-') });
}
function unsized(img) {
  const map = img.computedStyleMap ? img.computedStyleMap() : null;
  const height = map && map.get('height');
  return !height || /^auto$|%$/.test(String(height)) || img.style.height === 'auto' ? !fixedBySheet(img) : false;
}
// A height in per cent holds a place open only in a parent that has a height of its own: tried by taking the picture away for a moment.
function opensThePlace(img) {
  const parent = img.parentElement;
  const style = img.getAttribute('style');
  const before = parent.getBoundingClientRect().height;
  img.style.setProperty('display', 'none', 'important');
  const after = parent.getBoundingClientRect().height;
  if (style === null) img.removeAttribute('style');
  else img.setAttribute('style', style);
  return before - after > 40;
}
function fixedBySheet(img) {
  for (const sheet of document.styleSheets) {
    let rules;
    try {
      rules = sheet.cssRules;
    } catch {
      continue;
    }
    for (const rule of rules) {
      if (rule.style && (rule.style.height || rule.style.aspectRatio) && rule.style.height !== 'auto' && img.matches(rule.selectorText || ':not(*)')) return !/%$/.test(rule.style.height) || !!rule.style.aspectRatio || !opensThePlace(img);
    }
  }
  return !!img.style.height && img.style.height !== 'auto';
}
for (const [alt, sources] of counts) {
  if (sources.size >= 3) report([...sources.values()][1], { rule: 'same-alt', identity: alt, alt, label: alt, count: sources.size });
}
