// Links whose words say nothing without the words around them.
const vague = {
  en: 'click here|here|more|read more|learn more|more info|more information|details|link|this|this page|this link|continue|go|see more|view more|find out more|click|tap here|info',
  de: 'hier|hier klicken|mehr|weiterlesen|mehr erfahren|mehr infos|weiter|details|link|klicken sie hier',
  fr: 'ici|cliquez ici|en savoir plus|lire la suite|plus|suite|lien|voir plus',
  es: 'aquí|haga clic aquí|más|leer más|saber más|ver más|enlace',
  it: 'qui|clicca qui|di più|leggi di più|scopri di più|continua',
};
const words = new Set((vague[dom.language] || vague.en).split('|'));
for (const el of dom.controls()) {
  if (!el.matches('a[href]')) continue;
  const said = dom.name(el).toLowerCase().replace(/[\s.…»›→>!]+$/u, '').trim();
  if (words.has(said)) report(el, { rule: 'vague', identity: said, heading: dom.heading(el), href: el.getAttribute('href') });
  else if (/^(https?:\/\/|www\.)\S{25,}$/.test(said)) report(el, { rule: 'address', identity: said });
}
