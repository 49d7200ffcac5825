// One name, several targets; one target, several links next to each other.
const links = dom.controls().filter((el) => el.matches('a[href]') && !/^(#|javascript:)/.test(el.getAttribute('href')));
const landmark = (el) => el.closest('nav, header, footer, main, aside, [role=navigation]') || document.body;
const byName = new Map();
for (const el of links) {
  const name = dom.name(el).toLowerCase();
  if (!name || name.length > 80 || dom.vague(name)) continue;
  const href = el.href.replace(/#.*$/, '');
  if (!byName.has(name)) byName.set(name, new Map());
  const targets = byName.get(name);
  if (!targets.has(href)) targets.set(href, el);
}
for (const [name, targets] of byName) {
  if (targets.size < 2) continue;
  const [first, second] = [...targets.values()];
  const path = (el) => el.pathname;
  if (path(first) === path(second)) continue;
  report(second, { rule: 'same-name', identity: name, first: first.getAttribute('href'), second: second.getAttribute('href'), targets: targets.size });
}
