// Content that a style sheet turns by a quarter when the device is turned, so that it stays as it was.
const found = [];
const walk = (list, orientation) => {
  for (const rule of list) {
    if (rule.media !== undefined && rule.cssRules) {
      const at = /orientation\s*:\s*(portrait|landscape)/i.exec(rule.media.mediaText);
      walk(rule.cssRules, at ? at[1].toLowerCase() : orientation);
    } else if (rule.cssRules && rule.cssRules.length && !rule.selectorText) walk(rule.cssRules, orientation);
    if (rule.selectorText && rule.style && (rule.style.transform || rule.style.rotate)) found.push({ rule, orientation });
  }
};
for (const sheet of document.styleSheets) {
  try {
    walk(sheet.cssRules, '');
  } catch {
    // A sheet of another origin may not be read.
  }
}
const angle = (style) => {
  let turned = 0;
  try {
    const m = new DOMMatrix(style.transform && style.transform !== 'none' ? style.transform : '');
    turned = (Math.atan2(m.m12, m.m11) * 180) / Math.PI;
  } catch {
    // Not a transform that this browser knows.
  }
  const own = /^(-?[\d.]+)(deg|rad|turn|grad)$/.exec((style.rotate || '').trim());
  return own ? turned + parseFloat(own[1]) * { deg: 1, rad: 180 / Math.PI, turn: 360, grad: 0.9 }[own[2]] : turned;
};
const matches = (el, selector) => {
  try {
    return el.matches(selector);
  } catch {
    return false;
  }
};
const turnedIn = (el, orientation) => {
  let last = 0;
  for (const { rule, orientation: only } of found) if ((!only || only === orientation) && matches(el, rule.selectorText)) last = angle(rule.style);
  return last;
};
const seen = new Set();
for (const { rule, orientation } of found) {
  if (!orientation) continue;
  let elements = [];
  try {
    elements = [...document.querySelectorAll(rule.selectorText)];
  } catch {
    // A selector for something else than elements.
  }
  for (const el of elements) {
    const big = el === document.documentElement ? document.body : el;
    if (seen.has(el) || !dom.visible(big) || !dom.text(big)) continue;
    seen.add(el);
    const turn = Math.abs(turnedIn(el, 'portrait') - turnedIn(el, 'landscape')) % 180;
    const whole = el === document.documentElement || el === document.body || el.matches('main, #app, #root') || dom.text(el).length >= 0.5 * dom.text(document.body).length;
    if (Math.abs(turn - 90) <= 3 && whole) report(el, { orientation, degrees: Math.round(turn), label: document.title });
  }
}
