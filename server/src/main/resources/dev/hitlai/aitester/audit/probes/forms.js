// What a field says about itself. (No label at all is judged by axe.)
const meaning = (el) => (dom.name(el) + ' ' + (el.name || '') + ' ' + (el.id || '')).toLowerCase();
const label = (el) => [...(el.labels || [])].find((l) => dom.squeeze(l.textContent) && dom.visible(l));
const described = (el) => dom.labelled(el, 'aria-describedby').map((e) => dom.squeeze(e.textContent)).join(' ');
const near = dom.near;
const single = dom.fields().filter((el) => !/^(checkbox|radio|range|color|file)$/.test(el.type));
for (const el of single) {
  const named = el.getAttribute('aria-label') || dom.labelled(el, 'aria-labelledby').length || (el.labels && el.labels.length);
  const placeholder = dom.squeeze(el.placeholder);
  const search = el.type === 'search' || el.closest('[role=search], form[action*=search]');
  if (!label(el) && placeholder && (!search || !named) && !dom.labelled(el, 'aria-labelledby').some(dom.visible))
    report(el, { rule: 'placeholder', identity: placeholder, placeholder, label: placeholder });
  else if (!label(el) && !placeholder && named && !search && !dom.labelled(el, 'aria-labelledby').some(dom.visible) && !visibleHint(el))
    report(el, { rule: 'unseen', identity: dom.name(el), label: dom.name(el) });
}
function visibleHint(el) {
  const before = el.previousElementSibling || (el.parentElement && el.parentElement.previousElementSibling);
  return !!before && dom.visible(before) && dom.text(before).length > 0 || el.matches('select') || el.closest('table');
}
// Each entry: what the label means → token of the HTML standard → kind of input that suits it.
const personal = [
  [/\be-?mail\b/, 'email', 'email'],
  [/\b(phone|telephone|mobile|telefon|handy)\b/, 'tel', 'tel'],
  [/\b(first|given) ?-?name\b|\bvorname\b/, 'given-name', ''],
  [/\b(last|family) ?-?name\b|\bsurname\b|\bnachname\b/, 'family-name', ''],
  [/\b(full|your) ?name\b|^name\b/, 'name', ''],
  [/\b(postcode|post code|postal code|zip( code)?|plz)\b/, 'postal-code', ''],
  [/\b(street|address line 1|address)\b(?!.*(e-?mail|web))/, 'street-address', ''],
  [/\b(city|town)\b/, 'address-level2', ''],
  [/\bcountry\b/, 'country', ''],
  [/\bcard number\b/, 'cc-number', ''],
  [/\b(security code|cvc|cvv)\b/, 'cc-csc', ''],
  [/\bexpir(y|es|ation)\b/, 'cc-exp', ''],
  [/\bname on card\b|\bcardholder\b/, 'cc-name', ''],
  [/\b(birthday|date of birth)\b/, 'bday', ''],
];
const tokens = /^(off|on|(section-\S+ )?((shipping|billing) )?((home|work|mobile) )?[a-z]+(-[a-z0-9]+)*)( webauthn)?$/;
for (const el of single) {
  const said = dom.squeeze(dom.name(el)).toLowerCase();
  const auto = (el.getAttribute('autocomplete') || '').trim().toLowerCase();
  const about = personal.find(([words]) => words.test(said));
  const own = !el.closest('[role=search]') && !/gift|friend|recipient|search|discount|voucher/.test(said);
  if (el.type === 'password') {
    if (!auto || auto === 'on' || auto === 'off') report(el, { rule: 'secret', identity: said, autocomplete: auto, label: dom.name(el) });
  } else if (about && own) {
    if (!auto || auto === 'on') report(el, { rule: 'autocomplete', identity: said, token: about[1], label: dom.name(el) });
    else if (auto === 'off') report(el, { rule: 'autocomplete-off', identity: said, token: about[1], label: dom.name(el) });
    else if (tokens.test(auto) && wrongToken(auto, about[1])) report(el, { rule: 'autocomplete-wrong', identity: said, token: about[1], given: auto, label: dom.name(el) });
    if (about[2] && el.tagName === 'INPUT' && el.type === 'text' && el.inputMode !== about[2])
      report(el, { rule: 'type', identity: said, type: el.type, better: about[2], label: dom.name(el) });
  }
  if (el.tagName === 'INPUT' && el.type === 'text' && !el.inputMode && /\b(quantity|number of|how many)\b/.test(said))
    report(el, { rule: 'type', identity: said, type: 'text', better: 'number', label: dom.name(el) });
  if (el.type === 'number' && /card number|security code|cvc|cvv|post ?code|zip|phone/.test(said))
    report(el, { rule: 'type', identity: said, type: 'number', better: about && about[2] ? about[2] : 'text" with inputmode="numeric', label: dom.name(el) });
}
function wrongToken(auto, token) {
  const last = auto.split(' ').pop();
  const kin = { email: ['email', 'username'], tel: ['tel'], 'given-name': ['given-name', 'name', 'additional-name'], 'family-name': ['family-name', 'name'],
    name: ['name', 'given-name', 'cc-name', 'nickname'], 'postal-code': ['postal-code'], 'street-address': ['street-address', 'address-line1', 'address-line2', 'address-line3'],
    'address-level2': ['address-level2', 'address-level1'], country: ['country', 'country-name'] };
  return kin[token] ? !kin[token].some((t) => last.startsWith(t)) && last !== 'off' : false;
}
// Required fields.
for (const el of dom.fields()) {
  if (!el.required && el.getAttribute('aria-required') !== 'true') continue;
  if (el.type === 'radio') continue;
  const form = el.form || el.closest('form');
  if (!form) continue;
  const all = [...form.elements].filter((f) => dom.fields().includes(f) && f.type !== 'radio');
  // Where everything is required there is nothing to tell apart.
  if (all.length < 3 || all.every((f) => f.required || f.getAttribute('aria-required') === 'true')) continue;
  const marked = (f) => /\*|required|mandatory|pflicht|erforderlich|obligatoire|obligatorio/i.test([...(f.labels || [])].map((l) => l.textContent).join(' ') + near(f) + described(f) + (f.placeholder || '')) ||
    [...(f.labels || [])].some((l) => /["*]/.test(getComputedStyle(l, '::after').content.replace(/^"(.*)"$/, '$1')));
  const told = /(all|fields).{0,30}(required|mandatory)|required.{0,20}(field|\*)|\(optional\)|optional/i.test(dom.text(form));
  if (!marked(el) && !told && (label(el) || !el.placeholder)) report(el, { rule: 'required', identity: dom.name(el), label: dom.name(el) });
}
// Groups of radios or checkboxes.
const groups = new Map();
for (const el of dom.fields().filter((f) => f.type === 'radio' || (f.type === 'checkbox' && f.name))) {
  const key = el.type + ':' + el.name;
  groups.set(key, (groups.get(key) || []).concat(el));
}
for (const [key, list] of groups) {
  if (list.length < 2) continue;
  const group = list[0].closest('fieldset, [role=radiogroup], [role=group]');
  const named = group && (dom.name(group) && (group.hasAttribute('aria-label') || group.hasAttribute('aria-labelledby')) || (group.querySelector('legend') && dom.text(group.querySelector('legend'))));
  if (!named) report(list[0], { rule: 'group', identity: key, label: list.map((f) => dom.name(f)).join(', ').slice(0, 80), count: list.length });
}
// Errors that stand on the page but aren't tied to the field.
for (const el of single) {
  const message = dom.errorOf(el);
  if (message) {
    const said = dom.text(message);
    const tied = [...dom.labelled(el, 'aria-describedby'), ...dom.labelled(el, 'aria-errormessage')].some((e) => e === message || e.contains(message) || message.contains(e));
    if (!tied && !message.closest('label')) report(message, { rule: 'error', identity: '', message: said.slice(0, 120), label: dom.name(el) });
    const missing = /required|enter|fill|missing|empty|needed|provide|choose|select|pflicht|ausfüllen|angeben/i.test(said);
    const marks = [...(el.labels || [])].map((l) => l.textContent + getComputedStyle(l, '::after').content).join(' ') + described(el).replace(said, '');
    if (missing && !el.value && label(el) && !/\*|required|mandatory|pflicht/i.test(marks) && !(el.form && /\(optional\)|fields are required|all fields/i.test(dom.text(el.form))))
      report(el, { rule: 'required', identity: '', message: said, label: dom.name(el) || el.placeholder });
    if (/^(invalid( (input|value|entry|data|format))?|error|wrong( (value|input|format|entry))?|incorrect( value)?|not valid|bad (input|request|value)|failed|an error occurred|something went wrong|please (fill|complete) (in |out )?(the |this )?(field|form) correctly|(please )?(enter|submit|provide|use|fill in) (again )?(with )?(the |a )?(correct|valid|right) (data|values?|information|input|format)( again)?|check (your )?input|(error|code|fehler|err)[ #:-]*\d+([:.,\- ]+([\p{L}-]+ ?){0,3})?|(illegal|bad|wrong) (value|argument|character)s?|ungültige? (eingabe|wert)|fehler|falsche? eingabe)[.!:]?$/iu.test(said))
      report(message, { rule: 'vague-error', identity: said, message: said, label: dom.name(el) });
    if (el.type === 'password' && /\d+ (characters|letters|zeichen)|at least|must (contain|have|include)/i.test(said) && !/\d|at least|must/i.test((described(el) + near(el)).replace(said, '').replace(said, '')))
      report(el, { rule: 'password-rules', identity: 'after', label: dom.name(el) });
    // A complaint about the form of an entry, next to an empty field: the entry was thrown away.
    if (!missing && !el.value && el.type !== 'password' && /format|digits|valid|wrong|only|characters|contain|must|example|ungültig|ziffern/i.test(said))
      report(el, { rule: 'input-lost', identity: '', message: said, label: dom.name(el) });
  }
  const help = described(el) + near(el) + (el.placeholder || '') + (el.title || '');
  if (el.type === 'text' && (el.pattern || /\bdate\b|birthday|expir/.test(meaning(el))) && !/\d|e\.g\.|example|format|mm|yy/i.test(help.replace(dom.name(el), '')))
    report(el, { rule: 'format', identity: dom.name(el), pattern: el.pattern, label: dom.name(el) });
  if (el.type === 'password' && (/new-password/.test(el.autocomplete) || /(new|choose|create|repeat) .*password|sign up|register/.test(meaning(el) + (el.form ? dom.text(el.form).toLowerCase() : ''))) &&
      (el.minLength > 0 || el.pattern) && !/\d+ (characters|letters|zeichen)|at least|minimum/i.test(help + (el.form ? dom.text(el.form) : '')))
    report(el, { rule: 'password-rules', identity: dom.name(el), label: dom.name(el) });
  // An empty paste changes nothing; a page that refuses it refuses password managers too.
  const paste = () => new ClipboardEvent('paste', { bubbles: true, cancelable: true, clipboardData: new DataTransfer() });
  if (el.tagName === 'INPUT' && el.autocomplete !== 'one-time-code' && el.maxLength !== 1 && !el.dispatchEvent(paste()))
    report(el, { rule: 'paste', identity: dom.name(el), label: dom.name(el) });
  if (el.maxLength > 0 && /\b(name|street|address|e-?mail|city|message)\b/.test(dom.name(el).toLowerCase()) && el.maxLength < 12)
    report(el, { rule: 'short', identity: dom.name(el), limit: el.maxLength, label: dom.name(el) });
}
// Limits and tempers of fields: what is refused that people are right to type.
const right = [
  [/\b(first|last|given|family|full|your)? ?name\b|surname|nachname|vorname/, ['Zoë', "O'Neil", 'Nuñez-Øst']],
  [/phone|telefon|mobile/, ['+49 341 555010']],
  [/card number|kartennummer/, ['4242 4242 4242 4242']],
  [/\b(city|town|ort)\b/, ['Saint-Étienne']],
];
for (const el of single) {
  const said = dom.name(el).toLowerCase();
  const values = (right.find(([words]) => words.test(said)) || [])[1];
  if (values && el.tagName === 'INPUT' && el.pattern && !/user ?name|host|domain|file/.test(said)) {
    let refused;
    try {
      refused = values.find((value) => !new RegExp('^(?:' + el.pattern + ')$', 'v').test(value));
    } catch {
      continue;
    }
    if (refused) report(el, { rule: 'strict', identity: said, example: refused, label: dom.name(el) });
  }
  const message = dom.errorOf(el);
  const complaint = message ? dom.text(message) : '';
  if (values && /\bonly\b.{0,20}\b(letters|characters|digits|numbers)\b.{0,20}\ba ?(-|–|to) ?z\b|\b(no|without|must not contain|not allowed:?) (spaces|accents?|umlauts?|hyphens?|apostrophes?|special characters)\b|\b(digits|numbers) only\b|\bonly (digits|numbers)\b/i.test(complaint))
    report(message, { rule: 'strict', identity: said, example: values[0], label: dom.name(el) });
  if (el.tagName === 'TEXTAREA' && el.maxLength > 0 && el.maxLength < 2000 && !/\d|\b(characters|letters|zeichen|short|brief|kurz)\b/i.test((near(el) + ' ' + described(el) + ' ' + (el.placeholder || '') + ' ' + dom.text(el.parentElement)).replace(el.value, '')))
    report(el, { rule: 'limit', identity: dom.name(el), limit: el.maxLength, label: dom.name(el) });
}
// Buttons that empty the form, and buttons that can't be pressed and don't say why.
for (const button of document.querySelectorAll('button[type=reset], input[type=reset]')) {
  const form = button.form;
  if (!form || !dom.visible(button) || form.matches('[role=search]') || form.method === 'get') continue;
  if ([...form.elements].filter((f) => single.includes(f)).length >= 2) report(button, { rule: 'reset', identity: dom.name(button) });
}
for (const button of document.querySelectorAll('form button[disabled]:not([type=button]):not([type=reset]), form input[type=submit][disabled]')) {
  const form = button.form;
  if (!form || !dom.visible(button) || button.title || described(button)) continue;
  const open = [...form.elements].filter((f) => single.includes(f) && !f.value);
  const others = [...form.querySelectorAll('button:not([disabled]):not([type=button]), input[type=submit]:not([disabled])')].some(dom.visible);
  const why = /\b(required|mandatory|first|before you|to continue|please|until|sold out|unavailable|not available|closed|fully booked|pflichtfeld|erforderlich|bitte|zuerst|ausverkauft)\b|\*/i;
  const around = dom.text(form) + ' ' + (button.parentElement === form ? '' : dom.text(button.parentElement)) + ' ' + dom.text(button.nextElementSibling || button);
  if (open.length >= 2 && !others && !why.test(around)) report(button, { rule: 'disabled', identity: dom.name(button), fields: open.map((f) => dom.name(f)).slice(0, 3).join(', ') });
}
// Long lists of countries or languages in no order that can be searched.
const region = (() => {
  const names = new Set();
  for (const type of ['region', 'language']) {
    const display = new Intl.DisplayNames([dom.language, 'en'], { type, fallback: 'none' });
    for (let a = 65; a <= 90; a++) for (let b = 65; b <= 90; b++) {
      const code = String.fromCharCode(a, b);
      const called = display.of(type === 'region' ? code : code.toLowerCase());
      if (called) names.add(called.toLowerCase());
    }
  }
  return names;
});
let known = null;
for (const el of dom.fields().filter((f) => f.tagName === 'SELECT' && f.options.length >= 7)) {
  const options = [...el.options].filter((o) => !o.disabled && o.value !== '' && !/^[-–—\s]*$|^(please )?(choose|select)|^bitte/i.test(o.text)).map((o) => dom.squeeze(o.text));
  const sorted = (list) => list.every((o, i) => i === 0 || o.localeCompare(list[i - 1], dom.language, { sensitivity: 'base' }) >= 0);
  const pinned = Math.min(5, 1 + Math.floor(options.length / 5));
  if (options.length < 6 || Array.from({ length: pinned + 1 }, (_, i) => i).some((i) => sorted(options.slice(i)))) continue;
  known = known || region();
  if (options.filter((o) => known.has(o.toLowerCase())).length >= options.length * 0.8) report(el, { rule: 'options', identity: dom.name(el), count: options.length, label: dom.name(el) });
}
// A select that sends its form as soon as something is chosen. Forms that only look things up may be tried.
for (const el of dom.fields().filter((f) => f.tagName === 'SELECT')) {
  const form = el.form;
  if (!form || form.method !== 'get' || [...el.options].some((o) => /^(https?:|\/)/.test(o.value))) continue;
  let sent = false;
  const stop = (event) => {
    sent = true;
    event.preventDefault();
  };
  form.submit = form.requestSubmit = () => (sent = true);
  form.addEventListener('submit', stop, true);
  el.dispatchEvent(new Event('change', { bubbles: true }));
  form.removeEventListener('submit', stop, true);
  delete form.submit;
  delete form.requestSubmit;
  if (sent) report(el, { rule: 'change-on-input', identity: dom.name(el), label: dom.name(el) });
}
// Labels that say nothing, and labels that several fields share with nothing to be seen that tells them apart.
const labelText = (el) => {
  const shown = [...(el.labels || []), ...dom.labelled(el, 'aria-labelledby')].filter((l) => dom.visible(l));
  return dom.words(shown.map((l) => dom.squeeze([...l.childNodes].filter((n) => n.nodeType === 3 || !n.matches || !n.matches('input, select, textarea')).map((n) => n.textContent).join(' '))).join(' ')).join(' ');
};
const surroundings = (el) => {
  const parts = [];
  for (let at = el.parentElement; at && at !== document.body; at = at.parentElement) {
    if (at.matches('fieldset, [role=group], [role=radiogroup]')) {
      const legend = at.querySelector(':scope > legend');
      parts.push(legend && dom.visible(legend) ? dom.text(legend) : '');
    }
  }
  let last = '';
  for (const h of document.querySelectorAll('h1, h2, h3, h4, h5, h6, [role=heading], legend, dt, th')) if (h.compareDocumentPosition(el) & 4 && dom.visible(h)) last = dom.text(h);
  return parts.join('|') + '|' + last;
};
const sharing = new Map();
for (const el of dom.fields()) {
  if (/^(checkbox|radio|range)$/.test(el.type)) continue;
  const said = labelText(el);
  if (/^(menu|go|field|input|label|button|submit|form|ok|click here|here|eingabe|feld)$/.test(said)) report(el, { rule: 'vague-label', identity: said, label: dom.name(el) });
  const own = el.closest('tr, li, article, [role=row], [role=listitem], [class*=item i], [class*=card i], [class*=row i], [class*=line i]');
  if (!said || (own && el.form && own !== el.form && el.form.contains(own))) continue;
  const forms = [...document.forms];
  const key = said + '#' + forms.indexOf(el.form) + '#' + surroundings(el);
  sharing.set(key, (sharing.get(key) || []).concat(el));
}
for (const [key, list] of sharing) if (list.length > 1) report(list[1], { rule: 'same-label', identity: key.split('#')[0], count: list.length, label: dom.name(list[1]) });
// Errors that only some people get: hidden from assistive technology, or moved off the screen.
for (const el of single) {
  const wrap = el.closest('.field, .form-group, .form-row, p, li, td, div, form') || el.parentElement;
  const alone = wrap.querySelectorAll('input:not([type=hidden], [type=submit], [type=button]), select, textarea').length === 1;
  const messages = [...dom.labelled(el, 'aria-errormessage'), ...dom.labelled(el, 'aria-describedby').filter((e) => e.matches(dom.errorMarks)), ...(alone ? wrap.querySelectorAll(dom.errorMarks) : [])]
    .filter((e) => !e.contains(el) && !e.matches('label, input') && e.checkVisibility({ visibilityProperty: true }) && dom.squeeze(e.textContent).length > 3);
  if (!messages.length || dom.errorOf(el) && !dom.errorOf(el).closest('[aria-hidden=true]')) continue;
  const lost = messages.find((e) => e.closest('[aria-hidden=true]') || !dom.visible(e));
  if (lost) report(lost, { rule: 'error-hidden', identity: '', message: dom.squeeze(lost.textContent).slice(0, 120), label: dom.name(el), from: lost.closest('[aria-hidden=true]') ? 'screen readers' : 'the screen' });
}
