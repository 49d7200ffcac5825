// Selectors that still hold tomorrow: ids and names before addresses, addresses before places.
let counts = new Map();

function countsOf(root) {
  let count = counts.get(root);
  if (!count) {
    count = new Map();
    const all = root.querySelectorAll('[id],[name],[aria-label],[data-testid],[data-test],[data-cy],a[href]');
    for (let i = 0; i < all.length && i < LIMITS.nodes; i++) {
      for (const key of keysOf(all[i])) count.set(key, (count.get(key) || 0) + 1);
    }
    counts.set(root, count);
  }
  return count;
}

const generated = (id) => /\d{3,}|[0-9a-f]{8,}|^[:_]|:r|^(ember|react|mui|headlessui|radix)[-:_]|__/i.test(id);
const quoted = (value) => '"' + value.replace(/["\\]/g, '\\$&') + '"';

function keysOf(element) {
  const keys = [];
  const id = element.id;
  if (typeof id === 'string' && id && !generated(id)) keys.push('#' + CSS.escape(id));
  for (const attribute of ['data-testid', 'data-test', 'data-cy']) {
    const value = element.getAttribute(attribute);
    if (value) keys.push(`[${attribute}=${quoted(value)}]`);
  }
  const tag = element.localName;
  const name = element.getAttribute('name');
  if (name && /^(input|select|textarea|button|form)$/.test(tag)) {
    const choice = /^(radio|checkbox)$/.test(element.type) && element.hasAttribute('value');
    keys.push(`${tag}[name=${quoted(name)}]` + (choice ? `[value=${quoted(element.getAttribute('value'))}]` : ''));
  }
  const label = element.getAttribute('aria-label');
  if (label && label.length <= 80) keys.push(`${tag}[aria-label=${quoted(label)}]`);
  const href = tag === 'a' && element.getAttribute('href');
  if (href && href.length > 1 && href.length <= 120 && !href.startsWith('javascript:')) keys.push(`a[href=${quoted(href)}]`);
  return keys;
}

function uniqueKey(element, root) {
  const count = countsOf(root);
  return keysOf(element).find((key) => count.get(key) === 1);
}

let selectors = new Map(); // those found so far: siblings share the way down to their parent

function selectorOf(element) {
  let selector = selectors.get(element);
  if (selector === undefined) {
    selector = findSelector(element);
    selectors.set(element, selector);
  }
  return selector;
}

function findSelector(element) {
  const root = element.getRootNode();
  const key = uniqueKey(element, root);
  if (key) return key;
  if (element.localName === 'body' || element.localName === 'html') return element.localName;
  const parent = element.parentElement;
  if (parent && parent.localName) return selectorOf(parent) + ' > ' + placed(element);
  return root.host ? selectorOf(root.host) + ' ' + placed(element) : placed(element);
}

let places = new Map(); // parent → child → its place; a parent of 20,000 children is counted once

function placed(element) {
  const parent = element.parentNode;
  let place = places.get(parent);
  if (!place) {
    const perTag = new Map();
    place = new Map();
    for (const child of parent.children) {
      const number = (perTag.get(child.localName) || 0) + 1;
      perTag.set(child.localName, number);
      place.set(child, number);
    }
    place.perTag = perTag;
    places.set(parent, place);
  }
  const tag = element.localName;
  return place.perTag.get(tag) === 1 ? tag : `${tag}:nth-of-type(${place.get(element)})`;
}

function hash(text) {
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    a = Math.imul(a ^ code, 2654435761);
    b = Math.imul(b ^ code, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return (a >>> 0).toString(16).padStart(8, '0') + (b >>> 0).toString(16).padStart(8, '0');
}
