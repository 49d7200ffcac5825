// Running text below 12 px, whatever the device; inputs below 16 px on a touch device make the page zoom.
for (const el of dom.textElements()) {
  const size = parseFloat(dom.style(el).fontSize);
  if (size < 12 && dom.ownText(el).length >= 2 && !el.closest('sup, sub, code, [aria-hidden=true]'))
    report(el, { rule: 'small', size: Math.round(size * 10) / 10 });
}
