// Lists that aren't in the order they promise, filters that forget what was asked for, spans that end before they begin.
const asked = [...new URLSearchParams(location.search)].filter(([, value]) => value !== '');
// --- order ---
const number = (said) => parseFloat(said.replace(',', '.'));
const rated = (el) => {
  const told = [dom.text(el), ...[...el.querySelectorAll('[aria-label], [title], img[alt]')].map((one) => one.getAttribute('aria-label') || one.getAttribute('title') || one.alt)];
  for (const said of told) {
    const m = /(\d+(?:[.,]\d+)?)\s*(?:\/|of|out of|von|sur|su|de)\s*(?:5|10|100)\b|\b(\d+(?:[.,]\d+)?)\s*(?:stars?|sterne|étoiles)\b/i.exec(said);
    if (m) return number(m[1] || m[2]);
  }
  // A mark with a decimal in a place that is named after marks.
  const own = [...el.querySelectorAll('[class*=rating i], [class*=score i], [class*=stars i], [class*=review i]')].map((one) => /(?:^|[^\d.,€$£])(\d{1,2}[.,]\d)(?![\d%])/.exec(dom.text(one))).find(Boolean);
  return own && number(own[1]) <= 10 ? number(own[1]) : null;
};
const priced = (el) => {
  const copy = dom.textElements().filter((one) => el.contains(one) && !one.closest('s, del, [class*=old i], [class*=was i]')).map((one) => dom.ownText(one) + ' ' + dom.text(one)).find((said) => dom.price(said) !== null);
  return copy ? dom.price(copy) : null;
};
const named = (el) => {
  const one = el.querySelector('h2, h3, h4, a[href]');
  return one ? dom.text(one) : null;
};
const promise = (said) => {
  if (/price|cost|preis|prix|precio|prezzo/i.test(said) || /cheap|günstig|expensive|teuer/i.test(said)) {
    const low = said.search(/low|cheap|asc|niedrig|günstig|aufsteig|croissant|↑/i);
    const high = said.search(/high|expensive|desc|hoch|höchst|teuer|absteig|décroissant|↓/i);
    if (low < 0 && high < 0) return null;
    return { value: priced, up: high < 0 || (low >= 0 && low < high) };
  }
  if (/\brat(?:ed|ing|ings)\b|review score|bewert|mieux noté/i.test(said)) return { value: rated, up: /worst|lowest|schlechtest/i.test(said) };
  if (/\ba\s*(?:–|-|to|bis|→)\s*z\b|alphabet/i.test(said)) return { value: named, up: true };
  if (/\bz\s*(?:–|-|to|bis|→)\s*a\b/i.test(said)) return { value: named, up: false };
  return null;
};
const groups = () => {
  const found = new Map();
  for (const el of document.querySelectorAll('main li, main article, main tr, main div, [role=main] li, [role=main] div')) {
    if (!el.parentElement.children[2] || !dom.visible(el) || el.closest('nav, footer, header, select')) continue;
    const key = el.parentElement;
    if (!found.has(key)) found.set(key, []);
    found.get(key).push(el);
  }
  return [...found.values()].filter((list) => list.length >= 4);
};
const inverted = (values) => {
  let [wrong, pairs] = [0, 0];
  for (let i = 0; i < values.length; i++) for (let j = i + 1; j < values.length; j++) {
    const order = typeof values[i] === 'string' ? values[i].localeCompare(values[j], undefined, { sensitivity: 'base' }) : values[i] - values[j];
    if (order !== 0) pairs++;
    if (order > 0) wrong++;
  }
  return pairs >= 3 ? wrong / pairs : 0;
};
for (const select of document.querySelectorAll('select')) {
  const chosen = select.selectedOptions[0];
  if (!chosen || !dom.visible(select) || !/sort|order|sortier|trier|ordenar|ordina/i.test([select.name, select.id, dom.name(select)].join(' '))) continue;
  const order = promise(chosen.text);
  if (!order) continue;
  for (const group of groups()) {
    const values = group.map(order.value);
    if (values.some((value) => value === null)) continue;
    const share = inverted(order.up ? values : values.slice().reverse());
    if (share > 0.25) {
      report(select, { rule: 'order', identity: chosen.text, label: chosen.text, first: String(values[0]), last: String(values[values.length - 1]) });
      break;
    }
  }
}
// --- what doesn't fit what was asked for ---
const sizes = /^(?:guests?|people|persons?|adults?|party|party_?size|travell?ers?|seats|personen|gäste|personnes)$/i;
const room = (el) => {
  const m = /\b(?:sleeps|for up to|up to|max(?:imum|\.)?|für|bis|pour)\s+(one|two|three|four|five|six|\d{1,2})\b(?:\s*(?:guests?|people|persons?|adults?|personen|personnes))?|\b(one|two|three|four|five|six|\d{1,2})\s+(?:guests?|people|persons?|beds?)\b/i.exec(dom.text(el));
  const said = m && (m[1] || m[2]).toLowerCase();
  return said ? ['one', 'two', 'three', 'four', 'five', 'six'].indexOf(said) + 1 || parseInt(said, 10) : null;
};
const limits = /^(?:max|most|up_?to|budget|max_?price|price_?max|price_?to|highest)$/i;
for (const [name, value] of asked) {
  const wanted = parseFloat(value);
  const [kind, measure] = sizes.test(name) ? ['fewer', room] : limits.test(name) ? ['dearer', priced] : [];
  if (!measure || !(wanted > 1)) continue;
  for (const group of groups()) {
    const values = group.map(measure).filter((one) => one !== null);
    if (values.length < 4) continue;
    const wrong = values.filter((one) => (kind === 'fewer' ? one < wanted : one > wanted));
    if (wrong.length / values.length < 0.34) continue;
    report(group[0].parentElement, { rule: 'unfiltered', identity: name, label: name + '=' + value, wanted: String(wanted), got: String(wrong[0]) });
    break;
  }
}
// --- spans ---
const begins = /^(from|start|begin|arriv|check_?-?in|since|von|ab|anreise|departure|outbound|depart$)/i;
const ends = /^(to$|until|end|depart|check_?-?out|return|bis|abreise|inbound)/i;
const day = /^\d{4}-\d\d-\d\d/;
const complains = [...document.querySelectorAll(dom.errorMarks + ', [class*=warning i], [class*=invalid i]')].some((el) => dom.visible(el) && dom.text(el).length > 3);
const negatives = dom.textElements().filter((el) => /(?:^|[^\d\s]\s|\()[-−]\d+\s+(nights?|days?|guests?|people|persons|adults?|rooms?|hours?|items?|nächte|tage|personen|nuits?|jours?)\b/i.test(dom.text(el)) && dom.text(el).length < 200);
const reversed = asked.findIndex(([name, value], at) => {
  const next = asked[at + 1];
  return next && day.test(value) && day.test(next[1]) && begins.test(name) && ends.test(next[0]) && value > next[1];
});
if ((reversed >= 0 || negatives.length) && !complains) {
  // Where the page repeats the span, or else where it counts with it; a list of the same is one place.
  const days = reversed >= 0 ? [asked[reversed][1], asked[reversed + 1][1]].map((date) => new RegExp('\\b0?' + parseInt(date.slice(8, 10), 10) + '\\b')) : [];
  const told = days.length && dom.textElements().find((el) => dom.text(el).length < 100 && !el.closest('a, option, table') && days.every((one) => one.test(dom.text(el))));
  const place = told || negatives[0];
  if (place) report(place, { rule: 'span', identity: '', label: dom.text(place).slice(0, 80) });
}
// --- nobody asks again ---
const grave = /^(delete|cancel|erase|close|remove|stornier\w*|löschen|kündigen|supprimer|annuler)\b.{0,40}\b(account|profile|booking|reservation|order|subscription|membership|stay|trip|appointment|data|konto|buchung|bestellung|abo|compte|réservation|commande)\b/i;
for (const form of document.forms) {
  if (form.method !== 'post' || !dom.visible(form) || form.hasAttribute('onsubmit')) continue;
  const buttons = [...form.querySelectorAll('button, input[type=submit]')].filter((el) => dom.visible(el) && el.type === 'submit');
  if (buttons.length !== 1 || !grave.test(dom.name(buttons[0])) || buttons[0].hasAttribute('onclick') || [...buttons[0].attributes, ...form.attributes].some((a) => /confirm|^hx-|^x-|^@|data-(bs-)?(toggle|target|modal)/i.test(a.name))) continue;
  if (form.querySelector('input:not([type=hidden]):not([type=submit]), select, textarea') || form.closest('dialog, [role=dialog], [role=alertdialog], details')) continue;
  // A page that asks has nothing else to do: its heading or the words around the button put the question.
  const place = form.closest('section, article, main') || document.body;
  if (/\?|can.?t be undone|cannot be undone|are you sure|for good|irrevers|permanent|nicht rückgängig|endgültig/i.test((dom.text(document.querySelector('h1') || document.body.firstElementChild) + ' ' + dom.text(place)).slice(0, 1500)) &&
      /\?/.test(dom.text(document.querySelector('h1') || form) + dom.text(form.parentElement).slice(0, 400))) continue;
  if (document.querySelector('dialog button[type=submit], dialog form')) continue;
  report(form, { rule: 'at-once', identity: dom.name(buttons[0]), label: dom.name(buttons[0]) });
}
