// One walk over the page in document order: through open shadow roots and frames of the same origin.
const WIDGETS = new Set(['button', 'link', 'checkbox', 'radio', 'switch', 'textbox', 'searchbox', 'combobox', 'listbox', 'slider',
  'spinbutton', 'menuitem', 'menuitemcheckbox', 'menuitemradio', 'tab', 'option', 'treeitem']);
const INTERACTIVE = 'a[href],area[href],button,input:not([type=hidden]),select,textarea,summary,[onclick],[contenteditable=""],'
  + '[contenteditable=true],[role=button],[role=link],[role=checkbox],[role=radio],[role=switch],[role=textbox],[role=combobox],'
  + '[role=slider],[role=menuitem],[role=tab],[role=option]';
const SKIPPED = /^(script|style|template|noscript|head|link|meta|title)$/;
const BLOCK_GROUPS = /^(fieldset|li|tr|article|section|details|dialog|aside|form)$/;

function newCollection() {
  return {
    elements: [], texts: [], headings: [], landmarks: [], images: [], forms: [], notTested: new Set(),
    blocks: new Map(), nodes: 0, hidden: 0, frames: 0, structure: new Set(), outline: [], hoverRules: null,
  };
}

function isInteractive(element, role, style, parentCursor) {
  if (element.hasAttributes() || element.localName === 'summary' || element.localName === 'button') {
    if (element.matches(INTERACTIVE)) return true;
    if (element.hasAttribute('tabindex') && element.tabIndex >= 0) return true;
    if (WIDGETS.has(role) && element.hasAttribute('role')) return true;
  }
  if (/^(input|select|textarea)$/.test(element.localName)) return element.type !== 'hidden';
  // Nothing but the hand says that it can be pressed.
  return style.cursor === 'pointer' && parentCursor !== 'pointer' && !/^(html|body|label|option)$/.test(element.localName)
    && !element.closest('a[href],button,summary,label') && !element.querySelector('a[href],button,input,select,textarea');
}

function walkDocument(doc, frame, offset, all) {
  const root = doc.body || doc.documentElement;
  if (!root) return;
  const stack = [{ node: root, context: { frame, offset, heading: { text: '' }, landmark: '', group: '', block: root, cursor: '', path: '', depth: 0 } }];
  while (stack.length > 0) {
    if (++all.nodes > LIMITS.nodes) {
      all.notTested.add(`Only the first ${LIMITS.nodes} nodes of the page were looked at.`);
      return;
    }
    const { node, context } = stack.pop();
    if (node.nodeType === Node.TEXT_NODE) takeText(node, context, all);
    else if (node.nodeType === Node.ELEMENT_NODE) {
      const inner = takeElement(node, context, all);
      if (inner) pushChildren(stack, node, inner);
    }
  }
}

function pushChildren(stack, node, context) {
  const push = (children) => {
    for (let i = children.length - 1; i >= 0; i--) {
      const type = children[i].nodeType;
      if (type === Node.ELEMENT_NODE || (type === Node.TEXT_NODE && children[i].data.trim())) stack.push({ node: children[i], context });
    }
  };
  if (node.shadowRoot) push(node.shadowRoot.childNodes);
  else if (node.localName === 'slot' && node.assignedNodes().length > 0) push(node.assignedNodes());
  else push(node.childNodes);
}

function takeElement(element, context, all) {
  const tag = element.localName;
  if (SKIPPED.test(tag)) return null;
  const style = styleOf(element);
  if (style.display === 'none') {
    takeHidden(element, context, all);
    return null;
  }
  const role = roleOf(element);
  const inner = { ...context, cursor: style.cursor, depth: context.depth + 1 };
  if (context.depth < 8) {
    inner.path = context.path + '>' + tag;
    all.structure.add(inner.path);
  }
  if (!style.display.startsWith('inline') && style.display !== 'contents') inner.block = element;
  takeLandmark(element, role, inner, all);
  takeHeading(element, role, inner, all);
  if (BLOCK_GROUPS.test(tag) || role === 'group' || role === 'radiogroup' || role === 'menu') inner.group = groupOf(element) || context.group;
  if (isInteractive(element, role, style, context.cursor)) takeInteractive(element, role, inner, all);
  takeMedia(element, tag, inner, all);
  if (tag === 'form') all.forms.push(element);
  return tag === 'select' || tag === 'textarea' || tag === 'svg' || tag === 'iframe' ? null : inner;
}

function takeHidden(element, context, all) {
  if (all.hidden >= LIMITS.hidden) return;
  const inside = [...element.querySelectorAll(INTERACTIVE)];
  if (element.matches(INTERACTIVE)) inside.unshift(element);
  for (const hidden of inside) {
    if (++all.hidden > LIMITS.hidden) return;
    takeInteractive(hidden, roleOf(hidden), context, all);
  }
}

function takeLandmark(element, role, context, all) {
  if (!LANDMARKS.has(role) || (role === 'form' && !element.hasAttribute('aria-label') && !element.hasAttribute('aria-labelledby'))) return;
  context.landmark = role;
  if (all.landmarks.length < 100) all.landmarks.push({ role, name: nameOf(element, role), box: boxOf(element, context) });
}

function takeHeading(element, role, context, all) {
  if (role !== 'heading' || !isVisible(element)) return;
  const text = clip(squeeze(contentName(element, 0, false)), 200);
  context.heading.text = text; // shared on purpose: it holds for all that follows
  const level = Number(element.getAttribute('aria-level') || element.localName.slice(1)) || 2;
  if (all.headings.length < LIMITS.headings) all.headings.push({ level, text, box: boxOf(element, context) });
}

function groupOf(element) {
  const label = squeeze(element.getAttribute('aria-label')) || idsText(element, 'aria-labelledby');
  if (label) return clip(label, 80);
  const title = element.localName === 'tr'
    ? element.querySelector('th,td')
    : element.querySelector('legend,caption,summary,h1,h2,h3,h4,h5,h6,[role=heading]');
  return title ? clip(squeeze(title.textContent), 80) : '';
}

function takeInteractive(element, role, context, all) {
  if (all.elements.length >= LIMITS.elements) {
    all.notTested.add(`Only the first ${LIMITS.elements} controls and links of the page were looked at.`);
    return;
  }
  all.elements.push({ element, role, context, heading: context.heading.text });
}

function takeText(node, context, all) {
  const parent = node.parentElement;
  if (!parent || !context.block) return;
  let block = all.blocks.get(context.block);
  if (!block) {
    if (all.blocks.size >= LIMITS.texts) {
      all.notTested.add(`Only the first ${LIMITS.texts} blocks of text were read.`);
      return;
    }
    block = { element: context.block, inker: parent, parts: [], length: 0, context };
    all.blocks.set(context.block, block);
  }
  if (block.length < 4000) {
    block.parts.push(node.data);
    block.length += node.data.length;
  }
}

function takeMedia(element, tag, context, all) {
  if (tag === 'img') takeImage(element, context, all);
  else if (tag === 'iframe' || tag === 'frame') takeFrame(element, context, all);
  else if (tag === 'canvas' && isVisible(element)) all.notTested.add('What is drawn on a canvas can’t be perceived.');
  else if ((tag === 'video' || tag === 'audio') && isVisible(element)) all.notTested.add('Video and sound are not judged.');
  else if ((tag === 'object' || tag === 'embed') && isVisible(element)) all.notTested.add('Embedded objects are not looked into.');
  else if (tag.includes('-') && !element.shadowRoot && element.childNodes.length === 0 && rectOf(element).height > 4) {
    all.notTested.add(`The inside of <${tag}> is closed and can’t be perceived.`);
  }
}

function takeImage(element, context, all) {
  if (all.images.length >= LIMITS.images || !isVisible(element)) return;
  all.images.push({
    src: clip(element.currentSrc || element.src, 500), alt: element.getAttribute('alt') || '', altPresent: element.hasAttribute('alt'),
    broken: element.complete && element.naturalWidth === 0 && Boolean(element.getAttribute('src')),
    naturalWidth: element.naturalWidth, naturalHeight: element.naturalHeight, box: boxOf(element, context), selector: selectorOf(element),
  });
}

function takeFrame(element, context, all) {
  if (!isVisible(element)) return;
  let doc = null;
  try {
    doc = element.contentDocument;
  } catch {
    // Of another origin: noted below.
  }
  if (!doc || !doc.body) {
    all.notTested.add(`A frame from ${hostOf(element.src)} was not looked into.`);
    return;
  }
  if (all.frames >= 10) return;
  const rect = rectOf(element);
  const offset = { x: context.offset.x + rect.left + element.clientLeft, y: context.offset.y + rect.top + element.clientTop };
  walkDocument(doc, ++all.frames, offset, all);
}

function hostOf(address) {
  try {
    return new URL(address).host || 'elsewhere';
  } catch {
    return 'elsewhere';
  }
}

function boxOf(element, context) {
  const rect = rectOf(element);
  const round = (value) => Math.round(value * 10) / 10;
  return {
    x: round(rect.left + context.offset.x + scrollX), y: round(rect.top + context.offset.y + scrollY),
    width: round(rect.width), height: round(rect.height),
  };
}
