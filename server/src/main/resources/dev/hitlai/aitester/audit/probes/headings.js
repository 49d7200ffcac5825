// Text made to look like a heading without being one. (Levels and the missing h1 are judged by axe.)
const body = parseFloat(getComputedStyle(document.body).fontSize);
const held = 'h1, h2, h3, h4, h5, h6, [role=heading], a, button, label, legend, caption, th, summary, dt, nav, li, td, blockquote, header, [aria-hidden=true], [role=img]';
for (const el of dom.textElements()) {
  if (el.closest(held) || el.closest('footer')) continue;
  const s = dom.style(el);
  const size = parseFloat(s.fontSize);
  const words = dom.text(el);
  if (!/block|flex|grid/.test(s.display) || words.length < 4 || words.length > 70 || /[.!?:,;]$/.test(words) || !/\p{L}{3}/u.test(words)) continue;
  if (/\d/.test(words) && !/\p{L}{4}/u.test(words)) continue;
  const next = el.nextElementSibling;
  const leads = next && dom.visible(next) && (next.matches('p, ul, ol, form, table') || next.querySelector('p, ul, form')) &&
    dom.text(next).length > 40 && parseFloat(dom.style(next.matches('p') ? next : next.querySelector('p, li, label') || next).fontSize) < size;
  const bold = +s.fontWeight >= 600;
  if (leads && ((size >= body * 1.2 && bold) || size >= body * 1.45)) report(el, { identity: words, size, weight: s.fontWeight });
}
const ones = [...document.querySelectorAll('h1')].filter(dom.visible);
if (ones.length > 1) report(ones[1], { rule: 'many', count: ones.length, first: dom.text(ones[0]) });
// Headings that a template or a program left behind, and greetings over a form.
const leftover = /^\[[^\]]+\]$|^(heading|title|headline|untitled|section title|überschrift|titre|your (heading|title))( ?\d+)?$|^(insert|replace|enter|add|your) .{0,20}\b(heading|title|headline) (text )?here$|\b(uncaught|unhandled) \w*(error|exception)\b|\b(fatal error|stack ?trace|call to undefined|nullpointerexception|syntaxerror|traceback)\b|^(null|undefined|nan|\[object object\])$|^\d{4}-\d\d-\d\d[ t]\d\d:\d\d\S*( ?(utc|gmt|[a-z]{3,4}))?$/i;
for (const h of document.querySelectorAll('h1, h2, h3, h4, h5, h6, [role=heading]')) {
  const said = dom.name(h);
  if (!said || h.closest('[aria-hidden=true]') || !h.checkVisibility({ visibilityProperty: true })) continue;
  const greeting = /^(hi|hello|hey|hallo|bonjour|hola|welcome)[.!]?$/i.test(said) && document.querySelector('form') && !document.querySelector('h2, h3');
  if (leftover.test(said) || greeting) report(h, { rule: 'placeholder', identity: said.slice(0, 60) });
}
