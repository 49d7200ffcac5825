// Links whose words say nothing, alone or with the words that assistive technology gives along with them.
const formats = /^(html|pdf|epub|doc|docx|txt|plain text|csv|xls|xlsx|zip|mp3|download|view|open|herunterladen|télécharger|descargar)$/;
const links = [...document.querySelectorAll('a[href], [role=link]')].filter((el) => dom.visible(el) && !el.closest('[aria-hidden=true]') && !(el.hasAttribute('role') && el.getAttribute('role') !== 'link'));
for (const el of links) {
  const said = dom.name(el).toLowerCase().replace(/[\s.…»›→>!]+$/u, '').trim();
  const vague = dom.vague(said);
  const target = el.getAttribute('href') || '';
  if (vague || formats.test(said)) {
    const rest = dom.words(dom.context(el)).filter((word) => word.length > 2 && !dom.words(said).includes(word) && !formats.test(word));
    if (rest.length < 2 ? vague || rest.length === 0 : vague) report(el, { rule: rest.length < 2 ? 'vague' : 'in-context', identity: said, heading: dom.heading(el), href: target });
  } else if (/^(https?:\/\/|www\.)\S{25,}$/.test(said)) report(el, { rule: 'address', identity: said });
}
