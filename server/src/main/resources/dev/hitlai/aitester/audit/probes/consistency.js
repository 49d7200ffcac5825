// Statements with figures, prices of what is linked, and buttons that name another deal than their section. Pages are compared outside.
const units = { hour: 1, day: 24, night: 24, week: 168, month: 730, year: 8760, stunde: 1, tag: 24, woche: 168, monat: 730, jahr: 8760 };
const numbers = { a: 1, an: 1, one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10, fourteen: 14, thirty: 30, ein: 1, eine: 1, zwei: 2, drei: 3, vier: 4, fünf: 5, sechs: 6, sieben: 7, acht: 8, zehn: 10, vierzehn: 14, dreißig: 30 };
const period = new RegExp('\\b(\\d{1,3}|' + Object.keys(numbers).filter((n) => n.length > 2).join('|') + ')[ -](?:(working|business|calendar) )?(hour|day|night|week|month|year|stunde|tag|woche|monat|jahr)(?:s|n|e|en)?\\b', 'gi');
const policy = /\b(cancel\w*|storn\w*|return(s|ed|ing)?|refund\w*|withdraw\w*|exchange\w*|guarantee\w*|warranty|garantie|revo[ck]\w*|widerruf\w*|rückgabe|umtausch|money back|claim\w*|complain\w*)\b/i;
const seen = new Set();
let taken = 0;
for (const el of document.querySelectorAll('main p, main li, main dd, main td, [role=main] p, [role=main] li, body > p, footer p, footer li')) {
  if (taken >= 40 || el.querySelector('p, li') || el.closest('del, s, blockquote')) continue;
  const whole = dom.squeeze(el.textContent);
  if (whole.length > 1200 || !policy.test(whole)) continue;
  for (const sentence of whole.split(/(?<=[.!?])\s+/)) {
    const found = [...sentence.matchAll(period)];
    if (found.length !== 1 || !policy.test(sentence) || sentence.length > 200 || seen.has(sentence)) continue;
    seen.add(sentence);
    taken++;
    const [said, count, kind, unit] = found[0];
    const hours = (numbers[count.toLowerCase()] || +count) * units[unit.toLowerCase()];
    report(el, { rule: 'statement', identity: '', label: sentence, rest: sentence.replace(said, ' ').toLowerCase(), said, hours, kind: (kind || '').toLowerCase() });
  }
}
const each = /([€$£])\s?(\d[\d.,]*)\s*(?:a|an|per|each|\/|je|pro)\s*(night|day|week|month|year|person|piece|nacht|tag|woche|monat|jahr|stück)\b/i;
const from = /\b(from|starting at|up to|ab|bis zu|as low as|save|instead of|statt)\s*[€$£]/i;
const part = (el) => {
  const m = each.exec(dom.text(el));
  return m ? { currency: m[1], amount: dom.price(m[1] + m[2]), unit: m[3].toLowerCase() } : null;
};
for (const card of document.querySelectorAll('main li, main article, main tr, [role=main] li')) {
  if (!dom.visible(card) || card.querySelector('li, article, tr')) continue;
  const targets = new Set([...card.querySelectorAll('a[href]')].filter((a) => a.host === location.host && a.pathname !== location.pathname).map((a) => a.pathname + a.search));
  const said = dom.text(card);
  const offer = part(card);
  if (targets.size === 1 && offer && !from.test(said) && said.match(new RegExp(each, 'gi')).length === 1)
    report(card, { rule: 'listed', identity: '', target: [...targets][0], ...offer });
}
const prices = [...document.querySelectorAll('main p, main dd, main div, main span, main aside')].filter((el) => dom.visible(el) && dom.text(el).length < 80 && part(el) && !from.test(dom.text(el)) && !el.closest('li, article, tr, del, s'));
for (const el of prices.filter((el) => !prices.some((other) => other !== el && el.contains(other))).slice(0, 5)) report(el, { rule: 'priced', identity: '', path: location.pathname + location.search, ...part(el) });
// “Request” in a part of the page that is about booking or buying: does it bind?
const deal = /\b(book(ing)?|buy|order|reserve|reservation|purchase|buchen|kaufen|bestellen)\b/i;
const enquiry = /^(send )?(request|enquire|inquire|enquiry|inquiry|ask|submit request|anfragen|anfrage( senden)?)( now)?$/i;
for (const form of document.forms) {
  const button = [...form.querySelectorAll('button:not([type=button]):not([type=reset]), input[type=submit]')].find((b) => dom.visible(b));
  const region = form.closest('[aria-label], [aria-labelledby], section, aside, [role=region]') || form;
  const about = (region.getAttribute('aria-label') || '') + ' ' + dom.labelled(region, 'aria-labelledby').map((e) => e.textContent).join(' ') + ' ' + dom.text(region.querySelector('h1, h2, h3, legend') || document.createElement('i'));
  if (button && enquiry.test(dom.name(button)) && deal.test(about) && !/request|enquir|inquir|anfrag/i.test(about))
    report(button, { rule: 'action', identity: dom.name(button).toLowerCase(), section: dom.squeeze(about).slice(0, 60) });
}
