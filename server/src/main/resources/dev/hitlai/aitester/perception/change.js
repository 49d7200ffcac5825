// Did the action cause anything? Two pictures of the page's state are compared, what moves by itself is left out.
const CLOCK_LIKE = /\d{1,2}:\d{2}|\b\d+\s*(s|sec|secs|second|seconds|min|minutes?|hours?|ms)\b|\bago\b/i;
let before = null;

function picture() {
  forget();
  const seen = new Map();
  const words = new Map();
  const stack = [document.body || document.documentElement];
  let nodes = 0;
  while (stack.length > 0 && nodes < 6000) {
    const element = stack.pop();
    if (!element || SKIPPED.test(element.localName)) continue;
    nodes++;
    const style = styleOf(element);
    if (style.display === 'none') {
      seen.set(element, 'none');
      continue;
    }
    seen.set(element, signature(element, style));
    let own = '';
    for (const node of (element.shadowRoot || element).childNodes) if (node.nodeType === Node.TEXT_NODE) own += node.data;
    if (own.trim()) words.set(element, squeeze(own)); // by element: text nodes come and go with each update
    const children = (element.shadowRoot || element).children;
    for (let i = children.length - 1; i >= 0; i--) stack.push(children[i]);
    if (element.shadowRoot) for (const child of element.children) stack.push(child);
    if (element.localName === 'iframe') stack.push(frameBody(element));
  }
  return { seen, words, active: document.activeElement, address: location.href, scroll: scrollY, title: document.title, at: performance.now() };
}

function frameBody(frame) {
  try {
    return frame.contentDocument && frame.contentDocument.body;
  } catch {
    return null;
  }
}

function signature(element, style) {
  const rect = rectOf(element);
  const state = [style.visibility, Number(style.opacity) > 0.05, Math.round(rect.width / 4), Math.round(rect.height / 4),
    element.checked, element.open, element.getAttribute('aria-expanded'), element.getAttribute('aria-checked'),
    element.getAttribute('aria-pressed'), element.getAttribute('aria-selected'), element.getAttribute('aria-invalid'),
    element.disabled, valueLength(element), element.localName === 'select' ? element.selectedIndex : 0, element.getAttribute('src')];
  return { state: state.join('|'), colors: style.color + style.backgroundColor + style.textDecorationLine };
}

hitlai.mark = (ref, selector) => {
  acting = true;
  actedAt = performance.now();
  before = picture();
  before.target = ref >= 0 ? elementAt(ref, selector) : null;
  before.focused = before.target !== null && before.target === before.active;
};

function isRestless(node) {
  for (let at = node, up = 0; at && up < 4; at = at.parentNode, up++) {
    if (at === document.body || at === document.documentElement) return false;
    const stirred = unrest.get(at);
    if (stirred && stirred[0] > 1) return true; // Once is late content, twice is a habit.
  }
  return false;
}

function own(element) {
  return before.target !== null && (before.target.contains(element) || element.contains(before.target));
}

/** What is different since the mark, in a few words; empty when nothing that counts is. */
function difference(after) {
  if (after.address !== before.address) return 'the address changed';
  for (const [element, text] of after.words) {
    const old = before.words.get(element);
    if (old === text || isRestless(element)) continue;
    if (old === undefined) {
      if (isVisible(element) && !CLOCK_LIKE.test(text)) return 'shows "' + clip(text, 80) + '"';
    } else if (!(withoutNumbers(old) === withoutNumbers(text) && CLOCK_LIKE.test(text))) {
      return 'now says "' + clip(text, 80) + '"';
    }
  }
  for (const [element, now] of after.seen) {
    const old = before.seen.get(element);
    if (isRestless(element)) continue;
    const change = elementDifference(element, old, now);
    if (change) return change;
  }
  for (const [element, text] of before.words) {
    if (!after.words.has(element) && !isRestless(element) && !CLOCK_LIKE.test(text)) return 'no longer shows "' + clip(text, 80) + '"';
  }
  for (const [element, old] of before.seen) {
    if (old !== 'none' && !after.seen.has(element) && !element.isConnected && !isRestless(element)) return '<' + element.localName + '> is gone';
  }
  if (after.active !== before.active && after.active && isField(after.active, roleOf(after.active))) return 'a field has the focus';
  if (Math.abs(after.scroll - before.scroll) > 20) return 'the page scrolled';
  return after.title === before.title ? '' : 'the title changed';
}

function elementDifference(element, old, now) {
  if (old === undefined) {
    return now !== 'none' && isVisible(element) && !isRestless(element.parentNode) ? '<' + element.localName + '> appeared' : '';
  }
  if (old === 'none' || now === 'none') {
    if (old === now) return '';
    return old === 'none' ? (isVisible(element) ? 'now shows ' + nameFor(element) : '') : 'no longer shows ' + nameFor(element);
  }
  if (old.state !== now.state && !sizeOnly(element, old, now)) return nameFor(element) + ' changed';
  return old.colors !== now.colors && !own(element) ? nameFor(element) + ' looks different' : '';
}

/** The pressed thing itself may swell under the pointer, and what moves by itself pushes others: that tells a person nothing. */
function sizeOnly(element, old, now) {
  if (!own(element) && stirredAt < before.at) return false;
  const rest = (signed) => signed.state.split('|').filter((_, i) => i !== 2 && i !== 3).join('|');
  return rest(old) === rest(now);
}

hitlai.compare = () => {
  if (!before) return JSON.stringify({ fresh: true });
  const after = picture();
  const lost = before.focused && document.activeElement === document.body && !(before.target.isConnected && isVisible(before.target));
  const moved = shifts.filter((shift) => shift.at > before.at && shift.value > 0.02);
  const what = moved.flatMap((shift) => shift.nodes).filter((node) => node && node.nodeType === Node.ELEMENT_NODE).map(nameFor)[0];
  return JSON.stringify({
    fresh: false, difference: difference(after), focusLost: lost,
    shift: moved.reduce((sum, shift) => sum + shift.value, 0), shifted: what || '',
    emptied: emptied(),
  });
};

let typed = new Map(); // field → how much was in it, as far as the person knows
hitlai.noteTyped = (ref, selector) => {
  const element = elementAt(ref, selector);
  if (element) typed.set(element, valueLength(element));
};

/** Fields that were filled and are empty now, while the page shows an error. */
function emptied() {
  const lost = [...typed.keys()].filter((field) => field.isConnected && typed.get(field) > 0 && valueLength(field) === 0);
  if (lost.length === 0 || ![...document.querySelectorAll(ERROR_LIKE + ',[aria-invalid=true]')].some(isVisible)) return [];
  lost.forEach((field) => typed.delete(field));
  return lost.map((field) => labelOf(field) || field.name || selectorOf(field));
}

hitlai.rest = () => {
  acting = false;
  before = null;
};
