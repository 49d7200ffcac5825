// What the document itself tells about carelessness with data.
const loopback = /^(localhost|127\.|\[::1\])/.test(location.hostname);
const secret = document.querySelector('input[type=password]');
if (secret && location.protocol === 'http:' && !loopback) report(secret, { rule: 'password-http', label: dom.name(secret) });
for (const form of document.forms) {
  const action = form.getAttribute('action') || '';
  if (/^http:/i.test(action)) {
    const target = new URL(action);
    if (!/^(localhost|127\.)/.test(target.hostname) || target.hostname !== location.hostname)
      report(form, { rule: 'form-http', identity: target.host, label: dom.name(form) || 'form', action });
  }
  if (form.method === 'get' && form.querySelector('input[type=password], input[autocomplete^=cc-number], input[name*=card i][type=text]'))
    report(form, { rule: 'secret-get', label: dom.name(form) || 'form' });
}
for (const el of dom.fields()) {
  const said = dom.name(el).toLowerCase();
  if (el.type === 'text' && /\bpassword\b|\bpassphrase\b|\bpin\b/.test(said) && !/hint|show|forgot/.test(said)) report(el, { rule: 'secret-visible', identity: said, label: dom.name(el) });
}
const tokens = [...new URL(location.href).searchParams].filter(([k, v]) => /^(access_?token|token|auth|jwt|session(_?id)?|sid|api_?key|password|jsessionid)$/i.test(k) && v.length >= 6);
if (tokens.length) {
  const outside = performance.getEntriesByType('resource').some((e) => new URL(e.name).host !== location.host);
  report(document.documentElement, { rule: 'token-url', parameter: tokens[0][0], leaks: outside });
}
for (const link of document.querySelectorAll('a[href]')) {
  let url;
  try {
    url = new URL(link.href);
  } catch {
    continue;
  }
  const leak = [...url.searchParams].find(([k, v]) => /^(access_?token|token|auth|jwt|session_?id|sid|api_?key|password)$/i.test(k) && v.length >= 6);
  if (leak && dom.visible(link)) report(link, { rule: 'token-link', identity: leak[0], parameter: leak[0] });
  const other = /^http/.test(url.protocol) && url.host !== location.host;
  if (link.target === '_blank' && other && /\bopener\b/.test(link.rel.replace('noopener', ''))) report(link, { rule: 'opener' });
  if (link.target === '_blank' && dom.visible(link) && !/new (tab|window)|opens|extern|↗|neue[sn] (fenster|tab)/i.test(dom.name(link) + (link.title || '') + dom.labelled(link, 'aria-describedby').map((e) => e.textContent).join('')) &&
      !link.querySelector('svg, img')) report(link, { rule: 'new-tab', identity: link.getAttribute('href') });
}
if (location.protocol === 'https:') {
  for (const el of document.querySelectorAll('img[src^="http:"], script[src^="http:"], iframe[src^="http:"], link[rel=stylesheet][href^="http:"], audio[src^="http:"], video[src^="http:"]'))
    report(el, { rule: 'mixed', identity: el.src || el.href, label: el.src || el.href });
}
if (document.querySelector('input[type=password]')) {
  const told = dom.textElements().find((el) => dom.text(el).length < 120 && !el.matches('a, button, label, h1, h2') && !el.closest('a, button') &&
    /\b(no|unknown) (account|user|customer|e-?mail|member)\b|(account|user|e-?mail|address|member).{0,20}(not (found|registered|known)|doesn.t exist|does not exist|isn.t registered|unknown)/i.test(dom.text(el)) && !/no account\?|no account yet/i.test(dom.text(el)));
  if (told) report(told, { rule: 'enumeration', identity: '' });
}
