for (const el of dom.textElements()) {
  const s = dom.style(el);
  if (s.textAlign === 'justify' && s.hyphens !== 'auto' && dom.text(el).length > 150) report(el, {});
  else if (s.textAlign === 'center' && dom.text(el).length > 300 && el.matches('p, div, li')) report(el, { rule: 'centred' });
}
