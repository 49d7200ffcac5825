// Asks the site for what the page offers to ask for, only by GET, and compares the answers: filters and searches that don't do what they say, and forms that
// are empty again when one goes back.
const hits = [];
const add = (rule, el, label, measured = {}) => hits.push({ rule, selector: el && dom.selector(el), signature: rule, identity: label.slice(0, 60), label: label.slice(0, 120), html: el && dom.html(el), box: null, measured });
const asks = new Map();
const ask = (url) => {
  if (!asks.has(url.href)) {
    asks.set(url.href, fetch(url, { signal: AbortSignal.timeout(4000) }).then(async (answer) => {
      if (!answer.ok || !/html/.test(answer.headers.get('content-type') || '')) return null;
      const doc = new DOMParser().parseFromString(await answer.text(), 'text/html');
      doc.querySelectorAll('script, style, template, noscript').forEach((one) => one.remove());
      return doc;
    }).catch(() => null));
  }
  return asks.get(url.href);
};
const here = new URL(location.href);
const wording = (el) => dom.squeeze(el ? el.textContent : '');
const lists = () => {
  const found = new Map();
  for (const el of document.querySelectorAll('main li, main article, main tr, main div')) {
    if (!el.querySelector('a[href]') || !dom.visible(el) || el.closest('nav, footer, header')) continue;
    found.set(el.parentElement, (found.get(el.parentElement) || 0) + 1);
  }
  return [...found].filter(([, count]) => count >= 3).sort(([, a], [, b]) => b - a).map(([el]) => el);
};
const goals = (root) => (root ? [...new Set([...root.querySelectorAll('a[href]')].map((a) => a.getAttribute('href')))].sort().join(' ') : null);
const numbers = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight'];
const room = (said) => {
  const m = /\b(?:sleeps|accommodates|beds for|room for|space for|for up to|up to|for|schläft|für bis zu)\s+(one|two|three|four|five|six|seven|eight|\d{1,2})\b\s*(?:guests?|people|persons?|adults?|personen)?/i.exec(said.replace(/€\s*\d+/g, ''));
  const strict = m && (/^(sleeps|accommodates|(beds|room|space) for)/i.test(m[0]) || /(guests?|people|persons?|adults?|personen)$/i.test(m[0]));
  return strict ? numbers.indexOf(m[1].toLowerCase()) + 1 || parseInt(m[1], 10) : null;
};

// As many guests as most houses don't hold.
for (const [name, value] of here.searchParams) {
  if (!/^(?:guests?|people|persons?|adults?|party|party_?size|travell?ers?|personen|gäste|personnes)$/i.test(name) || !(parseInt(value, 10) >= 4)) continue;
  const list = lists()[0];
  if (!list) continue;
  const fewer = new URL(here);
  fewer.searchParams.set(name, '1');
  const doc = await ask(fewer);
  const there = doc && goals(doc.querySelector(dom.selector(list)));
  if (there === null || there !== goals(list)) continue;
  const offers = [...new Set([...list.querySelectorAll('a[href]')].map((a) => a.href))].map((href) => new URL(href)).filter((url) => url.origin === here.origin).slice(0, 5);
  const rooms = (await Promise.all(offers.map(ask))).map((one) => one && room(wording(one.querySelector('main') || one.body)));
  const least = Math.min(...rooms.filter((one) => one !== null));
  if (Number.isFinite(least) && least < parseInt(value, 10)) add('unfiltered', list, name + '=' + value, { wanted: value, got: String(least) });
}

// A tick that promises to leave out what can't be had.
for (const box of document.querySelectorAll('form input[type=checkbox][name]')) {
  const form = box.form;
  if (!form || form.method !== 'get' || !dom.visible(form) || !/\b(in stock|available|auf lager|verfügbar|lieferbar|en stock|disponible)\b/i.test(dom.name(box))) continue;
  const url = new URL(form.action || location.href);
  if (url.origin !== here.origin) continue;
  for (const [name, value] of new FormData(form)) if (typeof value === 'string') url.searchParams.set(name, value);
  url.searchParams.set(box.name, box.value);
  const list = lists()[0];
  const doc = list && await ask(url);
  const root = doc && doc.querySelector(dom.selector(list));
  const gone = root && [...root.children].find((item) => /\b(sold out|out of stock|not available|unavailable|ausverkauft|nicht (?:verfügbar|lieferbar|auf lager)|épuisé|agotado|esaurito)\b/i.test(wording(item)));
  if (gone) add('unfiltered', box, dom.name(box), { wanted: dom.name(box), got: wording(gone).slice(0, 60) });
}

// One word is found, its plural isn't; or the other way round.
const nothing = /\bno (?:results?|matches|products?|items?|articles?|hits|houses|pages)\b|\bnothing (?:found|fits|matches)|found nothing|\b0 (?:results?|matches|hits)|did not match|keine (?:treffer|ergebnisse)|nichts gefunden|aucun résultat/i;
for (const form of document.forms) {
  const field = [...form.elements].find((el) => el.matches('input[type=search], input[type=text], input:not([type])') && /^(q|query|search|s|term|keywords?|suche)$/i.test(el.name));
  if (!field || form.method !== 'get') continue;
  const url = new URL(form.action || location.href);
  const word = here.searchParams.get(field.name);
  if (url.pathname !== here.pathname || !word || !/^\p{L}{3,}$/u.test(word)) continue;
  const other = /s$/i.test(word) && !/ss$/i.test(word) ? word.replace(/(?<=[^aeiou]i)es$/i, 'y').replace(/(?<=(?:x|ch|sh|ss))es$|s$/i, '') : /(?:x|ch|sh)$/i.test(word) ? word + 'es' : word + 's';
  const shown = dom.textElements().find((el) => nothing.test(dom.text(el)) && dom.text(el).length < 200);
  const trial = new URL(here);
  trial.searchParams.set(field.name, other);
  const doc = await ask(trial);
  if (!doc) break;
  const found = !nothing.test(wording(doc.querySelector('main') || doc.body));
  // Words that no product has are found neither way.
  if (!!shown === found) add('plural', shown || field, 'search', { found: shown ? other : word, missed: shown ? word : other });
  break;
}

// Back to an earlier step, which one can't have left without filling it in.
const folder = location.pathname.replace(/[^/]*$/, '');
const backward = [...document.querySelectorAll('main a[href], form a[href]')].find((a) => {
  const url = new URL(a.href, location.href);
  return url.origin === here.origin && url.pathname !== here.pathname && folder.length > 1 && url.pathname.startsWith(folder) && dom.visible(a) &&
    /^(?:[←‹«<]\s*)?(back|previous|go back|edit|change|zurück|ändern|retour|précédent|volver|indietro)\b/i.test(dom.name(a));
});
if (backward && document.querySelector('form[method=post i]')) {
  const url = new URL(backward.href);
  const doc = await ask(url);
  const form = doc && [...doc.forms].find((one) => one.method === 'post' && one.querySelectorAll('input[type=text], input[type=email], input[type=tel], input:not([type])').length >= 2);
  const fields = form ? [...form.querySelectorAll('input[type=text], input[type=email], input[type=tel], input:not([type])')].filter((el) => !el.closest('[hidden]')) : [];
  const demanded = fields.filter((el) => el.required || el.getAttribute('aria-required') === 'true' || /required|\*/.test(wording(form.querySelector('label[for="' + CSS.escape(el.id) + '"]'))));
  if (fields.length >= 2 && fields.every((el) => !el.value) && (demanded.length || fields.length >= 3)) {
    const first = fields[0];
    hits.push({ rule: 'emptied', selector: first.id ? '#' + CSS.escape(first.id) : 'input[name="' + first.name + '"]', signature: 'emptied', identity: url.pathname, label: dom.name(backward), html: null, box: null,
      measured: { address: url.href, fields: fields.length } });
  }
}
// A filter that leads to the same list and forgets what another form on the page asked for.
const passing = /^(page|p|seite|offset|start|cursor|utm_\w+|gclid|fbclid|ref|session\w*|sid|lang|locale|view|tab|sort|order)$/i;
const narrows = /filter|refine|narrow|facet|verfeiner|affiner|filtrar|filtra/i;
const holds = (doc, name, value) => [...doc.querySelectorAll('[name="' + CSS.escape(name) + '"]')].some((field) => {
  const option = field.querySelector('option[selected]') || field.querySelector('option');
  return (option ? option.value : field.getAttribute('value')) === value;
});
for (const form of document.forms) {
  if (form.method !== 'get' || !dom.visible(form) || form.elements.length < 2) continue;
  const url = new URL(form.getAttribute('action') || location.pathname, location.href);
  const button = [...form.elements].find((el) => el.type === 'submit');
  const heading = form.querySelector('h1, h2, h3, h4, legend');
  const told = [form.id, form.className, form.getAttribute('aria-label'), button && dom.name(button), heading && dom.text(heading), ...dom.labelled(form, 'aria-labelledby').map(dom.text)].join(' ');
  if (url.origin !== here.origin || url.pathname !== here.pathname || !narrows.test(told)) continue;
  const names = new Set([...form.elements].map((el) => el.name));
  const others = new Set([...document.forms].filter((one) => one !== form).flatMap((one) => [...one.elements].map((el) => el.name)));
  const given = [...here.searchParams].filter(([name, value]) => value && !names.has(name) && !passing.test(name) && others.has(name) && holds(document, name, value));
  if (!given.length) continue;
  url.search = new URLSearchParams([...new FormData(form)].filter(([, value]) => typeof value === 'string')).toString();
  asks.delete(url.href);
  const doc = await ask(url);
  const lost = doc ? given.filter(([name, value]) => others.has(name) && doc.querySelector('[name="' + CSS.escape(name) + '"]') && !holds(doc, name, value)).map(([name]) => name) : [];
  if (lost.length) add('forgets', form, button ? dom.name(button) : 'filter', { lost: [...new Set(lost)].join(', ') });
}
// Some sites remember the last question for the visitor: it is put again.
if (asks.size && here.search) await fetch(here, { cache: 'no-store', signal: AbortSignal.timeout(4000) }).catch(() => null);
return JSON.stringify(hits);
