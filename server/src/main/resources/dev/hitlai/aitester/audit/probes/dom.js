// What every probe uses: cached styles and boxes, visibility, names, selectors, colours. Returns an object of functions.
const styles = new Map();
const boxes = new Map();
const seen = new Map();
const style = (el) => {
  let s = styles.get(el);
  if (!s) styles.set(el, (s = getComputedStyle(el)));
  return s;
};
const box = (el) => {
  let b = boxes.get(el);
  if (!b) {
    const r = el.getBoundingClientRect();
    b = { x: r.left + scrollX, y: r.top + scrollY, width: r.width, height: r.height };
    boxes.set(el, b);
  }
  return b;
};
const visible = (el) => {
  let v = seen.get(el);
  if (v === undefined) {
    v = el.checkVisibility({ opacityProperty: true, visibilityProperty: true });
    if (v) {
      const b = box(el);
      v = b.width > 1 && b.height > 1 && b.x + b.width > 0 && b.y + b.height > 0;
    }
    seen.set(el, v);
  }
  return v;
};
const squeeze = (text) => (text || '').replace(/\s+/g, ' ').trim();
const text = (el) => squeeze(el.innerText === undefined ? el.textContent : el.innerText);
const ownText = (el) => {
  let t = '';
  for (const n of el.childNodes) if (n.nodeType === 3) t += n.data;
  return squeeze(t);
};
const elements = [...document.querySelectorAll('body, body *')]
  .filter((el) => !/^(script|style|template|noscript|link|meta|br|source|track|path|g|use|defs)$/i.test(el.tagName))
  .slice(0, 20000);
let texts = null;
const textElements = () => {
  if (!texts) {
    texts = elements.filter(
      (el) => !/^(option|select|textarea|iframe|svg|title)$/i.test(el.tagName) && !el.closest('svg') && ownText(el) && visible(el));
  }
  return texts;
};
const quote = (value) => '"' + value.replace(/["\\]/g, '\\$&') + '"';
const unique = (selector) => {
  try {
    return document.querySelectorAll(selector).length === 1;
  } catch {
    return false;
  }
};
// Ids that frameworks count up or hash change with the next build.
const steady = (id) => /^[A-Za-z][\w-]*$/.test(id) && !/\d{3,}|[:_]r\d|^(ember|react|mui|radix|headlessui)/i.test(id);
const step = (el) => {
  const tag = el.tagName.toLowerCase();
  const parent = el.parentElement;
  if (!parent) return tag;
  const name = [...el.classList].find((c) => /^[A-Za-z][\w-]*$/.test(c) && !/\d{3,}|^(css|sc|jss)-|^(is|has|js)-/.test(c));
  const alike = (child) => child.tagName === el.tagName && (!name || child.classList.contains(name));
  const base = name ? tag + '.' + name : tag;
  if ([...parent.children].filter(alike).length === 1) return base;
  const place = [...parent.children].filter((c) => c.tagName === el.tagName).indexOf(el) + 1;
  return tag + ':nth-of-type(' + place + ')';
};
const selector = (el) => {
  if (el === document.documentElement) return 'html';
  if (el === document.body) return 'body';
  let path = '';
  for (let at = el; at && at !== document.documentElement; at = at.parentElement) {
    const tag = at.tagName.toLowerCase();
    const anchors = [];
    if (at.id && steady(at.id)) anchors.push('#' + CSS.escape(at.id));
    for (const a of ['data-testid', 'data-test', 'name', 'aria-label'])
      if (at.getAttribute(a) && at.getAttribute(a).length < 60) anchors.push(tag + '[' + a + '=' + quote(at.getAttribute(a)) + ']');
    if (at === el && tag === 'a' && at.getAttribute('href')) anchors.push('a[href=' + quote(at.getAttribute('href')) + ']');
    for (const anchor of anchors) {
      const whole = path ? anchor + ' > ' + path : anchor;
      if (unique(whole)) return whole;
    }
    path = path ? step(at) + ' > ' + path : step(at);
    if (unique(path)) return path;
  }
  return path;
};
const looks = (el) => {
  const classes = [...el.classList].filter((c) => !/\d{3,}/.test(c)).sort().join('.');
  return el.tagName.toLowerCase() + (classes ? '.' + classes : '');
};
// The same for all elements that come from the same template.
const signature = (el) => {
  const parts = [];
  for (let at = el; at && at !== document.body && parts.length < 3; at = at.parentElement) parts.unshift(looks(at));
  return parts.join('>');
};
const html = (el) => {
  const whole = el.outerHTML;
  return whole.length > 300 ? whole.slice(0, 297) + '...' : whole;
};
const labelled = (el, attribute) =>
  (el.getAttribute(attribute) || '').split(/\s+/).filter(Boolean).map((id) => document.getElementById(id)).filter(Boolean);
// A close approximation of the accessible name computation.
const name = (el) => {
  const by = labelled(el, 'aria-labelledby').map((e) => squeeze(e.textContent)).join(' ');
  if (by) return by;
  const own = squeeze(el.getAttribute('aria-label'));
  if (own) return own;
  if (el.labels && el.labels.length) {
    const label = squeeze([...el.labels].map((l) => text(l) || l.textContent).join(' '));
    if (label) return label;
  }
  if (el.tagName === 'INPUT' && /^(submit|button|reset)$/.test(el.type)) return el.value || el.type;
  if (el.hasAttribute('alt')) return squeeze(el.alt);
  if (!/^(INPUT|SELECT|TEXTAREA)$/.test(el.tagName)) {
    let t = squeeze(el.textContent);
    for (const img of el.querySelectorAll('img[alt], [aria-label], svg title'))
      t += ' ' + squeeze(img.getAttribute('alt') || img.getAttribute('aria-label') || '');
    if (t.trim()) return squeeze(t);
  }
  return squeeze(el.getAttribute('title') || el.getAttribute('placeholder') || '');
};
const rgba = (value) => {
  const m = /^rgba?\(([\d.]+)[, ]+([\d.]+)[, ]+([\d.]+)(?:[,/ ]+([\d.]+%?))?\)$/.exec(value);
  if (!m) return null;
  const a = m[4] === undefined ? 1 : m[4].endsWith('%') ? parseFloat(m[4]) / 100 : parseFloat(m[4]);
  return [+m[1], +m[2], +m[3], a];
};
const over = (top, under) => [0, 1, 2].map((i) => top[i] * top[3] + under[i] * (1 - top[3])).concat(1);
// The colour behind an element, or null where an image, gradient or unknown colour is part of it.
const background = (el) => {
  const layers = [];
  for (let at = el; at; at = at.parentElement) {
    const s = style(at);
    if (s.backgroundImage !== 'none' || s.mixBlendMode !== 'normal' || s.filter !== 'none') return null;
    const c = rgba(s.backgroundColor);
    if (!c) return null;
    if (c[3] > 0) layers.push(c);
    if (c[3] === 1) break;
  }
  return layers.reverse().reduce((under, top) => over(top, under), [255, 255, 255, 1]);
};
const luminance = (c) => {
  const [r, g, b] = c.slice(0, 3).map((v) => ((v /= 255) <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
const ratio = (a, b) => {
  const [x, y] = [luminance(a), luminance(b)].sort((p, q) => q - p);
  return (x + 0.05) / (y + 0.05);
};
const hex = (c) => '#' + c.slice(0, 3).map((v) => Math.round(v).toString(16).padStart(2, '0')).join('');
const interactive = 'a[href], button, input:not([type=hidden]), select, textarea, summary, [role=button], [role=link], ' +
  '[role=checkbox], [role=radio], [role=tab], [role=menuitem], [role=switch], [role=option], [tabindex]:not([tabindex="-1"])';
const disabled = (el) => el.matches(':disabled, [aria-disabled=true], [inert], [inert] *');
let controlList = null;
const controls = () => controlList || (controlList = [...document.querySelectorAll(interactive)].filter((el) => visible(el) && !disabled(el)));
let fieldList = null;
const fields = () => fieldList || (fieldList = [...document.querySelectorAll(
  'input:not([type=hidden]):not([type=submit]):not([type=button]):not([type=reset]):not([type=image]), select, textarea')]
  .filter((el) => visible(el) && !disabled(el)));
const language = (document.documentElement.lang || 'en').slice(0, 2).toLowerCase();
const heading = (el) => {
  let last = null;
  for (const h of document.querySelectorAll('h1, h2, h3, h4, h5, h6, [role=heading]'))
    if (h.compareDocumentPosition(el) & 4) last = h;
  return last ? text(last) : '';
};
const linear = (a, b) => Math.max(0, Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x)) *
  Math.max(0, Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y));
// Words that say nothing about where a link leads, by language.
const vagueWords = {
  en: 'click here|here|more|read more|learn more|more info|more information|details|link|this|this page|this link|continue|go|see more|view more|find out more|click|tap here|info',
  de: 'hier|hier klicken|mehr|weiterlesen|mehr erfahren|mehr infos|weiter|details|link|klicken sie hier',
  fr: 'ici|cliquez ici|en savoir plus|lire la suite|plus|suite|lien|voir plus',
  es: 'aquí|haga clic aquí|más|leer más|saber más|ver más|enlace',
  it: 'qui|clicca qui|di più|leggi di più|scopri di più|continua',
};
const vague = (said) => (vagueWords[language] || vagueWords.en).split('|').includes(said.toLowerCase().replace(/[\s.…»›→>!]+$/u, '').trim());
// Words without case and punctuation.
const words = (said) => said.normalize('NFKC').toLowerCase().match(/[\p{L}\p{N}]+(?:['’][\p{L}]+)*/gu) || [];
// The text that is to be seen in an element: not what is for screen readers only.
const shownText = (el) => {
  let t = '';
  const walk = (at) => {
    for (const n of at.childNodes) {
      if (n.nodeType === 3) t += n.data;
      else if (n.nodeType === 1 && n.checkVisibility({ visibilityProperty: true }) && (n.getBoundingClientRect().width > 1 || style(n).display === 'contents')) {
        const block = /block|flex|grid|list|table/.test(style(n).display);
        t += block ? ' ' : '';
        walk(n);
        t += block ? ' ' : '';
      }
    }
  };
  walk(el);
  return squeeze(t);
};
// What WCAG calls the programmatically determined context of a link: its paragraph, its list items, its cell and the cell's headers, its description.
const context = (el) => {
  const parts = labelled(el, 'aria-describedby').map((e) => squeeze(e.textContent));
  const block = el.closest('p, dd, blockquote, [role=paragraph]');
  if (block) parts.push(squeeze(block.textContent));
  for (let item = el.closest('li, [role=listitem]'); item; item = item.parentElement.closest('li, [role=listitem]')) parts.push(squeeze(item.textContent));
  const cell = el.closest('td, th');
  if (cell && cell.closest('tr')) {
    parts.push(squeeze(cell.textContent));
    for (const th of cell.closest('tr').querySelectorAll('th')) parts.push(squeeze(th.textContent));
    const table = cell.closest('table');
    for (const row of table ? table.rows : []) {
      let at = 0;
      for (const c of row.cells) {
        if (c.tagName === 'TH' && at <= cell.cellIndex && cell.cellIndex < at + c.colSpan) parts.push(squeeze(c.textContent));
        at += c.colSpan;
      }
    }
  }
  return parts.join(' ');
};
const near = (el) => {
  const group = el.closest('.field, .form-group, .form-row, p, li, td, div, fieldset') || el.parentElement;
  return text(group).length < 300 ? text(group) : '';
};
const errorMarks = '[class*=error i], [class*=invalid-feedback i], [role=alert], span[id$=error i], p[id$=error i], div[id$=error i], strong[id$=error i]';
// The visible message that tells what is wrong with a field: tied to it, or the only one in its wrapper.
const errorOf = (el) => {
  const tied = [...labelled(el, 'aria-errormessage'), ...labelled(el, 'aria-describedby').filter((e) => e.matches(errorMarks) || e.closest('[class*=error i]') === e)];
  const found = tied.find((e) => visible(e) && text(e));
  if (found) return found;
  const wrap = el.closest('.field, .form-group, .form-row, p, li, td, div');
  if (!wrap || wrap.querySelectorAll('input:not([type=hidden]), select, textarea').length !== 1) return null;
  return [...wrap.querySelectorAll(errorMarks)].find((e) => !e.contains(el) && visible(e) && text(e).length > 3 && !e.matches('label, input, select, textarea')) || null;
};
const price = (said) => {
  const m = /[€$£]\s?(\d[\d.,]*)|(\d[\d.,]*)\s?(?:[€£]|EUR|USD)/.exec(said);
  if (!m) return null;
  const digits = (m[1] || m[2]).replace(/[.,](?=\d{3}(\D|$))/g, '').replace(',', '.');
  return parseFloat(digits);
};
return { errorMarks, words, shownText, context, vague, near, errorOf, price, style, box, visible, squeeze, text, ownText, elements, textElements, selector, signature, html, name, labelled, rgba, over,
  background, luminance, ratio, hex, controls, fields, disabled, language, heading, overlap: linear, interactive };
