// Where to press, and what came of it.
function elementAt(ref, selector) {
  const known = byRef.get(ref) && byRef.get(ref).deref();
  if (known && known.isConnected) return known;
  try {
    return document.querySelector(selector);
  } catch {
    return null;
  }
}

function frameOffset(element) {
  const offset = { x: 0, y: 0 };
  let frame = element.ownerDocument.defaultView.frameElement;
  while (frame) {
    const rect = frame.getBoundingClientRect();
    offset.x += rect.left + frame.clientLeft;
    offset.y += rect.top + frame.clientTop;
    frame = frame.ownerDocument.defaultView.frameElement;
  }
  return offset;
}

const SPOTS = [[0.5, 0.5], [0.25, 0.5], [0.75, 0.5], [0.5, 0.25], [0.5, 0.75], [0.1, 0.5], [0.9, 0.5]];

function nameFor(element) {
  if (!element) return 'nothing';
  const id = element.id ? '#' + element.id : '';
  return '<' + element.localName + id + '> ' + clip(squeeze(element.textContent), 40);
}

/** A point of the viewport at which a press reaches the element, scrolled into view like a person would. */
hitlai.locate = (ref, selector) => {
  const element = elementAt(ref, selector);
  if (!element) return { found: false };
  forget();
  const offset = () => frameOffset(element);
  const inView = (rect, shift) => rect.top + shift.y >= 0 && rect.bottom + shift.y <= innerHeight && rect.left + shift.x >= 0 && rect.right + shift.x <= innerWidth;
  if (!inView(element.getBoundingClientRect(), offset())) element.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' });
  const target = pressable(element);
  const first = spotOn(target, offset());
  if (first.x >= 0) return { ...first, found: true, tag: element.localName };
  element.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' }); // hidden in a region that scrolls
  forget();
  return { ...spotOn(target, offset()), found: true, tag: element.localName };
};

function spotOn(target, shift) {
  let by = null;
  for (const rect of [...target.getClientRects()].slice(0, 5)) {
    if (rect.width < 1 || rect.height < 1) continue;
    for (const [across, down] of SPOTS) {
      const x = rect.left + rect.width * across;
      const y = rect.top + rect.height * down;
      if (x + shift.x < 0 || y + shift.y < 0 || x + shift.x >= innerWidth || y + shift.y >= innerHeight) continue;
      const reach = reaches(target, x, y);
      if (reach.reached) return { visible: true, x: x + shift.x, y: y + shift.y, covered: '' };
      by = by || reach.by;
    }
  }
  const visible = target.getClientRects().length > 0;
  return { visible, x: -1, y: -1, covered: visible ? nameFor(by) : '' };
}

/** A control that is drawn by its label (custom boxes to tick) is pressed there. */
function pressable(element) {
  const label = element.labels && element.labels[0];
  return label && !isVisible(element) ? label : element;
}

hitlai.reachesAt = (ref, selector, x, y) => {
  const element = elementAt(ref, selector);
  if (!element) return false;
  const shift = frameOffset(element);
  forget();
  return reaches(pressable(element), x - shift.x, y - shift.y).reached;
};

hitlai.isFocused = (ref, selector) => {
  const element = elementAt(ref, selector);
  return Boolean(element) && element.getRootNode().activeElement === element;
};

hitlai.focus = (ref, selector) => {
  const element = elementAt(ref, selector);
  if (!element) return false;
  element.focus();
  return element.getRootNode().activeElement === element;
};

hitlai.checkedOf = (ref, selector) => {
  const element = elementAt(ref, selector);
  if (!element) return null;
  if (typeof element.checked === 'boolean') return element.checked;
  return element.getAttribute('aria-checked') === 'true' || element.getAttribute('aria-pressed') === 'true';
};

hitlai.valueOf = (ref, selector) => {
  const element = elementAt(ref, selector);
  return element ? (typeof element.value === 'string' ? element.value : squeeze(element.textContent)) : null;
};

/** For controls that take no plain typing: dates, times, colours, sliders. */
hitlai.setValue = (ref, selector, value) => {
  const element = elementAt(ref, selector);
  if (!element) return false;
  element.focus();
  element.value = value;
  element.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
  element.dispatchEvent(new Event('change', { bubbles: true }));
  return element.value !== '';
};

/** Chooses by visible text: exactly, else by its beginning; the answer is the text chosen, or null. */
hitlai.choose = (ref, selector, text) => {
  const element = elementAt(ref, selector);
  if (!element || element.localName !== 'select') return null;
  const wanted = squeeze(text).toLowerCase();
  const options = [...element.options].filter((option) => !option.disabled);
  const words = (option) => squeeze(option.textContent).toLowerCase();
  const option = options.find((each) => words(each) === wanted) || options.find((each) => words(each).startsWith(wanted))
    || options.find((each) => each.value.toLowerCase() === wanted);
  if (!option) return null;
  element.focus();
  if (element.multiple) option.selected = true;
  else element.selectedIndex = option.index;
  element.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
  element.dispatchEvent(new Event('change', { bubbles: true }));
  return squeeze(option.textContent);
};

/** An option of an open ARIA list by its visible text: its number, to be pressed like anything else. */
hitlai.optionRef = (text) => {
  const wanted = squeeze(text).toLowerCase();
  forget();
  const shown = [...document.querySelectorAll('[role=option],[role=menuitemradio]')].filter(isVisible);
  const option = shown.find((each) => squeeze(each.textContent).toLowerCase() === wanted)
    || shown.find((each) => squeeze(each.textContent).toLowerCase().startsWith(wanted));
  return option ? { ref: refFor(option), selector: selectorOf(option) } : null;
};

/** Where pressing the element would send the form around it. */
hitlai.formAction = (ref, selector) => {
  const element = elementAt(ref, selector);
  const form = element && (element.form || element.closest('form'));
  if (!form || !element.matches('button:not([type=button]):not([type=reset]),input[type=submit],input[type=image]')) return '';
  try {
    return new URL(element.getAttribute('formaction') || form.getAttribute('action') || location.href, document.baseURI).href;
  } catch {
    return '';
  }
};

/** A point on an element by shares of its width and height. */
hitlai.placeOn = (ref, selector, across, down) => {
  const element = elementAt(ref, selector);
  if (!element) return null;
  const inView = (rect) => rect.top >= 0 && rect.bottom <= innerHeight;
  if (!inView(element.getBoundingClientRect())) element.scrollIntoView({ block: 'center', behavior: 'instant' });
  const rect = element.getBoundingClientRect();
  const shift = frameOffset(element);
  return { x: rect.left + rect.width * across + shift.x, y: rect.top + rect.height * down + shift.y };
};

/** Where a passage of an element's text begins and ends on the screen. */
hitlai.passage = (ref, selector, words) => {
  const element = elementAt(ref, selector);
  if (!element) return null;
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const at = node.data.indexOf(words);
    if (at < 0) continue;
    const range = document.createRange();
    range.setStart(node, at);
    range.setEnd(node, at + words.length);
    range.startContainer.parentElement.scrollIntoView({ block: 'nearest', behavior: 'instant' });
    const rects = [...range.getClientRects()];
    const first = rects[0];
    const last = rects[rects.length - 1];
    const shift = frameOffset(element);
    return {
      x: first.left + shift.x, y: first.top + first.height / 2 + shift.y,
      toX: last.right + shift.x, toY: last.top + last.height / 2 + shift.y,
    };
  }
  return null;
};
