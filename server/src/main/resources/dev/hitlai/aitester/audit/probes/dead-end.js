// A search that finds nothing and offers no way on; a list that isn't in the order it claims; links that forget a choice.
const main = document.querySelector('main, [role=main]') || document.getElementById('main') || document.body;
const nothing = dom.textElements().find((el) => main.contains(el) && dom.text(el).length < 200 &&
  /\b(0|no|zero) (results?|match(es)?|products?|items?|hits|articles?)\b|nothing (was )?found|(couldn.t|could not|can.t) find|keine (ergebnisse|treffer)|aucun résultat|sin resultados/i.test(dom.text(el)));
if (nothing && main !== document.body && ![...main.querySelectorAll('a[href], button, input')].some(dom.visible)) report(nothing, { rule: 'nothing' });
// “0 houses”, and then nothing any more.
const none = !nothing && location.search && dom.textElements().find((el) => main.contains(el) && /^(0|no|zero|keine?) [\p{L}-]+( [\p{L}-]+)?[.!]?$/iu.test(dom.text(el)) && !/\b(reviews?|comments?|ratings?|likes|shares|replies|votes|messages|notifications|points|guests?|persons?|nights?|items? in|bewertungen|kommentare)\b/i.test(dom.text(el)) && !el.matches('a, button, option, label'));
if (none) {
  let after = '';
  let ways = 0;
  for (let at = none.nextElementSibling; at; at = at.nextElementSibling) {
    if (!at.checkVisibility() || at.getBoundingClientRect().width < 2) continue;
    after += dom.text(at);
    ways += [...at.querySelectorAll('a[href], button')].concat(at.matches('a[href], button') ? [at] : []).filter(dom.visible).length;
  }
  // A message about what was asked for is an answer.
  const told = [...main.querySelectorAll('[role=alert], [class*=error i]')].some((el) => dom.visible(el) && dom.text(el).length > 15);
  if (!told && none.nextElementSibling && after.length < 15 && !ways) report(none.parentElement, { rule: 'nothing', label: dom.text(none) });
}
const rising = /low(est)?( price)? (first|to high)|price.{0,5}(low|ascending|↑)|cheapest|ascending/i;
const falling = /high(est)?( price)? (first|to low)|price.{0,5}(high|descending|↓)|most expensive|dearest/i;
const sort = [...document.querySelectorAll('select')].find((s) => /sort|order/i.test(dom.name(s) + s.name + s.id) && s.selectedIndex >= 0);
const order = sort && sort.selectedOptions[0] && (rising.test(sort.selectedOptions[0].text) ? 1 : falling.test(sort.selectedOptions[0].text) ? -1 : 0);
if (order && new URL(location.href).search) {
  const cards = [...main.querySelectorAll('li, article, tr, [class*=card i], [class*=product i]')].filter((el) => dom.visible(el) && dom.price(dom.text(el)) !== null && !el.querySelector('li, article, tr'));
  const prices = cards.map((card) => {
    const now = [...card.querySelectorAll('[class*=price i], strong, b, span')].find((e) => !e.closest('del, s') && dom.price(dom.text(e)) !== null && dom.text(e).length < 20);
    return dom.price(dom.text(now || card));
  });
  const wrong = prices.findIndex((p, i) => i > 0 && (p - prices[i - 1]) * order < 0);
  if (cards.length >= 3 && wrong > 0) report(sort, { rule: 'sort', label: sort.selectedOptions[0].text, before: prices[wrong - 1], after: prices[wrong] });
}
const here = new URL(location.href);
const kept = [...here.searchParams].filter(([k, v]) => v && !/^(p|page|offset|start|from|_.*|utm_.*)$/.test(k)).map(([k]) => k);
if (kept.length) {
  for (const link of document.querySelectorAll('a[rel=next], a[rel=prev], [class*=paginat i] a[href], nav[aria-label*=page i] a[href]')) {
    if (link.pathname !== here.pathname || !dom.visible(link) || link.getAttribute('href').startsWith('#')) continue;
    const lost = kept.filter((k) => !new URL(link.href).searchParams.has(k));
    if (lost.length) report(link, { rule: 'state-lost', lost: lost.join(', ') });
  }
}
