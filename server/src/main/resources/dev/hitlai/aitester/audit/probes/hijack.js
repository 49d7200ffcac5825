// Every text that a model may get to read, with where it stands and whether people see it; whether it gives orders is judged outside the page.
const LONGEST = 1500;
const said = new Set();
let room = 120;
const tell = (el, text, way, seen) => {
  const words = String(text || '').replace(/[ \t\r\f]+/g, ' ').replace(/\s*\n\s*/g, '\n').trim().slice(0, LONGEST);
  if (room <= 0 || words.length < 8 || (!/[\s\u{E0000}-\u{E0FFF}]/u.test(words) && !/[^\x00-\u04ff]/.test(words) && words.length < 24)) return;
  const key = way + words;
  if (said.has(key)) return;
  said.add(key);
  room--;
  report(el, { rule: seen ? 'visible' : 'hidden', identity: way, label: words.slice(0, 120), words, way });
};
const whole = document.documentElement;
const far = (b) => b.x + b.width < 0 || b.y + b.height < 0 || b.x > Math.max(document.documentElement.scrollWidth, innerWidth) || b.y > document.documentElement.scrollHeight;
// Why people don't see the text of an element; empty when they do. Menus and closed sections are opened by people, so their text counts as seen when it is short.
const unseen = (el) => {
  const s = dom.style(el);
  const b = dom.box(el);
  if (s.display === 'none' || el.closest('[hidden]')) return 'text that is not displayed';
  if (s.visibility !== 'visible') return 'text made invisible';
  for (let at = el; at; at = at.parentElement) if (parseFloat(dom.style(at).opacity) < 0.06) return 'transparent text';
  if (!el.checkVisibility()) return 'text that is not displayed';
  if (parseFloat(s.fontSize) < 3) return 'tiny text';
  if (b.width <= 1.5 || b.height <= 1.5) return 'text without size';
  if (/rect\(0|inset\((50|100)%/.test(s.clip + s.clipPath)) return 'text cut away';
  if (far(b) || Math.abs(parseFloat(s.textIndent)) > 900) return 'text outside the page';
  const colour = dom.rgba(s.color);
  const behind = dom.background(el);
  if (colour && (colour[3] < 0.06 || (behind && dom.ratio(dom.over(colour, behind), behind) < 1.12))) return 'text in the colour of its background';
  for (let at = el.parentElement; at && at !== document.body; at = at.parentElement) {
    const p = dom.style(at);
    if (p.overflow !== 'visible' && (at.clientWidth <= 1 || at.clientHeight <= 1) && p.display !== 'inline') return 'text without room';
  }
  return '';
};
const inline = (el) => /^inline/.test(dom.style(el).display) || dom.style(el).display === 'contents';
const ATTRIBUTES = { alt: 'alternative text', title: 'a title attribute', 'aria-label': 'an ARIA label', 'aria-description': 'an ARIA description', 'aria-roledescription': 'an ARIA role description',
  'aria-valuetext': 'an ARIA value', 'aria-placeholder': 'an ARIA placeholder', placeholder: 'a placeholder', summary: 'a table summary', content: 'a content attribute', label: 'a label attribute', abbr: 'an abbreviation', cite: 'a citation' };
const attributes = (el) => {
  for (const { name, value } of el.attributes) {
    if (ATTRIBUTES[name]) tell(el, value, ATTRIBUTES[name], name === 'placeholder' && dom.visible(el));
    else if (name.startsWith('data-') && /\s/.test(value) && !/^[[{]/.test(value)) tell(el, value, 'a data attribute', false);
    else if (name === 'value' && el.matches('input') && !el.matches('[type=password]')) tell(el, value, el.type === 'hidden' ? 'a hidden field' : 'a field', el.type !== 'hidden' && dom.visible(el));
    else if ((name === 'href' || name === 'src') && /^(data:text|javascript:)|[#?].*(%20|\+).*(%20|\+)/i.test(value)) {
      try { tell(el, decodeURIComponent(value.replace(/\+/g, ' ')), 'an address', false); } catch { /* Not an address. */ }
    }
  }
};
const generated = (el) => {
  for (const place of ['::before', '::after']) {
    const content = getComputedStyle(el, place).content;
    if (content && content.length > 12 && content !== 'none' && content !== 'normal') tell(el, content.replace(/^"|"$/g, '').replace(/\\"/g, '"'), 'text of a style sheet', dom.visible(el));
  }
};
const visit = (root, frame) => {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_COMMENT);
  const host = (node) => frame || (node.parentElement && node.parentElement !== whole ? node.parentElement : whole);
  while (walker.nextNode()) tell(host(walker.currentNode), walker.currentNode.data, 'a comment of the source', false);
  for (const el of root.querySelectorAll('*')) {
    const tag = el.tagName.toLowerCase();
    const at = frame || el;
    attributes(el);
    if (tag === 'title' && !el.closest('svg')) tell(whole, el.textContent, 'the title of the page', true);
    else if (tag === 'script') { if (/json/.test(el.type)) tell(at, el.textContent, 'structured data', false); }
    else if (tag === 'template') tell(at, el.content.textContent, 'a template', false);
    else if (/^(noscript|noframes|object|video|audio|canvas)$/.test(tag)) tell(at, el.textContent.replace(/<[^>]*>/g, ' '), 'text for other browsers', false);
    else if (tag === 'style') for (const remark of el.textContent.match(/\/\*[\s\S]{20,}?\*\//g) || []) tell(at, remark, 'a comment of a style sheet', false);
    else if (el.closest('svg') && /^(text|title|desc|metadata)$/.test(tag)) tell(at, el.textContent, tag === 'text' ? 'text of a drawing' : 'a description of a drawing', tag === 'text');
    else if (tag === 'iframe') {
      try { if (el.contentDocument && el.contentDocument.body) visit(el.contentDocument.documentElement, el); } catch { /* Another site. */ }
    }
    if (el.shadowRoot) visit(el.shadowRoot, frame || el);
  }
};
// Text by block: what stands in one line belongs together, however many elements it is made of.
const blocks = (root, frame) => {
  for (const el of root.querySelectorAll('*')) {
    if (/^(SCRIPT|STYLE|TEMPLATE|NOSCRIPT|TITLE|HEAD|META|LINK|IFRAME|OPTION|TEXTAREA)$/.test(el.tagName) || el.closest('svg')) continue;
    generated(el);
    const own = dom.ownText(el);
    const parts = [...el.children].filter((child) => dom.squeeze(child.textContent));
    if (!own && (parts.length === 0 || (parts.length === 1 && !dom.ownText(parts[0])))) continue;
    const hidden = own || parts.every(inline) ? unseen(el) : '';
    if (own && hidden) { tell(frame || el, el.textContent, hidden, false); continue; }
    if (own && !inline(el)) tell(frame || el, dom.shownText(el) || own, 'visible text', true);
    else if (own && !(el.parentElement && dom.ownText(el.parentElement))) tell(frame || el, own, 'visible text', true);
    // Pieces that make sense only together.
    if (parts.length > 1 && parts.length <= 16 && parts.every((part) => dom.squeeze(part.textContent).length < 70 && part.children.length <= 3))
      tell(frame || el, parts.map((part) => dom.squeeze(part.textContent)).join(' '), 'text split over elements', parts.every(dom.visible));
  }
};
visit(whole, null);
blocks(document.body, null);
for (const field of document.querySelectorAll('textarea, option')) tell(field, field.value || field.textContent, field.tagName === 'OPTION' ? 'an option' : 'a field', dom.visible(field));
for (const frame of document.querySelectorAll('iframe')) {
  try { if (frame.contentDocument && frame.contentDocument.body) blocks(frame.contentDocument.body, frame); } catch { /* Another site. */ }
}
for (const el of document.querySelectorAll('*')) if (el.shadowRoot) blocks(el.shadowRoot, el);
