// Fixed boxes that lie over controls or text even when the page is scrolled to its end, so that nothing brings them free.
const scroller = document.scrollingElement;
const end = scroller.scrollHeight - innerHeight;
for (const el of document.body.querySelectorAll('*')) {
  const s = dom.style(el);
  if (s.position !== 'fixed' || !dom.visible(el) || el.matches('header, nav, dialog, [role=dialog]') || el.closest('header, nav, dialog, [role=dialog]') !== null) continue;
  const r = el.getBoundingClientRect();
  const share = (Math.min(r.width, innerWidth) * Math.min(r.height, innerHeight)) / (innerWidth * innerHeight);
  // Small launchers are meant to float; a banner about cookies is judged elsewhere.
  if (r.width * r.height < 100 * 100 || r.top < 1 || /cookie|consent/i.test(el.id + el.className + dom.text(el).slice(0, 80))) continue;
  const closes = [...el.querySelectorAll('button, a, [role=button]')].some((b) => /close|dismiss|hide|minimi|×|✕/i.test(dom.name(b) + b.className));
  const place = { x: r.left + scrollX, y: r.top + Math.max(end, 0), width: r.width, height: r.height };
  const under = [...dom.controls(), ...dom.textElements()].find((o) => !el.contains(o) && dom.overlap(dom.box(o), place) > Math.min(0.3 * dom.box(o).width * dom.box(o).height, 1500));
  if (under && !closes) report(el, { share: Math.round(share * 100), covered: (dom.text(under) || dom.name(under)).slice(0, 60) });
}
