// Content in front of the page's own that can neither be skipped by a link, nor jumped over by landmark or heading, nor folded away.
const apart = 'nav, aside, header, footer, [role=navigation], [role=complementary], [role=banner], [role=contentinfo], [role=search]';
const exposed = (el) => el.checkVisibility({ visibilityProperty: true }) && !el.closest('[aria-hidden=true]');
const blocks = [...document.querySelectorAll('nav, aside, [role=navigation], [role=complementary], body > header, [role=banner]')].filter((b) => exposed(b) && dom.text(b).length > 10);
const own = dom.textElements().filter((el) => !el.closest(apart) && dom.text(el).split(' ').length >= 8);
const first = blocks[0];
const after = own.find((el) => first && first.compareDocumentPosition(el) & 4);
if (first && after) {
  const main = [...document.querySelectorAll('main, [role=main]')].some(exposed);
  const heading = [...document.querySelectorAll('h1, h2, h3, h4, h5, h6, [role=heading]')].some((h) => exposed(h) && !h.closest(apart) && first.compareDocumentPosition(h) & 4);
  const link = [...document.querySelectorAll('a[href^="#"]')].some((a) => a.getAttribute('href').length > 1 && document.getElementById(decodeURIComponent(a.getAttribute('href').slice(1))));
  const folds = [...document.querySelectorAll('button, a, summary, [role=button]')].some((b) => exposed(b) && (b.hasAttribute('aria-expanded') || b.tagName === 'SUMMARY' || (b.hasAttribute('onclick') && /toggle|hide|show|collapse|expand|menu/i.test(dom.name(b) + b.getAttribute('onclick')))));
  const framed = [...document.querySelectorAll('iframe')].some(exposed);
  if (!main && !heading && !link && !folds && !framed) report(first, { block: first.tagName.toLowerCase(), label: dom.text(first).slice(0, 60) });
}
