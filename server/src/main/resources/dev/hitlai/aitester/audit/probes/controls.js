// Things that look or act like controls and aren't, and controls that lead nowhere.
for (const el of dom.controls()) {
  if (!el.matches('a[href]')) continue;
  const href = el.getAttribute('href').trim();
  if (href.length > 1 && href.startsWith('#') && href !== '#top') {
    const id = decodeURIComponent(href.slice(1));
    if (!id.startsWith('/') && !id.startsWith('!') && !document.getElementById(id) && !document.getElementsByName(id).length)
      report(el, { rule: 'anchor', identity: href, href });
  } else if (/^(mailto|tel):\s*$/.test(href)) report(el, { rule: 'anchor', identity: href, href });
}
for (const el of document.querySelectorAll('[onclick]')) {
  if (!dom.visible(el) || el.matches('a[href], button, input, select, textarea, summary, label, option, body, form, [role]') && el.tabIndex >= 0 || el.closest('a[href], button')) continue;
  if (el.matches('label, form, body, dialog') || el.querySelector('a[href], button, input, select, textarea')) continue;
  report(el, { rule: 'mouse-only', identity: dom.text(el).slice(0, 60), tag: el.tagName.toLowerCase() });
}
const reached = new Set(dom.controls());
for (const el of dom.elements) {
  if (el.matches('a:not([href]), div, span, li, img, td, p') && dom.style(el).cursor === 'pointer' && dom.visible(el)) {
    const parent = el.parentElement;
    if (parent && dom.style(parent).cursor === 'pointer') continue;
    if (el.closest('a[href], button, label, summary, select, [role=button], [role=link], [onclick]') || el.tabIndex >= 0) continue;
    if (el.querySelector('a[href], button, input, select, textarea, [tabindex]') || reached.has(el)) continue;
    const words = dom.text(el) || dom.name(el);
    if (words.length > 80) continue;
    report(el, { rule: 'mouse-only', identity: words.slice(0, 60), tag: el.tagName.toLowerCase() });
  }
}
for (const el of dom.controls()) {
  if (!el.matches('button, a[href], [role=button]') || dom.text(el) || input.understandsIcons) continue;
  if (el.querySelector('img[alt]:not([alt=""])') && dom.box(el).width > 80) continue;
  report(el, { rule: 'icon-only', identity: dom.name(el), label: dom.name(el) || dom.selector(el) });
}
const shown = (el) => dom.squeeze(dom.text(el)).toLowerCase().replace(/[^\p{L}\p{N} ]/gu, '').trim();
for (const el of dom.controls()) {
  const aria = dom.squeeze(el.getAttribute('aria-label')).toLowerCase().replace(/[^\p{L}\p{N} ]/gu, '').trim();
  const seenText = shown(el);
  if (aria && seenText.length > 2 && !aria.includes(seenText) && el.matches('a, button, [role=button]') && !el.querySelector('[aria-hidden=true]'))
    report(el, { rule: 'label-in-name', identity: seenText, shown: dom.text(el), spoken: el.getAttribute('aria-label') });
}
