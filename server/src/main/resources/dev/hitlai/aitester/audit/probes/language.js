// The texts that go by each lang attribute, and passages that may be in another language; they are told apart outside of the page.
const skipped = 'code, pre, kbd, samp, var, [translate=no], .notranslate, script, style, noscript, template, svg style';
const shown = (el) => el.checkVisibility({ visibilityProperty: true });
const texts = (root) => {
  const parts = [];
  const walk = (at) => {
    for (const n of at.childNodes) {
      if (n.nodeType === 3) parts.push(n.data);
      if (n.nodeType !== 1 || n.matches(skipped) || (n !== root && n.hasAttribute('lang'))) continue;
      if (n.tagName === 'BR' || /block|flex|grid|list|table/.test(dom.style(n).display)) parts.push(' ');
      if (!shown(n)) continue;
      for (const a of ['alt', 'aria-label', 'placeholder', 'title']) if (n.getAttribute(a) && !n.closest('[aria-hidden=true]')) parts.push(' ' + n.getAttribute(a) + ' ');
      for (const e of dom.labelled(n, 'aria-labelledby')) if (!shown(e)) parts.push(' ' + e.textContent + ' ');
      walk(n);
    }
  };
  walk(root);
  return dom.squeeze(parts.join(''));
};
const root = document.documentElement;
const primary = (el) => (el.getAttribute('lang') || '').trim().split(/[-_]/)[0].toLowerCase();
const known = (tag) => /^[a-z]{2,3}$/.test(tag);
if (known(primary(root))) report(root, { rule: 'page', declared: primary(root), text: (document.title + '. ' + texts(document.body)).slice(0, 5000) });
for (const el of document.querySelectorAll('body [lang], body[lang]')) {
  if (!known(primary(el)) || !shown(el)) continue;
  const text = texts(el).slice(0, 3000);
  if (text) report(el, { rule: 'part', identity: primary(el), declared: primary(el), text });
}
for (const el of dom.textElements()) {
  if (!el.matches('p, li, dd, blockquote, q, td, figcaption, div, section, article') || el.closest(skipped) || !dom.ownText(el)) continue;
  const text = dom.text(el);
  const nearest = el.closest('[lang]');
  if (text.split(' ').length < 12 || !nearest || !known(primary(nearest))) continue;
  if ([...el.children].some((c) => /block|flex|grid/.test(dom.style(c).display)) || el.querySelector('[lang]')) continue;
  report(el, { rule: 'unmarked', identity: text.slice(0, 60), declared: primary(nearest), text: text.slice(0, 1500) });
}
