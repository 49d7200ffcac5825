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
if (document.querySelector('input[type=password]') || dom.fields().some((el) => /\bpassword\b|passwort/i.test(dom.name(el)))) {
  const told = dom.textElements().find((el) => dom.text(el).length < 120 && !el.matches('a, button, label, h1, h2') && !el.closest('a, button') &&
    /\b(no|unknown) (account|user|customer|e-?mail|member)\b|\b(no|nobody|none)\b.{0,30}\b(has|have|uses|with|under|for) (this|that|such an?) (e-?mail|address|user ?name|login)|(account|user|e-?mail|address|member).{0,20}(not (found|registered|known)|doesn.t exist|does not exist|isn.t registered|unknown)/i.test(dom.text(el)) && !/no account\?|no account yet/i.test(dom.text(el)));
  if (told) report(told, { rule: 'enumeration', identity: '' });
}
// What comments and scripts in the page give away.
const guarded = /\b(pass(?:word|wd|phrase)?|pwd|secret|api[_-]?key|access[_-]?key|auth[_-]?token)\b["']?\s*[:=]\s*["']?([^\s"'<>,;]{5,})/i;
const inside = /\b(?:10\.\d{1,3}\.\d{1,3}\.\d{1,3}|192\.168\.\d{1,3}\.\d{1,3}|172\.(?:1[6-9]|2\d|3[01])\.\d{1,3}\.\d{1,3})\b/;
const comments = document.createTreeWalker(document, NodeFilter.SHOW_COMMENT);
for (let n = comments.nextNode(), count = 0; n && count < 500; n = comments.nextNode(), count++) {
  const said = n.data.slice(0, 2000);
  const told = guarded.exec(said);
  const login = told && (/[\d_!$%&+=?]/.test(told[2]) || /\buser(name)?\s*[:=]/i.test(said)) && !/^(\*+|x+|\.+|string|null|undefined|true|false|required|your|example|changeme\?|<.*|\{.*|\$.*|%.*|function.*)$/i.test(told[2]);
  if (login || inside.test(said)) {
    report(document.documentElement, { rule: 'leak', identity: login ? 'credentials' : 'address', what: login ? 'credentials' : 'an internal address', label: document.title });
    break;
  }
}
for (const script of document.scripts) {
  if (script.src || script.text.length > 200000) continue;
  const key = /\b(AKIA[0-9A-Z]{16}|sk_live_[0-9A-Za-z]{16,}|ghp_[0-9A-Za-z]{30,}|xox[bap]-[0-9A-Za-z-]{20,})\b|-----BEGIN (RSA |EC )?PRIVATE KEY-----/.exec(script.text);
  if (key) report(document.documentElement, { rule: 'leak', identity: 'key', what: 'a secret key', label: document.title });
}
// Libraries in versions whose holes are public: the first version without them.
const mended = { jquery: '3.5.0', 'jquery-ui': '1.13.2', bootstrap: '3.4.1', angular: '1.8.0', lodash: '4.17.21', underscore: '1.12.1', moment: '2.29.4', handlebars: '4.7.7', dompurify: '2.5.4', axios: '0.28.0', swiper: '6.5.1' };
const older = (a, b) => {
  const [x, y] = [a, b].map((v) => v.split('.').map(Number));
  for (let i = 0; i < 3; i++) if ((x[i] || 0) !== (y[i] || 0)) return (x[i] || 0) < (y[i] || 0);
  return false;
};
for (const script of document.querySelectorAll('script[src]')) {
  const m = /(?:^|\/)(jquery-ui|jquery|bootstrap|angular|lodash|underscore|moment|handlebars|dompurify|axios|swiper)(?:\.js)?(?:[@/-]v?(\d+\.\d+(?:\.\d+)?))(?:[./-][^?]*)?\.js(?:\?|$)|\/(\d+\.\d+\.\d+)\/(?:[^/]+\/)?(jquery-ui|jquery|bootstrap|angular|lodash|underscore|moment|handlebars|dompurify|axios|swiper)(?:\.min)?\.js(?:\?|$)/i.exec(script.src);
  if (!m) continue;
  const name = (m[1] || m[4]).toLowerCase();
  const version = m[2] || m[3];
  if (older(version, mended[name])) report(script, { rule: 'library', identity: name, library: name, version, mended: mended[name], label: name + ' ' + version });
}
