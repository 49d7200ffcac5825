// Running text of pages in English; its words are judged outside of the page.
if (dom.language === 'en') {
  let taken = 0;
  for (const el of dom.textElements()) {
    if (taken > 30000 || !el.matches('p, li, dd, td, h1, h2, h3, h4, blockquote, figcaption, label, div, span') || el.closest('code, pre, kbd, samp, var, address, [translate=no], [contenteditable], [class*=code i]')) continue;
    const foreign = el.closest('[lang]');
    const text = dom.ownText(el);
    if (/lorem ipsum|dolor sit/i.test(text) || (foreign && !/^en/i.test(foreign.lang)) || !/\p{Ll}{4}/u.test(text)) continue;
    taken += text.length;
    report(el, { identity: '', text: dom.text(el).slice(0, 2000) });
  }
}
