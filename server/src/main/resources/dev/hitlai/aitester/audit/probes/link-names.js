// One name for several targets. Whether the targets are equal pages is looked up outside of the page.
const address = (el) => {
  const own = el.href && el.href.baseVal !== undefined ? el.href.baseVal : el.getAttribute('href');
  const script = /location(?:\.href)?\s*=\s*['"]([^'"]+)['"]|location\.(?:assign|replace)\(\s*['"]([^'"]+)['"]/.exec(el.getAttribute('onclick') || '');
  const target = own || (script && (script[1] || script[2]));
  if (!target || /^(#|javascript:|mailto:|tel:)/.test(target)) return null;
  try {
    return new URL(target, document.baseURI);
  } catch {
    return null;
  }
};
const links = [...document.querySelectorAll('a[href], [role=link]')].filter((el) => dom.visible(el) && !dom.disabled(el) && !el.closest('[aria-hidden=true]') &&
  !(el.hasAttribute('role') && el.getAttribute('role') !== 'link'));
const byName = new Map();
for (const el of links) {
  const url = address(el);
  const name = dom.words(dom.name(el)).join(' ');
  if (!url || !name || name.length > 80 || dom.vague(name)) continue;
  url.hash = '';
  if (!byName.has(name)) byName.set(name, new Map());
  const targets = byName.get(name);
  if (!targets.has(url.href)) targets.set(url.href, { el, url });
}
for (const [name, targets] of byName) {
  if (targets.size < 2) continue;
  const [first, second] = [...targets.values()];
  if (first.url.host === second.url.host && first.url.pathname === second.url.pathname) continue;
  const same = dom.context(first.el) === dom.context(second.el);
  report(second.el, { rule: same ? 'same-name' : 'other-context', identity: name, first: first.url.pathname, second: second.url.pathname, targets: targets.size,
    one: first.url.href, other: second.url.href, label: dom.name(second.el) });
}
