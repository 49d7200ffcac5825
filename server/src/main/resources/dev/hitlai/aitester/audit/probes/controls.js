// Things that look or act like controls and aren't, and controls that lead nowhere.
for (const el of dom.controls()) {
  if (!el.matches('a[href]')) continue;
  const href = el.getAttribute('href').trim();
  if (href.length > 1 && href.startsWith('#') && href !== '#top') {
    const id = decodeURIComponent(href.slice(1));
    if (!id.startsWith('/') && !id.startsWith('!') && !document.getElementById(id) && !document.getElementsByName(id).length)
      report(el, { rule: 'anchor', identity: href, href });
  } else if (/^#?$/.test(href) && /^(follow us on |find us on |visit us on )?(facebook|instagram|twitter|x|linkedin|youtube|tiktok|pinterest|mastodon|threads|bluesky|whatsapp|xing|github|vimeo|flickr)$/i.test(dom.name(el)) && !el.getAttributeNames().some((a) => /^(on|data-|aria-(expanded|controls|haspopup))/.test(a))) {
    report(el, { rule: 'anchor', identity: dom.name(el), href: href || '(empty)' });
  } else if (/^(mailto|tel):\s*$/.test(href)) report(el, { rule: 'anchor', identity: href, href });
}
for (const el of document.querySelectorAll('[onclick]')) {
  if (!dom.visible(el) || el.matches('a[href], button, input, select, textarea, summary, label, option, body, form, [role]') && el.tabIndex >= 0 || el.closest('a[href], button')) continue;
  if (el.matches('label, form, body, dialog') || el.querySelector('a[href], button, input, select, textarea')) continue;
  report(el, { rule: 'mouse-only', identity: dom.text(el).slice(0, 60), tag: el.tagName.toLowerCase() });
}
const reached = new Set(dom.controls());
for (const el of dom.elements) {
  if (el.matches('a:not([href]), div, span, li, img, td, p') && dom.style(el).cursor === 'pointer' && dom.visible(el)) {
    const parent = el.parentElement;
    if (parent && dom.style(parent).cursor === 'pointer') continue;
    if (el.closest('a[href], button, label, summary, select, [role=button], [role=link], [onclick]') || el.tabIndex >= 0) continue;
    if (el.querySelector('a[href], button, input, select, textarea, [tabindex]') || reached.has(el)) continue;
    const words = dom.text(el) || dom.name(el);
    if (words.length > 80) continue;
    report(el, { rule: 'mouse-only', identity: words.slice(0, 60), tag: el.tagName.toLowerCase() });
  }
}
for (const el of dom.controls()) {
  if (!el.matches('button, a[href], [role=button]') || dom.text(el) || input.understandsIcons) continue;
  // A picture that is large enough to show something is no icon.
  if (Math.max(dom.box(el).width, dom.box(el).height) > 64 || el.tabIndex < 0) continue;
  report(el, { rule: 'icon-only', identity: dom.name(el), label: dom.name(el) || dom.selector(el) });
}
const named = 'a[href], button, summary, [role=button], [role=link], [role=menuitem], [role=menuitemcheckbox], [role=menuitemradio], [role=option], [role=radio], ' +
  '[role=switch], [role=tab], [role=treeitem], [role=checkbox]';
const holds = (name, label) => name.some((_, i) => label.every((word, j) => name[i + j] === word));
for (const el of document.querySelectorAll(named)) {
  if (!el.matches('[aria-label], [aria-labelledby]') || el.matches('input, select, textarea, a[href][role]:not([role=link], [role=button])') || !dom.visible(el)) continue;
  if ([el, ...el.querySelectorAll('*')].some((e) => /icon|symbol|awesome|glyph/i.test(dom.style(e).fontFamily))) continue;
  const label = dom.shownText(el);
  const name = dom.words(dom.name(el));
  // A single letter is a sign (×, ?), a few digits are a count, and what stands in brackets needn't be said.
  const digits = (label.match(/\p{N}/gu) || []).length;
  const sign = [...label].length < 2 || (digits < 6 && !/\p{L}{2}|\p{L}.*\p{N}|\p{N}.*\p{L}/u.test(label));
  if (!name.length || sign || holds(name, dom.words(label)) || holds(name, dom.words(label.replace(/\([^)]*\)/g, ' ')))) continue;
  if (el.querySelector('[aria-hidden=true]') && holds(name, dom.words(dom.squeeze([...el.querySelectorAll(':scope > :not([aria-hidden=true])')].map((e) => e.textContent).join(' ') + dom.ownText(el))))) continue;
  report(el, { rule: 'label-in-name', identity: label.toLowerCase(), shown: label, spoken: dom.name(el) });
}
const ids = new Map();
for (const el of document.querySelectorAll('body [id]')) if (!el.closest('svg')) ids.set(el.id, (ids.get(el.id) || []).concat(el));
for (const [id, list] of ids) if (id && list.length > 1) report(list[1], { rule: 'duplicate-id', identity: id, id, count: list.length });
for (const table of document.querySelectorAll('table:not([role=presentation]):not([role=none])')) {
  if (!dom.visible(table) || table.rows.length < 2 || table.querySelector('th, table, [role=columnheader], [role=rowheader]')) continue;
  const widths = [...table.rows].map((row) => row.cells.length);
  // Layout tables hold blocks and forms; data tables hold the same number of short texts in each row.
  const data = widths.every((w) => w === widths[0] && w > 1) && [...table.querySelectorAll('td')].every((c) => dom.text(c).length < 80 && !c.querySelector('form, table, input, div div'));
  if (data) report(table, { rule: 'table', rows: table.rows.length, columns: widths[0] });
}
for (const el of document.querySelectorAll('[role=dialog], [role=alertdialog], dialog, [class*=dialog i], [class*=modal i], [id*=dialog i], [id*=modal i]')) {
  if (el.matches('button, a, input, form, body, html, [class*=backdrop i], [class*=overlay i]') || el.closest('button, a')) continue;
  if (el.parentElement.closest('[role=dialog], dialog, [class*=dialog i], [class*=modal i]') || dom.squeeze(el.textContent).length < 20) continue;
  const exits = [...el.querySelectorAll('button, [role=button], input[type=submit], input[type=button], a[href]')];
  const leaves = (b) => !b.disabled && (/close|cancel|dismiss|done|\bok\b|got it|no,? thanks|back|schlie|abbrech|×|✕|✖/i.test(dom.name(b) + ' ' + b.className) || b.closest('form[method=dialog]') || b.type === 'submit');
  if (!exits.some(leaves)) report(el, { rule: 'dialog', identity: el.id || '', label: dom.squeeze((el.querySelector('h1, h2, h3') || el).textContent).slice(0, 60) });
}
// The button that pays says what it does.
for (const form of document.forms) {
  const card = [...form.elements].find((f) => f.matches('input') && dom.visible(f) && (/^cc-(number|csc)/.test(f.getAttribute('autocomplete') || '') || /\bcard number\b|kartennummer|\biban\b/i.test(dom.name(f))));
  if (!card) continue;
  const step = document.querySelector('[aria-current=step]');
  const further = step && step.nextElementSibling && step.nextElementSibling.matches('li, a, span, div') && !/done|complete|thank|confirmation|finish|fertig|danke|bestätigung/i.test(dom.text(step.nextElementSibling));
  const submit = [...form.querySelectorAll('button:not([type=button]):not([type=reset]), input[type=submit]')].filter(dom.visible);
  if (submit.length === 1 && !further && /^(next( step)?|continue|go( on)?|ok(ay)?|submit|send|proceed|done|finish|weiter|absenden|fertig|los)[ ›»→]*$/i.test(dom.squeeze(dom.name(submit[0]))))
    report(submit[0], { rule: 'vague', identity: dom.name(submit[0]).toLowerCase() });
}
