// Patterns that work against the visitor: consent ticked in advance, shaming, invented urgency, costs that sneak in.
for (const box of document.querySelectorAll('input[type=checkbox]:checked:not(:disabled)')) {
  if (!dom.visible(box) && !(box.labels && [...box.labels].some(dom.visible))) continue;
  const said = dom.name(box);
  if (/newsletter|offers|e-?mails? (me|from)|marketing|partners|third part|subscribe|updates|share my|news\b|insurance|protection|donat|gift wrap|membership|agree|werbung/i.test(said) && !box.closest('[class*=cookie i]'))
    report(box, { rule: 'ticked', identity: said, label: said });
}
for (const el of dom.controls()) {
  if (!el.matches('a, button, [role=button], input[type=radio], input[type=checkbox]')) continue;
  const said = dom.name(el);
  if (/^no,? (thanks|thank you)?[,. –—-]*\s*i\b.{6,}|^(no[,. –—-]+)?i (don.t|do not|hate|prefer (to pay|paying)|would rather|like paying|.d rather)\b.{5,}|^no thanks,? i.ll pay/i.test(said) && !/i (don.t|do not) have/i.test(said))
    report(el, { rule: 'shaming', identity: said, label: said });
}
const pressure = /(\bonly|\bjust|\bhurry|\blast)\b.{0,12}\b\d+ (left|remaining)|\b\d+ (people|others|customers|shoppers|visitors).{0,25}(viewing|looking|watching|in their (cart|basket)|right now)|(offer|sale|deal|price|discount).{0,40}(ends?|expires?).{0,15}\b\d+[: ]\d\d|hurry/i;
for (const el of dom.textElements()) {
  const said = dom.text(el);
  if (said.length < 120 && pressure.test(said) && !el.closest('s, del')) {
    const clock = /\b\d{1,2}:\d\d\b/.test(said);
    const crowd = /people|others|customers|shoppers|visitors/i.test(said);
    if (clock || crowd || /hurry/i.test(said)) {
      const still = (words) => words.replace(/\b\d{1,2}:\d\d(:\d\d)?\b/g, '0:00'); // A clock that runs says something else each time it is read.
      report(el, { rule: 'urgency', identity: said.replace(/\d+/g, '0'), label: still(said), html: still(dom.html(el)) });
    }
  }
}
const money = /[€$£]\s?(\d+(?:[.,]\d\d)?)|(\d+(?:[.,]\d\d)?)\s?[€£]/;
for (const el of document.querySelectorAll('tr, li, dl > div, dt, p')) {
  if (!dom.visible(el) || dom.text(el).length > 90) continue;
  const said = dom.text(el);
  if (/\b(service|handling|processing|convenience|booking|admin(istration)?|small order|packing|packaging|payment) (fee|charge)s?\b|\b(surcharge|handling)\b/i.test(said) && (money.test(said) || (el.tagName === 'DT' && money.test(dom.text(el.nextElementSibling || el)))))
    report(el, { rule: 'fee', identity: said.replace(/\d+/g, '0'), label: said });
}
for (const el of dom.textElements()) {
  const said = dom.text(el);
  if (said.length > 160 || !/\badded (for|to protect) (you|your)\b|\bwe('ve| have)? added\b|\bautomatically (added|included)\b|\bincluded for your (safety|convenience|protection)/i.test(said)) continue;
  const row = el.closest('li, tr, [class*=line i], [class*=item i]') || el.parentElement;
  if (dom.price(dom.text(row)) !== null) report(row, { rule: 'sneaked', identity: said, label: dom.text(row).slice(0, 80) });
}
const groups = new Map();
for (const radio of document.querySelectorAll('input[type=radio][name]')) if (radio.labels && radio.labels.length) groups.set(radio.name, (groups.get(radio.name) || []).concat(radio));
for (const list of groups.values()) {
  const costs = list.map((radio) => (/\bfree\b|kostenlos|gratis/i.test(dom.name(radio)) ? 0 : dom.price(dom.name(radio))));
  const chosen = list.findIndex((radio) => radio.defaultChecked && radio.checked);
  // The paid answer is given beforehand where “no” is one of the answers.
  const no = list.findIndex((radio) => /^(no\b|none\b|without\b|not now|nein\b|kein|ohne\b|non\b|sans\b)/i.test(dom.name(radio)));
  if (chosen >= 0 && no >= 0 && no !== chosen && costs[chosen] > 0) {
    report(list[chosen], { rule: 'sneaked', identity: dom.name(list[chosen]), label: dom.name(list[chosen]) });
    continue;
  }
  if (chosen < 0 || costs.some((c) => c === null)) continue;
  if (costs[chosen] > Math.min(...costs) && costs[chosen] === Math.max(...costs)) report(list[chosen], { rule: 'costly-default', identity: dom.name(list[chosen]), label: dom.name(list[chosen]), cheapest: dom.name(list[costs.indexOf(Math.min(...costs))]) });
}
for (const box of document.querySelectorAll('input[type=checkbox]')) {
  const said = dom.name(box);
  const negations = (said.toLowerCase().match(/\b(not|no|never|don.t|do not|stop|without|un-?tick|uncheck|opt out|unsubscribe|refuse)\b/g) || []).length;
  if (negations >= 3 || (negations >= 2 && /un-?tick|uncheck|opt out/i.test(said) && /don.t|do not|not to/i.test(said))) report(box, { rule: 'confusing', identity: said, label: said });
}
// Asking for more than the purpose needs: papers and beliefs nearly everywhere, age and sex in forms that open an account or send a letter.
for (const form of document.forms) {
  for (const el of form.elements) {
    if (!(el.required || el.getAttribute('aria-required') === 'true') || el.type === 'hidden') continue;
    if (/passport|identity card|\bid (card )?(number|no)\b|social security|national (id|insurance)|\breligion|ethnic|mother.s maiden|sexual orientation|(personal)?ausweis(nummer)?|sozialversicherung|reisepass/i.test(dom.name(el)) && !/visa|border|airline|flight|customs|by law|legally|tax|bank account|government|residence permit|gesetzlich/i.test(dom.text(document.querySelector('main') || form)))
      report(el, { rule: 'excessive', identity: dom.name(el), label: dom.name(el) });
  }
}
for (const form of document.forms) {
  const about = (form.id + ' ' + form.getAttribute('action') + ' ' + [...form.querySelectorAll('button, input[type=submit]')].map(dom.name).join(' ')).toLowerCase();
  if (!/sign ?-?up|register|create (an )?account|newsletter|subscribe|contact|konto/.test(about)) continue;
  for (const el of form.elements) {
    if (!(el.required || el.getAttribute('aria-required') === 'true') || el.type === 'hidden') continue;
    if (/date of birth|birth ?da(y|te)|\bgender\b|\bsex\b|marital|income|geburtsdatum|geschlecht/i.test(dom.name(el)) && !/\b1[68]\b|age (check|limit)|alcohol|by law/i.test(dom.text(form)))
      report(el, { rule: 'excessive', identity: dom.name(el), label: dom.name(el) });
  }
}
// Leaving by letter where joining took a press.
const leaving = /\b(to |how to )?(stop|unsubscribe|cancel|end|close|delete|terminate|opt out|leave|kündig\w*|abbestell\w*|abmeld\w*|lösch\w*)\b/i;
const burden = /\b(by (post|mail|fax|registered letter)|(send|post|write|mail)[^.!?]{0,40}\b(letter|fax|post card)\b|signed (letter|form|copy)|copy of your (identity card|id\b|passport)|(call|phone|ring) (us|our)\b[^.!?]{0,60}(hours|between|from \d|weekdays)|per (post|fax|brief)|schriftlich per|postalisch)/i;
const easy = /\b(e-?mail|online|button|click|press|link|form below|in your account|mit einem klick)\b/i;
for (const el of dom.textElements()) {
  const said = dom.text(el);
  if (said.length > 400 || !el.matches('p, li, dd, td, div')) continue;
  const sentence = said.split(/(?<=[.!?])\s+/).find((s) => leaving.test(s) && burden.test(s) && !easy.test(s));
  if (sentence && /\b(letters?|newsletter|e-?mails?|offers|account|subscription|membership|contract|plan|service|data|them|it|abo|vertrag|konto)\b/i.test(said) && !el.closest('form[action]')) report(el, { rule: 'obstructed', identity: '', label: sentence.slice(0, 120) });
}
