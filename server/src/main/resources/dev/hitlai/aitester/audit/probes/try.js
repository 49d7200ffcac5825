// Controls that are worth a press: what scripts answer, not what sends a form or leads to another page.
const scripted = document.scripts.length > 0 || document.querySelector('[onclick]');
if (!scripted) return '[]';
const aside = '[id*=cookie i], [class*=cookie i], [id*=consent i], [class*=consent i], [class*=gdpr i], [aria-label*=cookie i], video, audio';
const grave = /delete|erase|pay\b|buy|order|purchase|checkout|log ?out|sign ?out|unsubscribe|accept|agree|reject|decline|allow|subscribe|send|submit|publish|post\b|call|löschen|zahlen|kaufen|bestell|abmelden|senden|akzept|ablehn|payer|acheter|supprimer|envoyer/i;
const wanted = 'button, [role=button], [role=tab], [role=switch], [role=checkbox], [role=radio], [aria-expanded], [aria-pressed], [tabindex="0"], a[href="#"], a[href^="javascript:" i], input[type=button]';
const kinds = new Map();
const found = [];
for (const el of document.querySelectorAll(wanted)) {
  if (!dom.visible(el) || dom.disabled(el) || el.closest(aside) || el.matches('input:not([type=button]), select, textarea, summary, iframe, [contenteditable]')) continue;
  if (el.form && (el.type === 'submit' || el.type === 'reset' || el.type === 'image')) continue;
  const link = el.closest('a[href]');
  if (link && !/^(#$|javascript:)/i.test(link.getAttribute('href'))) continue;
  if (el.querySelector('a[href], button, input, select, textarea')) continue;
  if (el.tabIndex < 0 && !el.matches('[role=tab]')) continue;
  const said = dom.name(el) || dom.text(el);
  if (grave.test(said)) continue;
  const signature = dom.signature(el);
  const alike = kinds.get(signature) || 0;
  if (alike >= 2) continue;
  kinds.set(signature, alike + 1);
  found.push({ rule: '', selector: dom.selector(el), signature, identity: said.replace(/\d+/g, '0').slice(0, 60), label: said.slice(0, 60), html: null, box: null, measured: {} });
}
// Something that costs may be chosen, and a total tells what all costs.
const costs = [...document.querySelectorAll('form input[type=checkbox], form input[type=radio]')].find((el) => !el.checked && el.labels && el.labels[0] && dom.price(dom.text(el.labels[0])));
if (costs && /\b(total|sum|amount due|gesamt\w*|summe|totale?|à payer)\b/i.test(dom.text(document.body)))
  found.push({ rule: 'total', selector: dom.selector(costs), signature: dom.signature(costs), identity: location.pathname, label: 'total', html: null, box: null, measured: {} });
return JSON.stringify(found);
