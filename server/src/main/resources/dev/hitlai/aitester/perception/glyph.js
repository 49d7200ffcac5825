// What a small drawing without a name stands for, told by its strokes as people tell it.
const GLYPH_LARGEST = 64; // pixels; what is larger is a picture

function glyphOf(svg) {
  const rect = rectOf(svg);
  if (rect.width > GLYPH_LARGEST || rect.height > GLYPH_LARGEST || svg.querySelector('text,image,use,title')) return '';
  const parts = [...svg.querySelectorAll('path,line,polyline,polygon,rect,circle,ellipse')].slice(0, 12);
  if (parts.some((part) => /^star/.test(outline(part, part.localName)))) return 'star';
  const drawn = { lines: [], curves: 0, points: [], circles: parts.filter((part) => /^(circle|ellipse)$/.test(part.localName)).length };
  for (const part of parts) strokesOf(part, drawn);
  return drawn.points.length || drawn.circles ? namedByStrokes(drawn) : '';
}

function strokesOf(part, drawn) {
  const number = (name) => parseFloat(part.getAttribute(name)) || 0;
  const way = (points) => points.forEach((point, i) => {
    drawn.points.push(point);
    if (i) drawn.lines.push([points[i - 1], point]);
  });
  if (part.localName === 'line') way([[number('x1'), number('y1')], [number('x2'), number('y2')]]);
  else if (part.points) way([...part.points, ...(part.localName === 'polygon' ? [part.points[0]] : [])].map((point) => [point.x, point.y]));
  else if (part.localName === 'rect') {
    const [x, y, width, height] = [number('x'), number('y'), number('width'), number('height')];
    way([[x, y], [x + width, y], [x + width, y + height], [x, y + height], [x, y]]);
  } else if (part.localName === 'path') pathStrokes(part.getAttribute('d') || '', drawn);
}

/** Straight strokes with their ends; of curves only where they lead. */
function pathStrokes(path, drawn) {
  const sizes = { M: 2, L: 2, H: 1, V: 1, C: 6, S: 4, Q: 4, T: 2, A: 7, Z: 0 };
  let at = [0, 0], start = at;
  for (const [, letter, rest] of path.matchAll(/([a-z])([^a-z]*)/gi)) {
    const kind = letter.toUpperCase(), own = letter !== kind, size = sizes[kind];
    if (size === undefined) return;
    const numbers = (rest.match(/-?(?:\d+\.?\d*|\.\d+)/g) || []).map(Number);
    for (let i = 0; i === 0 || (size > 0 && i + size <= numbers.length); i += size || 1) {
      if (numbers.length < size) return;
      const end = numbers.slice(i, i + size).slice(-2);
      let to = kind === 'Z' ? start : [own ? at[0] + end[0] : end[0], own ? at[1] + end[1] : end[1]];
      if (kind === 'H') to = [own ? at[0] + end[0] : end[0], at[1]];
      if (kind === 'V') to = [at[0], own ? at[1] + end[0] : end[0]];
      drawn.points.push(to);
      if (kind === 'M' && i === 0) start = to;
      else if (/[CSQTA]/.test(kind)) drawn.curves++;
      else drawn.lines.push([at, to]);
      at = to;
      if (!size) break;
    }
  }
}

function namedByStrokes({ lines, curves, points, circles }) {
  const [xs, ys] = [points.map((point) => point[0]), points.map((point) => point[1])];
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  const width = Math.max(...xs) - left, height = Math.max(...ys) - top, size = Math.max(width, height);
  const across = (x) => (x - left) / width, down = (y) => (y - top) / height;
  const strokes = lines.filter(([one, other]) => Math.hypot(one[0] - other[0], one[1] - other[1]) > size * 0.2);
  const level = strokes.filter(([one, other]) => Math.abs(one[1] - other[1]) < Math.abs(one[0] - other[0]) * 0.1);
  const upright = strokes.filter(([one, other]) => Math.abs(one[0] - other[0]) < Math.abs(one[1] - other[1]) * 0.2);
  const slanted = strokes.filter((stroke) => !level.includes(stroke) && !upright.includes(stroke));
  const counts = `${level.length}|${upright.length}|${slanted.length}`;
  if (circles === 3 && !strokes.length) return 'more dots';
  if (circles === 1 && counts === '0|0|1') return 'search';
  if (!circles && !curves && counts === '1|0|0') return 'minus';
  if (!circles && !curves && counts === '1|1|0') return 'plus';
  if (!circles && !curves && counts === '3|0|0') return 'menu';
  if (isBin(level, upright, { width, height, down })) return 'trash';
  if (curves >= 4 && points.some(([x, y]) => Math.abs(across(x) - 0.5) < 0.1 && down(y) < 0.45) && points.some(([x, y]) => Math.abs(across(x) - 0.5) < 0.1 && down(y) > 0.95)) return 'heart';
  return slanted.length === 2 && !circles && curves < 3 ? meeting(slanted, upright.length + level.length, { across, down }) : '';
}

/** A lid across the top, wider than what hangs below it. */
function isBin(level, upright, { width, height, down }) {
  const length = ([one, other]) => Math.hypot(one[0] - other[0], one[1] - other[1]);
  const lid = level.find((stroke) => down(stroke[0][1]) < 0.45 && length(stroke) > width * 0.6);
  const floor = level.filter((stroke) => down(stroke[0][1]) > 0.85).map(length);
  const hanging = upright.filter((stroke) => length(stroke) > height * 0.3 && Math.max(down(stroke[0][1]), down(stroke[1][1])) > 0.6);
  return Boolean(lid) && hanging.length >= 2 && floor.every((stroke) => stroke < length(lid) * 0.95);
}

/** Two slanted strokes: a cross, a tick, or the head of an arrow by where they meet. */
function meeting([first, second], others, { across, down }) {
  const same = (one, other) => Math.hypot(one[0] - other[0], one[1] - other[1]) < 0.01;
  const tip = first.find((point) => second.some((other) => same(point, other)));
  if (!tip) return others ? '' : 'close';
  const long = ([one, other]) => Math.hypot(one[0] - other[0], one[1] - other[1]);
  const [short, tall] = [first, second].map(long).sort((one, other) => one - other);
  if (!others && down(tip[1]) > 0.9 && tall > short * 1.4) return 'check';
  if (across(tip[0]) < 0.1) return 'left back reply';
  if (across(tip[0]) > 0.9) return 'right next forward';
  return down(tip[1]) < 0.1 ? 'up' : down(tip[1]) > 0.9 ? 'down' : '';
}
