// Everything that is drawn, as a tree: what a person sees besides controls and blocks of text.
const SCENE_LIMIT = 1400;
const PAGE_LIMIT = 3000; // nobody takes in more at a glance: then controls and texts have to do
const SUBTREE_READ = 60; // of larger parts only the words of their own are kept

function sceneOf() {
  const nodes = [];
  if (document.getElementsByTagName('*').length > PAGE_LIMIT) return nodes;
  const stack = [{ element: document.body || document.documentElement, parent: -1, offset: { x: 0, y: 0 } }];
  while (stack.length > 0 && nodes.length < SCENE_LIMIT) {
    const { element, parent, offset } = stack.pop();
    if (!element || SKIPPED.test(element.localName)) continue;
    const style = styleOf(element);
    if (style.display === 'none') continue;
    let index = parent;
    if (isVisible(element) || style.display === 'contents') {
      index = nodes.length;
      nodes.push(sceneNode(element, style, parent, { offset }));
    }
    pushScene(stack, element, index, offset);
  }
  return nodes;
}

function pushScene(stack, element, parent, offset) {
  if (/^(select|textarea|audio|video|object)$/.test(element.localName)) return;
  if (element.localName === 'iframe') {
    const body = frameBody(element);
    const rect = rectOf(element);
    if (body) stack.push({ element: body, parent, offset: { x: offset.x + rect.left + element.clientLeft, y: offset.y + rect.top + element.clientTop } });
    return;
  }
  const children = element.localName === 'slot' && element.assignedElements().length ? element.assignedElements() : (element.shadowRoot || element).children;
  for (let i = children.length - 1; i >= 0; i--) stack.push({ element: children[i], parent, offset });
}

function sceneNode(element, style, parent, context) {
  const role = roleOf(element);
  const small = element.getElementsByTagName('*').length <= SUBTREE_READ;
  const own = squeeze([...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE).map((node) => node.data).join(' '));
  const text = small ? clip(squeeze(element.innerText === undefined ? element.textContent : element.innerText), 600) : '';
  const node = { ref: refFor(element), parent, tag: element.localName, role, selector: selectorOf(element), box: boxOf(element, context), paint: paintOf(element, style) };
  if (own) node.own = clip(own, 600);
  if (text) node.text = text;
  const name = role === 'generic' ? squeeze(element.getAttribute('aria-label') || element.getAttribute('title')) : nameOf(element, role);
  if (name) node.name = name;
  const hint = hintOf(element, style);
  if (hint) node.hint = hint;
  if (style.cursor === 'pointer') node.pointer = true;
  if (isField(element, role)) node.field = true;
  addState(node, element, role, style);
  return node;
}

function addState(node, element, role, style) {
  const state = stateOf(element, role);
  for (const flag of ['disabled', 'focused']) if (state[flag]) node[flag] = true;
  for (const flag of ['checked', 'expanded', 'selected']) if (state[flag] !== null) node[flag] = state[flag];
  if (!node.field) addMarks(node, element);
  const value = sceneValue(element);
  if (value) node.value = clip(value, 600);
  const limit = (property, attribute) => {
    const text = element[property] || element.getAttribute(attribute);
    return text === '' || text === null || text === undefined || Number.isNaN(Number(text)) ? null : Number(text);
  };
  if (node.field) for (const [property, attribute] of [['min', 'aria-valuemin'], ['max', 'aria-valuemax'], ['step', 'step']]) node[property] = limit(property, attribute);
  const hidden = element.scrollHeight - element.clientHeight;
  if (hidden > 4 && (/auto|scroll/.test(style.overflowY) || element.localName === 'textarea')) node.unscrolled = Math.round(hidden - element.scrollTop);
  if (element.draggable && element.localName !== 'a' && element.localName !== 'img') node.draggable = true;
}

/** Signs that only the style sheet puts there: an arrow of something folded, a tick, a picture. */
function addMarks(node, element) {
  if ((node.text || '').length > 80 || !(node.own || node.pointer || node.role === 'button')) return;
  for (const side of ['::before', '::after']) {
    const sign = (/^"(.+)"$/.exec(element.ownerDocument.defaultView.getComputedStyle(element, side).content) || ['', ''])[1].trim();
    if (!sign || sign.length > 3) continue;
    if (!node.text) node.hint = squeeze(`${sign} ${node.hint || ''}`);
    if (node.expanded === undefined && /^[▸▶►▹⏵+⊞]/.test(sign)) node.expanded = false;
    else if (node.expanded === undefined && /^[▾▼▿⏷−⊟]/.test(sign)) node.expanded = true;
    else if (node.checked === undefined && /^[✓✔☑☒]/.test(sign)) node.checked = true;
    else if (node.checked === undefined && /^[☐□]/.test(sign)) node.checked = false;
  }
}

function sceneValue(element) {
  if (element.localName === 'select') return [...element.selectedOptions].map((option) => squeeze(option.textContent)).join(', ');
  if (element.type === 'password' || /^(checkbox|radio|hidden|button|submit)$/.test(element.type)) return '';
  if (typeof element.value === 'string' || typeof element.value === 'number') return String(element.value);
  return element.getAttribute('aria-valuenow') || (element.isContentEditable ? squeeze(element.innerText) : '');
}

/** Colours and outline: what tells a red square from a blue circle. */
function paintOf(element, style) {
  const drawn = element.ownerSVGElement !== undefined && element.ownerSVGElement !== null;
  const fill = drawn ? [style.fill, style.stroke].map(solid).find(Boolean) || '' : isWedge(element, style) ? wedgeColor(style) : solid(style.backgroundColor);
  return { color: hex(colorOf(style.color)), fill: fill || '', shape: shapeOf(element, style, drawn), bold: Number(style.fontWeight) >= 600, size: parseFloat(style.fontSize) || 0, style: letteringOf(style) };
}

function letteringOf(style) {
  const line = style.textDecorationLine || '';
  return [/italic|oblique/.test(style.fontStyle) && 'italic', line.includes('underline') && 'underline', line.includes('line-through') && 'strike', style.textTransform === 'uppercase' && 'capitals'].filter(Boolean).join(' ');
}

function solid(paint) {
  if (!paint || paint === 'none' || paint.startsWith('url(')) return '';
  const color = colorOf(paint);
  return color[3] > 0.1 ? hex(color) : '';
}

function shapeOf(element, style, drawn) {
  const tag = element.localName;
  if (drawn) return outline(element, tag);
  if (tag === 'canvas') return drawnOn(element);
  if (/^polygon/.test(style.clipPath)) return 'polygon' + style.clipPath.split(',').length;
  const rect = rectOf(element);
  const painted = solid(style.backgroundColor) || parseFloat(style.borderTopWidth) > 0 || isWedge(element, style);
  if (!painted || rect.width < 4 || rect.height < 4) return '';
  if (isWedge(element, style)) return 'polygon3';
  const round = style.borderTopLeftRadius.endsWith('%') ? parseFloat(style.borderTopLeftRadius) >= 45 : parseFloat(style.borderTopLeftRadius) >= rect.width * 0.45;
  if (round && Math.abs(rect.width - rect.height) < 3) return 'circle';
  return round && style.borderTopLeftRadius.endsWith('%') ? 'ellipse' : 'rect';
}

/** A triangle made of borders around nothing. */
function isWedge(element, style) {
  return element.clientWidth === 0 && element.clientHeight === 0 && !element.firstElementChild && wedgeColor(style) !== '' && ['Top', 'Right', 'Bottom', 'Left'].filter((side) => parseFloat(style[`border${side}Width`]) > 2).length >= 2;
}

function wedgeColor(style) {
  const sides = ['Top', 'Right', 'Bottom', 'Left'].filter((side) => parseFloat(style[`border${side}Width`]) > 2);
  const seen = sides.map((side) => solid(style[`border${side}Color`])).filter(Boolean);
  return seen.length === 1 && sides.length > 1 ? seen[0] : '';
}

function outline(element, tag) {
  if (tag === 'polygon' || tag === 'polyline') return cornered([...element.points].map((point) => [point.x, point.y]), tag);
  if (tag === 'path') return cornered(straightPath(element.getAttribute('d') || ''), tag);
  return /^(circle|ellipse|rect|line|text)$/.test(tag) ? tag : '';
}

/** The figure that alone is drawn on a canvas, by the corners of its outline. */
function drawnOn(canvas) {
  if (canvas.width * canvas.height > 250000) return '';
  let pixels;
  try {
    const context = canvas.getContext('2d', { willReadFrequently: true });
    pixels = context && context.getImageData(0, 0, canvas.width, canvas.height);
  } catch {
    return ''; // from elsewhere, or drawn in another way
  }
  if (!pixels) return '';
  const hull = convexHull(inkOf(pixels));
  if (hull.length < 3) return '';
  const corners = cornersOf(hull);
  return corners > 10 ? 'circle' : corners > 2 ? 'polygon' + corners : '';
}

/** The leftmost and rightmost point of each line that is not like the ground. */
function inkOf({ data, width, height }) {
  const ground = [data[0], data[1], data[2], data[3]];
  const isInk = (x, y) => {
    const at = 4 * (y * width + x);
    return [0, 1, 2, 3].some((part) => Math.abs(data[at + part] - ground[part]) > 96);
  };
  const points = [];
  for (let y = 0; y < height; y++) {
    let first = -1, last = -1;
    for (let x = 0; x < width; x++) if (isInk(x, y)) {
      if (first < 0) first = x;
      last = x;
    }
    if (first >= 0) points.push([first, y], [last, y]);
  }
  return points;
}

function convexHull(points) {
  if (points.length < 3) return [];
  const sorted = [...points].sort((one, other) => one[0] - other[0] || one[1] - other[1]);
  const half = (list) => {
    const line = [];
    for (const point of list) {
      while (line.length > 1 && turnAt(line[line.length - 2], line[line.length - 1], point) <= 0) line.pop();
      line.push(point);
    }
    line.pop();
    return line;
  };
  return [...half(sorted), ...half(sorted.reverse())];
}

function turnAt(from, at, to) {
  return (at[0] - from[0]) * (to[1] - at[1]) - (at[1] - from[1]) * (to[0] - at[0]);
}

/** How many corners are left when all that hardly stands out is left out, the least first. */
function cornersOf(hull) {
  const points = [...hull];
  const size = Math.max(...points.map((p) => p[0])) - Math.min(...points.map((p) => p[0])) + Math.max(...points.map((p) => p[1])) - Math.min(...points.map((p) => p[1]));
  const height = (i) => {
    const before = points[(i + points.length - 1) % points.length], after = points[(i + 1) % points.length];
    return Math.abs(turnAt(before, points[i], after)) / (Math.hypot(after[0] - before[0], after[1] - before[1]) || 1);
  };
  while (points.length > 2) {
    let least = 0;
    for (let i = 1; i < points.length; i++) if (height(i) < height(least)) least = i;
    if (height(least) > size * 0.035) break;
    points.splice(least, 1);
  }
  return points.length;
}

/** Where a path of straight lines that is closed turns; nothing when it is curved or open. */
function straightPath(path) {
  if (!/^[\sMLHVZ\d.,e-]+[zZ]\s*$/i.test(path) || (path.match(/m/gi) || []).length !== 1) return [];
  const points = [];
  let at = [0, 0];
  for (const [, letter, rest] of path.matchAll(/([MLHVZ])([^MLHVZ]*)/gi)) {
    const numbers = (rest.match(/-?(?:\d+\.?\d*|\.\d+)(?:e-?\d+)?/g) || []).map(Number);
    const own = letter === letter.toLowerCase();
    const flat = /[hv]/i.test(letter);
    for (let i = 0; i + (flat ? 0 : 1) < numbers.length; i += flat ? 1 : 2) {
      const x = /v/i.test(letter) ? (own ? 0 : at[0]) : numbers[i];
      const y = /h/i.test(letter) ? (own ? 0 : at[1]) : numbers[flat ? i : i + 1];
      at = own ? [at[0] + x, at[1] + y] : [x, y];
      points.push(at);
    }
  }
  return points;
}

/** By how many corners it has; a star when these go in and out. */
function cornered(points, tag) {
  const far = (one, other) => Math.hypot(one[0] - other[0], one[1] - other[1]) > 0.01;
  const closed = points.filter((point, i) => far(point, points[(i + 1) % points.length]));
  const turns = closed.map((point, i) => {
    const before = closed[(i + closed.length - 1) % closed.length], after = closed[(i + 1) % closed.length];
    const turn = (point[0] - before[0]) * (after[1] - point[1]) - (point[1] - before[1]) * (after[0] - point[0]);
    return turn / (Math.hypot(point[0] - before[0], point[1] - before[1]) * Math.hypot(after[0] - point[0], after[1] - point[1]));
  }).filter((turn) => Math.abs(turn) > 0.02);
  if (turns.length < 3 || (tag === 'polyline' && closed.length === points.length)) return tag === 'path' ? 'path' : 'line';
  const inward = turns.filter((turn) => turn > 0).length;
  return (inward * 2 === turns.length && turns.length >= 6 ? 'star' : 'polygon') + turns.length;
}

/** What a picture without words shows: its file, or what its makers call it. */
function hintOf(element, style) {
  const parts = [];
  if (typeof element.className === 'string') parts.push(element.className);
  else if (element.className && element.className.baseVal) parts.push(element.className.baseVal);
  if (element.id) parts.push(element.id);
  const source = element.currentSrc || element.getAttribute('src') || element.getAttribute('href') || '';
  if (/^(img|use|image)$/.test(element.localName) && !source.startsWith('data:')) parts.push(source.split('/').pop());
  const image = /url\("?([^")]+)/.exec(style.backgroundImage);
  if (image && !image[1].startsWith('data:')) parts.push(image[1].split('/').pop());
  const pull = /(resize|grab)$/.exec(style.cursor);
  if (pull && style.cursor !== styleOf(element.parentElement || element).cursor) parts.push(pull[1]);
  const drawing = element.localName === 'svg' ? element : element.childElementCount === 1 && !element.textContent.trim() ? element.firstElementChild : null;
  if (drawing && drawing.localName === 'svg') parts.push(glyphOf(drawing));
  return clip(squeeze(parts.join(' ').replace(/[-_.#]+/g, ' ')), 80);
}
