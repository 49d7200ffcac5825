// Messages that come and go: places for them need a live region; time limits need a way out.
const live = '[role=status], [role=alert], [role=log], [aria-live]:not([aria-live=off]), output, [role=alertdialog], dialog';
for (const el of dom.elements) {
  const marks = (el.id + ' ' + (typeof el.className === 'string' ? el.className : '')).toLowerCase();
  if (!/(^|[\s_-])(toast|snackbar|flash|notification|notice|alert|status-?message|message|error-summary)s?($|[\s_-])/.test(marks) || !dom.visible(el)) continue;
  if (el.closest(live) || el.querySelector(live) || el.matches('a, button, input, label, form, nav, li')) continue;
  const said = dom.text(el);
  if (said.length < 4 || said.length > 200 || !/success|saved|added|removed|updated|sent|error|invalid|please|failed|sorry|thank/i.test(said)) continue;
  report(el, { rule: 'live', identity: said.replace(/\d+/g, '0').slice(0, 60), label: said });
}
// The first that browsers obey: a number, then nothing or a separator.
const refresh = [...document.querySelectorAll('meta[http-equiv=refresh i][content]')].map((meta) => /^\s*(\d+)(?:\.[\d.]*)?\s*(?:[;,\s].*)?$/.exec(meta.content)).find(Boolean);
if (refresh) {
  const seconds = parseInt(refresh[1], 10);
  if (seconds > 0 && seconds <= 72000) report(document.documentElement, { rule: 'refresh', seconds });
}
for (const el of dom.textElements()) {
  const said = dom.text(el);
  if (said.length < 140 && /(session|page|form|basket|cart|time|reservation).{0,30}(expires?|ends?|times? out|log(ged)? out|left|kept|held|reserved).{0,20}\d+([: ]\d\d)?|\d+ ?(seconds|minutes|min|sec) (left|remaining)|\b(hold|holding|reserve|keep|held|kept) (this|your|the|these|it)\b.{0,30}\b(for|another) \d+(:\d\d)? ?(minutes?|min|seconds?)/i.test(said) &&
      /\d:\d\d|second|minute/i.test(said) && ![...document.querySelectorAll('button, a')].some((b) => /extend|more time|\bstay (signed|logged|here|on)|\bkeep (me|my|it|the)|continue session/i.test(dom.name(b))) &&
      !/(deliver|dispatch|offer|sale|deal|price|discount)/i.test(said))
    report(el, { rule: 'limit', identity: said.replace(/\d+/g, '0'), label: said });
}
// An empty place named after messages: what a script writes there is not announced.
for (const el of document.querySelectorAll('div[id], div[class], p[id], p[class], span[id], span[class]')) {
  const marks = (el.id + ' ' + (typeof el.className === 'string' ? el.className : '')).toLowerCase();
  if (!/(^|[\s_-])(status|toast|toasts|snackbar|feedback|messages?|notifications?)($|\s)/.test(marks) || el.childElementCount || dom.squeeze(el.textContent)) continue;
  if (el.closest(live) || el.closest('[aria-hidden=true]') || getComputedStyle(el).display === 'none') continue;
  report(el, { rule: 'silent', identity: el.id || el.className, label: el.id || el.className });
}
