// Links whose words say nothing without the words around them.
for (const el of dom.controls()) {
  if (!el.matches('a[href]')) continue;
  const said = dom.name(el).toLowerCase().replace(/[\s.…»›→>!]+$/u, '').trim();
  if (dom.vague(said)) report(el, { rule: 'vague', identity: said, heading: dom.heading(el), href: el.getAttribute('href') });
  else if (/^(https?:\/\/|www\.)\S{25,}$/.test(said)) report(el, { rule: 'address', identity: said });
}
