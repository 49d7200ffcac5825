// The page as it stands, compact and well-formed: what a finding claims of it is looked up here later. Scripts, styles and
// passwords stay out. _b: box in pixels of the page, _k: contrast of its text, _s: font size, _v: what a field holds.
const KEPT = { characters: 700000, styled: 2500, text: 2000, attribute: 300 };
const EMPTIED = /^(script|style|template|noscript|path|canvas|video|audio|object|embed)$/;
const escaped = (text) => text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '').replace(/[&<>"]/g, (sign) => '&#' + sign.charCodeAt(0) + ';');

function keptAttributes(element, kept) {
  let out = '';
  for (const { name, value } of element.attributes) {
    if (name === 'style' || name.startsWith('on') || name.startsWith('_') || !/^[a-z][\w:.-]*$/i.test(name)) continue;
    if (name.startsWith('data-') && !/^data-(test|testid|cy)$/.test(name)) continue;
    if (name === 'value' && element.type === 'password') continue;
    out += ` ${name.replace(/:/g, '-')}="${escaped(value.slice(0, KEPT.attribute))}"`;
  }
  if (kept.frame) return out;
  const box = element.getBoundingClientRect();
  out += ` _b="${Math.round(box.x + scrollX)},${Math.round(box.y + scrollY)},${Math.round(box.width)},${Math.round(box.height)}"`;
  if (/^(input|textarea|select)$/.test(element.localName) && element.type !== 'password' && element.value) {
    out += ` _v="${escaped(String(element.value).slice(0, KEPT.attribute))}"`;
  }
  if (kept.styled < KEPT.styled && [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim())) {
    kept.styled++;
    out += ` _k="${Math.round(contrastOf(element) * 100) / 100}" _s="${parseFloat(styleOf(element).fontSize)}"`;
  }
  return out;
}

function keepNode(node, kept) {
  if (kept.size > KEPT.characters) {
    kept.truncated = true;
    return;
  }
  if (node.nodeType === Node.TEXT_NODE) {
    const text = node.data.replace(/\s+/g, ' ');
    if (text) put(kept, escaped(text.slice(0, KEPT.text)));
    return;
  }
  if (node.nodeType !== Node.ELEMENT_NODE) return;
  const tag = /^[a-z][\w.-]*$/i.test(node.localName) ? node.localName : 'unnamed';
  put(kept, `<${tag}${keptAttributes(node, kept)}>`);
  if (!EMPTIED.test(tag)) {
    if (node.shadowRoot) {
      put(kept, '<shadow-root>');
      for (const child of node.shadowRoot.childNodes) keepNode(child, kept);
      put(kept, '</shadow-root>');
    }
    if (tag === 'iframe' || tag === 'frame') keepFrame(node, kept);
    else for (const child of node.childNodes) keepNode(child, kept);
  }
  kept.parts.push(`</${tag}>`);
}

function keepFrame(frame, kept) {
  let inner = null;
  try {
    inner = frame.contentDocument;
  } catch { /* Another site's. */ }
  if (!inner || !inner.documentElement) {
    kept.foreign = true;
    return;
  }
  put(kept, '<frame-document>');
  const outer = kept.frame;
  kept.frame = true; // Its boxes are in its own pixels.
  keepNode(inner.documentElement, kept);
  kept.frame = outer;
  put(kept, '</frame-document>');
}

function put(kept, text) {
  kept.size += text.length;
  kept.parts.push(text);
}

hitlai.keep = () => {
  const kept = { parts: [], size: 0, styled: 0, truncated: false, foreign: false, frame: false };
  try {
    keepNode(document.documentElement, kept);
  } catch { // Nested deeper than a script may go.
    return JSON.stringify({ html: '', truncated: true });
  }
  return JSON.stringify({ html: kept.parts.join(''), truncated: kept.truncated || kept.foreign });
};
