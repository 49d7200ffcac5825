// Form controls as a person meets them: label, hint, constraint, error.
const EDITABLE = new Set(['textbox', 'searchbox', 'combobox', 'listbox', 'spinbutton', 'slider', 'checkbox', 'radio', 'switch']);

function isField(element, role) {
  if (/^(select|textarea)$/.test(element.localName)) return true;
  if (element.localName === 'input') return !/^(submit|reset|button|image|hidden)$/.test(element.type);
  return EDITABLE.has(role);
}

function typeOf(element, role) {
  const tag = element.localName;
  if (tag === 'select') return 'select';
  if (tag === 'textarea') return 'textarea';
  if (tag === 'input') return element.type;
  return role === 'textbox' ? 'text' : role;
}

function fieldOf(element, role, forms) {
  const described = idsText(element, 'aria-describedby');
  const error = errorOf(element, described);
  return {
    form: forms.indexOf(element.form || element.closest('form')),
    type: typeOf(element, role),
    label: clip(labelOf(element, role), 200),
    placeholder: squeeze(element.getAttribute('placeholder')),
    autocomplete: element.getAttribute('autocomplete') || '',
    hint: error && described === error ? '' : clip(described, 200),
    required: element.required === true || element.getAttribute('aria-required') === 'true',
    invalid: element.getAttribute('aria-invalid') === 'true' || shownInvalid(element),
    error: clip(error, 300),
    pattern: element.getAttribute('pattern'),
    maxLength: element.maxLength > 0 ? element.maxLength : -1,
    valueLength: valueLength(element),
    options: optionsOf(element, role),
  };
}

/** Invalid as the browser shows it: only after the person touched it or tried to send it. */
function shownInvalid(element) {
  return Boolean(element.willValidate) && !element.validity.valid && element.matches(':user-invalid');
}

function valueLength(element) {
  if (/^(checkbox|radio)$/.test(element.type)) return 0;
  if (typeof element.value === 'string') return element.value.length;
  return element.isContentEditable ? squeeze(element.textContent).length : 0;
}

function labelOf(element, role) {
  return labelsText(element) || idsText(element, 'aria-labelledby') || wordsInside(element, role) || neighbourText(element);
}

/** Boxes and switches made of other elements bear their words in themselves. */
function wordsInside(element, role) {
  return element.localName !== 'input' && /^(checkbox|radio|switch)$/.test(role) ? squeeze(element.textContent) : '';
}

/** Words right before the control, or right after a box to tick: what sighted people take for its label. */
function neighbourText(element) {
  const ticked = /^(checkbox|radio)$/.test(element.type);
  for (let at = element, up = 0; at && up < 2 && at.localName !== 'form'; at = at.parentElement, up++) {
    const text = siblingText(at, ticked ? 'nextSibling' : 'previousSibling', element);
    if (text) return text;
    const cell = at.localName === 'td' && at.previousElementSibling;
    if (cell && squeeze(cell.textContent)) return squeeze(cell.textContent);
  }
  return '';
}

function siblingText(from, direction, element) {
  let node = from[direction];
  while (node && ((node.nodeType === Node.TEXT_NODE && !node.data.trim()) || node.localName === 'br' || node.nodeType === Node.COMMENT_NODE)) {
    node = node[direction];
  }
  if (!node) return '';
  if (node.nodeType === Node.TEXT_NODE) return squeeze(node.data);
  if (node.nodeType !== Node.ELEMENT_NODE || /^(h[1-6]|label|button|a|nav|p|ul|table|script|style)$/.test(node.localName)) return '';
  if (node.querySelector('input,select,textarea,button')) return '';
  const text = squeeze(node.textContent);
  if (!text || text.length > 80) return '';
  const theirs = rectOf(node);
  const ours = rectOf(element);
  const near = Math.abs(ours.top - theirs.bottom) < 40 || Math.abs(ours.left - theirs.right) < 60 || Math.abs(theirs.left - ours.right) < 60;
  return near ? text : '';
}

const ERROR_LIKE = '[role=alert],[class*="error" i],[class*="invalid" i],[class*="danger" i]';

function errorOf(element, described) {
  const named = idsText(element, 'aria-errormessage');
  if (named && element.getAttribute('aria-invalid') === 'true') return named;
  for (const id of (element.getAttribute('aria-describedby') || '').split(/\s+/)) {
    const target = id && element.getRootNode().getElementById && element.getRootNode().getElementById(id);
    if (target && target.matches(ERROR_LIKE) && isVisible(target) && squeeze(target.textContent)) return squeeze(target.textContent);
  }
  if (described && element.getAttribute('aria-invalid') === 'true') return described;
  const near = nearbyError(element);
  if (near) return near;
  return shownInvalid(element) ? element.validationMessage : '';
}

function nearbyError(element) {
  for (let at = element, up = 0; at && up < 3 && !/^(form|fieldset|body)$/.test(at.localName); at = at.parentElement, up++) {
    for (const side of [at.nextElementSibling, at.previousElementSibling]) {
      if (side && side.matches(ERROR_LIKE) && !side.querySelector('input,select,textarea') && isVisible(side)) {
        const text = squeeze(side.textContent);
        if (text && text.length < 300) return text;
      }
    }
    const parent = at.parentElement;
    if (!parent || parent.querySelectorAll('input:not([type=hidden]),select,textarea').length > 1) return '';
  }
  return '';
}

function optionsOf(element, role) {
  if (element.localName === 'select') {
    return [...element.options].slice(0, LIMITS.options).map((option) => squeeze(option.textContent));
  }
  if (element.list) return [...element.list.options].slice(0, LIMITS.options).map((option) => option.value);
  if (role !== 'combobox' && role !== 'listbox') return [];
  const id = element.getAttribute('aria-controls') || element.getAttribute('aria-owns');
  const list = (id && element.getRootNode().getElementById && element.getRootNode().getElementById(id)) || element;
  return [...list.querySelectorAll('[role=option]')].slice(0, LIMITS.options).map((option) => squeeze(option.textContent));
}

let inertSomewhere = false; // asked once per perception: hardly any page uses it

function isDisabled(element) {
  if (element.disabled === true || (inertSomewhere && element.closest('[inert]') !== null)) return true;
  return 'disabled' in element && element.matches(':disabled'); // by its fieldset
}

function stateOf(element, role) {
  const flag = (attribute) => {
    const value = element.getAttribute(attribute);
    return value === 'true' ? true : value === 'false' ? false : null;
  };
  const tickable = /^(checkbox|radio)$/.test(element.type);
  const details = element.localName === 'summary' && element.parentElement && element.parentElement.localName === 'details';
  return {
    disabled: isDisabled(element) || element.getAttribute('aria-disabled') === 'true',
    checked: tickable ? element.checked : flag('aria-checked') ?? flag('aria-pressed'),
    expanded: details ? element.parentElement.open : flag('aria-expanded'),
    selected: element.localName === 'option' ? element.selected : flag('aria-selected'),
    focused: element.getRootNode().activeElement === element,
    readOnly: element.readOnly === true || element.getAttribute('aria-readonly') === 'true',
  };
}
