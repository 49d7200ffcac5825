// Style, boxes, colours: each is read once per perception and kept until the next.
let styles = new Map();
let boxes = new Map();
let backgrounds = new Map();
let opacities = new Map();
let shown = new Map();

function forget() {
  styles = new Map();
  boxes = new Map();
  backgrounds = new Map();
  opacities = new Map();
  shown = new Map();
}

function styleOf(element) {
  let style = styles.get(element);
  if (!style) {
    style = element.ownerDocument.defaultView.getComputedStyle(element);
    styles.set(element, style);
  }
  return style;
}

function rectOf(element) {
  let rect = boxes.get(element);
  if (!rect) {
    rect = element.getBoundingClientRect();
    boxes.set(element, rect);
  }
  return rect;
}

/** The next element up in what is drawn: out of slots and shadow roots. */
function above(element) {
  return element.assignedSlot || element.parentElement || (element.getRootNode().host || null);
}

const colors = new Map();
let painter = null;
/** [red, green, blue, alpha] of a computed colour. */
function colorOf(text) {
  let color = colors.get(text);
  if (color) return color;
  const parts = /^rgba?\(([\d.]+)[, ]+([\d.]+)[, ]+([\d.]+)(?:[,/ ]+([\d.]+)(%?))?\)$/.exec(text);
  if (parts) {
    const alpha = parts[4] === undefined ? 1 : Number(parts[4]) / (parts[5] ? 100 : 1);
    color = [Number(parts[1]), Number(parts[2]), Number(parts[3]), alpha];
  } else {
    color = painted(text);
  }
  if (colors.size > 5000) colors.clear();
  colors.set(text, color);
  return color;
}

/** Colours in other notations (oklch, color-mix …) as the browser paints them. */
function painted(text) {
  painter = painter || new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
  painter.clearRect(0, 0, 1, 1);
  painter.fillStyle = '#0000';
  painter.fillStyle = text;
  painter.fillRect(0, 0, 1, 1);
  const [red, green, blue, alpha] = painter.getImageData(0, 0, 1, 1).data;
  return [red, green, blue, alpha / 255];
}

function over(top, bottom) {
  const alpha = top[3];
  return [0, 1, 2].map((i) => top[i] * alpha + bottom[i] * (1 - alpha)).concat(1);
}

/** What is behind an element's text, or null when it is a picture or a gradient. */
function backgroundOf(element) {
  if (!element) return canvasColor();
  if (backgrounds.has(element)) return backgrounds.get(element);
  const style = styleOf(element);
  const own = colorOf(style.backgroundColor);
  let result;
  if (style.backgroundImage !== 'none') result = null;
  else if (own[3] === 1) result = own;
  else {
    const behind = backgroundOf(above(element));
    result = behind === null ? null : over(own, behind);
  }
  backgrounds.set(element, result);
  return result;
}

function canvasColor() {
  const scheme = styleOf(document.documentElement).colorScheme;
  const dark = /dark/.test(scheme) && (!/light/.test(scheme) || matchMedia('(prefers-color-scheme: dark)').matches);
  return dark ? [18, 18, 18, 1] : [255, 255, 255, 1];
}

function luminance(color) {
  const [red, green, blue] = color.slice(0, 3).map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** WCAG 2 contrast ratio of an element's text; 0 when what is behind it is not one colour. */
function contrastOf(element) {
  const background = backgroundOf(element);
  if (background === null) return 0;
  const ink = colorOf(styleOf(element).color);
  const shown = luminance(over([ink[0], ink[1], ink[2], ink[3] * opacityOf(element)], background));
  const behind = luminance(background);
  const ratio = (Math.max(shown, behind) + 0.05) / (Math.min(shown, behind) + 0.05);
  return Math.round(ratio * 100) / 100;
}

/** With that of all around it; found by going up until one that is known. */
function opacityOf(element) {
  const way = [];
  let at = element;
  while (at && !opacities.has(at)) {
    way.push(at);
    at = above(at);
  }
  let opacity = at ? opacities.get(at) : 1;
  for (let i = way.length - 1; i >= 0; i--) {
    opacity *= Number(styleOf(way[i]).opacity);
    opacities.set(way[i], opacity);
  }
  return opacity;
}

function hex(color) {
  return color === null ? '' : '#' + color.slice(0, 3).map((part) => Math.round(part).toString(16).padStart(2, '0')).join('');
}

/** Rendered: not hidden by style, clip or size; where on the screen does not matter. */
function isVisible(element) {
  let known = shown.get(element);
  if (known === undefined) {
    known = looksVisible(element);
    shown.set(element, known);
  }
  return known;
}

/** Inside of something without extent that shows nothing beyond itself, as what other controls are put in place of. */
function isClippedAway(element) {
  if (!/^(input|select|textarea|button)$/.test(element.localName)) return false;
  let free = /absolute|fixed/.test(styleOf(element).position);
  for (let at = above(element), i = 0; at && i < 4; at = above(at), i++) {
    const style = styleOf(at);
    const placed = style.position !== 'static';
    if ((!free || placed) && style.overflow === 'hidden' && (rectOf(at).width < 1 || rectOf(at).height < 1)) return true;
    free = free && !placed;
  }
  return false;
}

function looksVisible(element) {
  if (isClippedAway(element)) return false;
  if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true, contentVisibilityAuto: false })) return false;
  const rect = rectOf(element);
  if (rect.width < 1 || rect.height < 1) {
    return styleOf(element).display === 'contents' || (styleOf(element).overflow === 'visible' && element.scrollWidth > 1 && element.scrollHeight > 1);
  }
  const style = styleOf(element);
  if (rect.width <= 2 && rect.height <= 2 && style.overflow !== 'visible') return false; // "visually hidden" pattern
  if (/rect\(0px,? 0px,? 0px,? 0px\)|rect\(1px,? 1px,? 1px,? 1px\)/.test(style.clip) || /inset\((50|100)%\)/.test(style.clipPath)) return false;
  if (rect.right + scrollX > 0 && rect.bottom + scrollY > 0) return true;
  for (let at = above(element); at; at = above(at)) if (at.scrollTop > 0 || at.scrollLeft > 0) return true; // only scrolled away
  return false; // parked outside of the page
}

/** The innermost element drawn at a point of its document's viewport, through open shadow roots. */
function deepestAt(documentOrRoot, x, y) {
  let hit = documentOrRoot.elementFromPoint(x, y);
  while (hit && hit.shadowRoot) {
    const inner = hit.shadowRoot.elementFromPoint(x, y);
    if (!inner || inner === hit) break;
    hit = inner;
  }
  return hit;
}

/** Whether a is b or holds b, shadow roots included. */
function holds(a, b) {
  for (let at = b; at; at = above(at)) if (at === a) return true;
  return false;
}

/** Whether a press at this point reaches the element, itself or by its label. */
function reaches(element, x, y) {
  const hit = deepestAt(element.ownerDocument, x, y);
  if (!hit) return { reached: false, by: null };
  if (holds(element, hit)) return { reached: true, by: hit };
  const label = hit.closest && hit.closest('label');
  return { reached: Boolean(label && label.control === element), by: hit };
}
