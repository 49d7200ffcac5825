// A consent banner: how much it covers, and whether saying no is as easy as saying yes.
const about = /\b(cookie|cookies|consent|einwilligung)\b/i;
const banner = dom.elements.find((el) => {
  if (!dom.visible(el) || el === document.body || dom.text(el).length > 1500 || !about.test(dom.text(el) + el.id + el.className)) return false;
  const s = dom.style(el);
  const open = /fixed|sticky/.test(s.position) || el.matches('dialog[open], [role=dialog]') || (s.position === 'absolute' && +s.zIndex > 0);
  const named = /cookie|consent/i.test(el.id + ' ' + el.className + ' ' + (el.getAttribute('aria-label') || '')) && el.matches('section, div, aside, form') &&
    /\bcookies?\b/i.test(dom.text(el)) && /\b(agree|accept|consent|allow|privacy|track|count|zustimmen|einwilligung|datenschutz)\w*/i.test(dom.text(el)) && dom.text(el).length < 800;
  return (open || named) && el.querySelector('button, a, input[type=submit]') && !el.matches('header, nav');
});
if (banner) {
  const choices = [...banner.querySelectorAll('button, a[href], [role=button], input[type=submit]')].filter(dom.visible);
  const yes = choices.find((el) => /accept|agree|allow|got it|^ok(ay)?\b|akzeptieren|zustimmen|einverstanden/i.test(dom.name(el)) && !/only|nur|don.t|not/i.test(dom.name(el)));
  const no = choices.find((el) => /^no\b|^nein\b|reject|decline|refuse|deny|only (necessary|essential|needed|required)|(necessary|essential|needed|required) only|no,? thanks|without|disagree|ablehnen|nur notwendige/i.test(dom.name(el)));
  const b = dom.box(banner);
  const share = Math.min(1, (Math.min(b.width, innerWidth) * Math.min(b.height, innerHeight)) / (innerWidth * innerHeight));
  if (share > 0.35) report(banner, { rule: 'covers', share: Math.round(share * 100), label: 'Cookie banner' });
  if (yes && !no) report(banner, { rule: 'no-decline', label: 'Cookie banner', accept: dom.name(yes) });
  if (yes && no) {
    const [ys, ns] = [dom.style(yes), dom.style(no)];
    const filled = (s) => (dom.rgba(s.backgroundColor) || [0, 0, 0, 0])[3] > 0.5;
    const [ya, na] = [dom.box(yes), dom.box(no)].map((r) => r.width * r.height);
    const faint = () => {
      const back = dom.background(no);
      const fore = dom.rgba(ns.color);
      return back && fore && dom.ratio(dom.over(fore, back), back) < 3.5;
    };
    if ((filled(ys) && !filled(ns) && ns.borderTopStyle === 'none' && (na < ya * 0.5 || parseFloat(ns.fontSize) < parseFloat(ys.fontSize) - 1)) || faint())
      report(no, { rule: 'hidden-decline', label: dom.name(no), accept: dom.name(yes) });
  }
  // Counting pictures and scripts of others that run although nobody has answered yet.
  for (const el of document.querySelectorAll('img[src], script[src], iframe[src]')) {
    const url = new URL(el.src, location.href);
    if (!/^http/.test(url.protocol) || url.hostname === location.hostname) continue;
    const dot = el.tagName === 'IMG' && ((el.complete && el.naturalWidth > 0 && el.naturalWidth <= 2) || (el.width <= 2 && el.height <= 2));
    const known = /(google-analytics|googletagmanager|doubleclick|facebook\.(net|com)\/tr|hotjar|clarity\.ms|segment\.(io|com)|mixpanel|matomo|piwik|criteo|adservice|bat\.bing|snap\.licdn|analytics\.tiktok)/i.test(url.href);
    if (dot || known) report(el, { rule: 'tracker', identity: url.hostname, host: url.hostname, label: url.hostname });
  }
  for (const box of banner.querySelectorAll('input[type=checkbox]:checked:not(:disabled)'))
    if (!/necessary|essential|required|notwendig/i.test(dom.name(box))) report(box, { rule: 'ticked', identity: dom.name(box), label: dom.name(box) });
}
