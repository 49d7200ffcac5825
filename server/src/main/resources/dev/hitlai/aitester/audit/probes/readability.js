// Passages of running text; how hard they are is worked out outside of the page.
for (const el of dom.textElements()) {
  const words = dom.text(el);
  if (el.matches('p, li, dd, div, section, td, blockquote') && words.split(' ').length >= 25 && ![...el.children].some((c) => /block|flex|grid/.test(dom.style(c).display)))
    report(el, { text: words.slice(0, 3000), language: (el.closest('[lang]') || document.documentElement).lang || 'en' });
}
if (/lorem ipsum|dolor sit amet/i.test(document.body.innerText)) {
  const el = dom.textElements().find((e) => /lorem ipsum|dolor sit amet/i.test(dom.ownText(e)));
  if (el) report(el, { rule: 'filler', text: '', language: '' });
}
for (const el of dom.textElements()) {
  const own = dom.ownText(el);
  if (/\{\{.*\}\}|\$\{\w+\}|\[object Object\]|\bundefined\b|\bNaN\b|%[sd]\b|&(amp|nbsp|lt|gt|quot);|\bTODO\b/.test(own) && !el.closest('code, pre, kbd, textarea'))
    report(el, { rule: 'raw', identity: own.slice(0, 60), text: '', language: '', label: own.slice(0, 120) });
}
