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
const pressure = /(\bonly|\bjust|\bhurry|\blast)\b.{0,12}\b\d+ (left|remaining)|\b\d+ (people|others|customers|shoppers|visitors).{0,25}(viewing|looking|watching|in their (cart|basket)|right now)|(offer|sale|deal|price|reserved|reservation|basket|cart).{0,40}(ends?|expires?|held|reserved).{0,15}\b\d+[: ]\d\d|hurry/i;
for (const el of dom.textElements()) {
  const said = dom.text(el);
  if (said.length < 120 && pressure.test(said) && !el.closest('s, del')) {
    const clock = /\b\d{1,2}:\d\d\b/.test(said);
    const crowd = /people|others|customers|shoppers|visitors/i.test(said);
    if (clock || crowd || /hurry/i.test(said)) report(el, { rule: 'urgency', identity: said.replace(/\d+/g, '0'), label: said });
  }
}
const money = /[€$£]\s?(\d+(?:[.,]\d\d)?)|(\d+(?:[.,]\d\d)?)\s?[€£]/;
for (const el of document.querySelectorAll('tr, li, dl > div, dt, p')) {
  if (!dom.visible(el) || dom.text(el).length > 90) continue;
  const said = dom.text(el);
  if (/\b(service|handling|processing|convenience|booking|admin(istration)?|small order|packing|packaging|payment) (fee|charge)\b|\bsurcharge\b/i.test(said) && (money.test(said) || (el.tagName === 'DT' && money.test(dom.text(el.nextElementSibling || el)))))
    report(el, { rule: 'fee', identity: said.replace(/\d+/g, '0'), label: said });
}
