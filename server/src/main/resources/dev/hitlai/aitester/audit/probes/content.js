// What a text says that can't be right: days gone by that are offered, dates with two meanings, pointers to what isn't there.
const main = document.querySelector('main, [role=main]') || document.body;
const months = 'january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|januar|februar|märz|mai|juni|juli|oktober|dezember';
const order = { jan: 0, feb: 1, mar: 2, mär: 2, apr: 3, may: 4, mai: 4, jun: 5, jul: 6, aug: 7, sep: 8, oct: 9, okt: 9, nov: 10, dec: 11, dez: 11 };
const day = '(?:(\\d{1,2})(?:st|nd|rd|th|\\.)? (' + months + ')\\.? (\\d{4})|(' + months + ')\\.? (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})|(\\d{4})-(\\d\\d)-(\\d\\d))';
const deadline = new RegExp('\\b(book|order|register|apply|enter|reserve|buy|sign up|valid|redeem\\w*|offer|sale|available|open|runs?|ends?|closes?|expires?|gültig|buchbar|bestellen|anmelden|anmeldung)\\b[^.!?]{0,60}?\\b(before|until|till|by|through|ends?|on|expires?|bis|vor)( the| dem| zum)? ' + day + '(?!\\d)', 'i');
const over = /\b(was|were|had|ended|closed|expired|took place|since|founded|updated|published|posted|reviewed|archived?|past|former|no longer|war|endete|seit|stand)\b/i;
const dated = 'article time, blockquote, del, s, figure, pre, code, table, [class*=archive i], [class*=changelog i], [class*=comment i], [class*=review i]';
const innermost = (found) => found.filter((el) => !found.some((other) => other !== el && el.contains(other)));
const shortTexts = dom.textElements().filter((el) => !el.matches('a, button, label, option') && dom.text(el).length < 300);
const gone = shortTexts.filter((el) => {
  const said = dom.text(el);
  const m = deadline.exec(said);
  if (!m || over.test(said) || el.closest(dated)) return false;
  const [d, mo, y, mo2, d2, y2, y3, m3, d3] = m.slice(4);
  const end = y3 ? new Date(+y3, +m3 - 1, +d3) : new Date(+(y || y2), order[(mo || mo2).slice(0, 3).toLowerCase()], +(d || d2));
  return Date.now() - end > 2 * 86400000;
});
for (const el of innermost(gone)) report(el, { rule: 'outdated', identity: dom.text(el).replace(/\d+/g, '0').slice(0, 80) });
// A year in the foot of the page that nobody has changed for long, and prices or times of a year that is over.
const now = new Date().getFullYear();
const yearly = /\b(prices?|rates|tariffs?|fees|season|timetable|schedule|programme|opening hours|catalogue|preise|saison|fahrplan|öffnungszeiten)\b[^.!?\d]{0,30}\b((?:19|20)\d\d)\b(?!\s*[-–/])/i;
const old = shortTexts.filter((el) => {
  const said = dom.text(el);
  if (said.length > 200 || el.closest(dated)) return false;
  const owned = /(?:©|\(c\)|copyright)\s*((?:19|20)\d\d)\b(?!\s*[-–/])/i.exec(said);
  const held = !over.test(said) && yearly.exec(said);
  return (owned && +owned[1] <= now - 3) || (held && +held[2] < now - 1 && +held[2] > 1990 && el.closest('footer, [class*=foot i], main, [role=main]'));
});
for (const el of innermost(old)) report(el, { rule: 'stale', identity: '' });
// 03/04/31: day and month can't be told apart where both orders are read.
const slashed = /(?<![\d/])(\d{1,2})\/(\d{1,2})\/(\d{4}|\d{2})(?![\d/])/g;
if (dom.language === 'en') {
  const all = [...document.body.innerText.matchAll(slashed)];
  const told = all.some((m) => +m[1] > 12 || +m[2] > 12) || /\b(dd|mm)\/(mm|dd)\//i.test(document.body.innerText);
  const doubtful = all.some((m) => m[1] !== m[2]);
  if (doubtful && !told) {
    const found = dom.textElements().filter((el) => !el.closest('pre, code, option') && [...dom.text(el).matchAll(slashed)].some((m) => m[1] !== m[2] && +m[1] > 0 && +m[2] > 0) && dom.text(el).length < 300);
    for (const el of innermost(found).slice(0, 10)) report(el, { rule: 'date', identity: '', date: (dom.text(el).match(slashed) || [''])[0] });
  }
}
// “Keep your reference” where none is shown.
const mainText = dom.squeeze(main.innerText);
const asks = /\b(keep|note|quote|mention|write down|remember|save|use|give|have)\b[^.!?]{0,30}\byour (?:(?:booking|order|customer|ticket|case|claim) )?(?:reference|(?:booking|order|confirmation|reference|ticket|case|tracking|claim) (?:number|code|id))\b/i;
const done = /\b(thank you|thanks for|confirmed|confirmation|is booked|are booked|ordered|received|complete|successful|on its way)\b/i;
const elsewhere = /\b(in|by|from|with) (the|your|our|an?) (confirmation )?(e-?mail|letter|message|text message|sms|receipt|invoice|app)\b|\b(e-?mail(ed)?|sen[dt]) (it|you)\b/i;
const token = (said) => (said.match(/#?\b[A-Z0-9][A-Z0-9-]{3,}\b/g) || []).some((w) => /\d/.test(w) && !/^(19|20)\d\d$/.test(w) && !/^\d{1,2}-\d{1,2}(-\d{2,4})?$/.test(w) && !/^\d{4}-\d\d-\d\d$/.test(w));
if (done.test(dom.text(document.querySelector('h1') || document.body).slice(0, 200) + ' ' + document.title) && !token(mainText) && !main.querySelector('textarea, input[type=text]')) {
  const el = innermost(dom.textElements().filter((e) => main.contains(e) && dom.text(e).length < 300 && asks.test(dom.text(e)) && !elsewhere.test(dom.text(e))))[0];
  if (el) report(el, { rule: 'missing', identity: '', wanted: (/reference|[a-z]+ (number|code|id)\b/i.exec(dom.text(el)) || ['reference'])[0] });
}
// “See the map” in the place of what the map shows. What is folded away counts too: people unfold it.
const way = /\b(street|st\.|road|rd\.|avenue|ave\.|lane|square|quay|drive|way|row|terrace|steps|straße|strasse|platz|weg|allee)\b/i;
const address = document.querySelector('address, [itemprop=address], [itemprop=streetAddress], [autocomplete=street-address]') ||
  (mainText + ' ' + dom.squeeze([...main.querySelectorAll('[hidden]')].map((e) => e.textContent).join(' '))).match(/\b\d{1,5}[a-z]?,? (\p{Lu}[\p{L}.'’-]+ ){1,4}|\p{Lu}[\p{L}'’-]*(street|straße|strasse|platz|weg|allee) \d+|\b\p{Lu}[\p{L}'’-]+ \d{1,4}[a-z]?, ?\p{Lu}/gu)?.some((m) => way.test(m) || /, ?\p{Lu}/u.test(m));
if (!address) {
  for (const el of main.querySelectorAll('p, li, dd, td, div')) {
    const said = dom.ownText(el);
    if (said.length < 200 && /(^|[.!?:] )(please )?(see|look at|check|consult) (the|our|this) (map|plan|sketch)( (below|above|on the (right|left)))?[.!]?( |$)/i.test(said)) {
      report(el, { rule: 'map-only', identity: said.slice(0, 60), label: said });
      break;
    }
  }
}
