// Roles and accessible names, after HTML-AAM and accname 1.2 as far as people notice.
const INPUT_ROLES = {
  button: 'button', submit: 'button', reset: 'button', image: 'button', checkbox: 'checkbox', radio: 'radio',
  range: 'slider', number: 'spinbutton', search: 'searchbox', file: 'button', color: 'button',
};
const TAG_ROLES = {
  button: 'button', textarea: 'textbox', summary: 'button', option: 'option', nav: 'navigation', main: 'main',
  aside: 'complementary', ul: 'list', ol: 'list', li: 'listitem', table: 'table', tr: 'row', form: 'form',
  dialog: 'dialog', article: 'article', fieldset: 'group', details: 'group', h1: 'heading', h2: 'heading',
  h3: 'heading', h4: 'heading', h5: 'heading', h6: 'heading', hr: 'separator', progress: 'progressbar', meter: 'meter',
};
const LANDMARKS = new Set(['banner', 'navigation', 'main', 'complementary', 'contentinfo', 'search', 'form', 'region']);
const NAMED_BY_CONTENT = new Set(['button', 'link', 'menuitem', 'menuitemcheckbox', 'menuitemradio', 'option', 'tab',
  'checkbox', 'radio', 'switch', 'treeitem', 'heading', 'cell', 'gridcell', 'columnheader', 'rowheader', 'row', 'generic']);

const squeeze = (text) => (text || '').replace(/\s+/g, ' ').trim();
const clip = (text, length) => (text.length > length ? text.slice(0, length - 1) + '…' : text);

function roleOf(element) {
  const explicit = (element.getAttribute('role') || '').trim().split(/\s+/)[0].toLowerCase();
  if (explicit && explicit !== 'presentation' && explicit !== 'none') return explicit;
  const tag = element.localName;
  switch (tag) {
    case 'a':
    case 'area': return element.hasAttribute('href') ? 'link' : 'generic';
    case 'input':
      if (element.hasAttribute('list')) return 'combobox';
      return INPUT_ROLES[element.type] || 'textbox';
    case 'select': return element.multiple || element.size > 1 ? 'listbox' : 'combobox';
    case 'img': return element.getAttribute('alt') === '' ? 'presentation' : 'img';
    case 'header': return element.closest('article,aside,main,nav,section') ? 'generic' : 'banner';
    case 'footer': return element.closest('article,aside,main,nav,section') ? 'generic' : 'contentinfo';
    case 'section': return element.hasAttribute('aria-label') || element.hasAttribute('aria-labelledby') ? 'region' : 'generic';
    case 'search': return 'search';
    default:
      if (element.isContentEditable && !(element.parentElement && element.parentElement.isContentEditable)) return 'textbox';
      return TAG_ROLES[tag] || 'generic';
  }
}

function idsText(element, attribute) {
  const ids = (element.getAttribute(attribute) || '').trim();
  if (!ids) return '';
  const root = element.getRootNode();
  return squeeze(ids.split(/\s+/).map((id) => {
    const target = root.getElementById ? root.getElementById(id) : null;
    return target ? squeeze(contentName(target, 0, true)) : '';
  }).join(' '));
}

function labelsText(element) {
  if (!element.labels || element.labels.length === 0) return '';
  return squeeze([...element.labels].map((label) => ownText(label, element)).join(' '));
}

/** A label's words without those of the control inside it. */
function ownText(label, control) {
  let text = '';
  for (const child of label.childNodes) {
    if (child.nodeType === Node.TEXT_NODE) text += child.data;
    else if (child.nodeType === Node.ELEMENT_NODE && child !== control && !/^(select|textarea|script|style)$/.test(child.localName)) {
      text += ' ' + (child.contains(control) ? ownText(child, control) : contentName(child, 1, false)) + ' ';
    }
  }
  return text;
}

function contentName(element, depth, evenHidden) {
  if (depth > 12) return '';
  const label = element.getAttribute && squeeze(element.getAttribute('aria-label'));
  if (label) return label;
  const tag = element.localName;
  if (tag === 'img' || tag === 'area' || (tag === 'input' && element.type === 'image')) return element.alt || '';
  if (tag === 'svg') return squeeze((element.querySelector('title') || {}).textContent);
  if (tag === 'script' || tag === 'style' || tag === 'noscript' || tag === 'template') return '';
  let text = '';
  const children = tag === 'slot' && element.assignedNodes().length ? element.assignedNodes()
    : (element.shadowRoot || element).childNodes;
  let read = 0;
  for (const child of children) {
    if (++read > 200 || text.length > 600) break;
    if (child.nodeType === Node.TEXT_NODE) text += child.data;
    else if (child.nodeType === Node.ELEMENT_NODE) {
      if (child.getAttribute('aria-hidden') === 'true') continue;
      const style = styleOf(child);
      if (!evenHidden && (style.display === 'none' || style.visibility === 'hidden')) continue;
      const inline = style.display.startsWith('inline');
      text += (inline ? '' : ' ') + contentName(child, depth + 1, evenHidden) + (inline ? '' : ' ');
    }
  }
  return text;
}

function nameOf(element, role) {
  const tag = element.localName;
  let name = idsText(element, 'aria-labelledby') || squeeze(element.getAttribute('aria-label'));
  if (!name) name = labelsText(element);
  if (!name && tag === 'input') {
    if (/^(submit|reset|button)$/.test(element.type)) {
      name = squeeze(element.value) || { submit: 'Submit', reset: 'Reset' }[element.type] || '';
    } else if (element.type === 'image') name = squeeze(element.alt);
  }
  if (!name && (tag === 'img' || tag === 'area')) name = squeeze(element.getAttribute('alt'));
  if (!name && tag === 'fieldset') name = squeeze((element.querySelector('legend') || {}).textContent);
  if (!name && (NAMED_BY_CONTENT.has(role) || tag === 'summary') && !/^(input|select|textarea)$/.test(tag)) {
    name = squeeze(contentName(element, 0, false));
  }
  if (!name) name = squeeze(element.getAttribute('title'));
  if (!name) name = squeeze(element.getAttribute('placeholder'));
  return clip(name, 200);
}
