// Presses controls in a page of the tester's own and compares before and after. The visibility that dom.js remembers is of no use here:
// things change. Every move gives the page time to answer; what was found is collected in hits.
const hits = [];
const visible = (el) => el.checkVisibility({ opacityProperty: true, visibilityProperty: true }) && el.getClientRects().length > 0;
const everything = () => [...document.body.querySelectorAll('*')].filter((el) => !/^(script|style|template|noscript|link|meta|br|source|path|g|use|defs|option)$/i.test(el.tagName)).slice(0, 4000);
const live = '[role=status], [role=alert], [role=log], [role=timer], [role=marquee], [aria-live]:not([aria-live=off]), output, dialog[open], [role=dialog], [role=alertdialog]';
const states = ['aria-expanded', 'aria-pressed', 'aria-selected', 'aria-checked', 'aria-current', 'aria-sort', 'aria-hidden'];
const stateOf = (el) => states.map((name) => el.getAttribute(name)).join('|') + '|' + (el.checked ?? '') + '|' + (el.closest('details') ? el.closest('details').open : '');
const look = (el) => [el, ...el.querySelectorAll('*')].slice(0, 12).flatMap((part) => [null, '::before', '::after'].map((pseudo) => {
  const s = getComputedStyle(part, pseudo);
  return [s.backgroundColor, s.backgroundImage, s.color, s.borderTopColor, s.borderBottomColor, s.borderTopWidth, s.borderBottomWidth, s.boxShadow, s.textDecorationLine, s.fontWeight, s.opacity, s.content, s.fill].join();
})).join('|');
const kept = () => [...document.querySelectorAll('input, select, textarea')].map((field) => field.value + field.checked).join('|');
const focused = () => (document.activeElement && document.activeElement !== document.body && document.activeElement !== document.documentElement ? document.activeElement : null);
const top = (list) => list.filter((el) => !list.includes(el.parentElement));
const guard = window[Symbol.for('hitlai.guard')];
let now = null;
// These are about one control each; the others are about all that come from one template.
const alone = ['removed', 'after-closing', 'deaf', 'threw'];

const pause = (millis) => new Promise((done) => setTimeout(done, millis));
// Time for scripts to answer: two frames, and as long as something is asked for.
const quiet = async () => {
  const begun = performance.now();
  do await pause(20);
  while (guard.waiting > 0 && performance.now() - begun < 1500);
};
// Before something is held against the page it gets more time: some wait for an animation to end.
const PATIENCE = 300;
const snapshot = () => {
  const shown = new Set();
  const texts = new Map();
  for (const el of everything()) {
    if (!visible(el)) continue;
    shown.add(el);
    const said = dom.ownText(el);
    if (said) texts.set(el, said);
  }
  return { shown, texts, fields: kept(), scroll: scrollX + ',' + scrollY, hash: location.href, height: document.documentElement.scrollHeight };
};
const add = (rule, el, label, measured = {}, selector = null) => hits.push({ rule, selector: selector || dom.selector(el), signature: dom.signature(el), identity: alone.includes(rule) ? label.slice(0, 60) : '',
  label: label.slice(0, 120), html: dom.html(el), box: null, measured });

const place = (el) => {
  if (document.activeElement !== el) el.focus({ preventScroll: true });
  const box = el.getBoundingClientRect();
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  const covered = document.elementFromPoint(x, y);
  return { focused: document.activeElement === el, x, y, covered: !covered || !(el === covered || el.contains(covered) || covered.contains(el)) };
};
const isOverlay = (el, opener) => {
  if (el.contains(opener) || el.querySelector('nav') || el.closest('nav, [role=menu], [role=listbox]')) return false;
  if (el.matches('dialog[open], [role=dialog], [role=alertdialog], [aria-modal=true]')) return true;
  const s = getComputedStyle(el);
  const box = el.getBoundingClientRect();
  if (!/fixed|absolute/.test(s.position) || box.width * box.height < 0.5 * innerWidth * innerHeight) return false;
  const middle = document.elementFromPoint(innerWidth / 2, innerHeight / 2);
  return !!middle && (el === middle || el.contains(middle));
};

return {
  hits,
  /** Brings a control into view and gives it the focus. */
  begin(selector) {
    const el = document.querySelector(selector);
    if (!el || !visible(el) || el.disabled) return null;
    el.scrollIntoView({ block: 'center', behavior: 'instant' });
    el.focus({ preventScroll: true });
    guard.acts.length = 0;
    if (now) now.observer.disconnect();
    const record = { records: 0, early: new Set(), at: 0 };
    const heard = () => { record.at = performance.now(); };
    addEventListener('click', heard, { capture: true, once: true });
    const observer = new MutationObserver((changes) => {
      record.records += changes.length;
      if (record.at && performance.now() - record.at < 60) for (const change of changes) record.early.add(change.target.nodeType === 1 ? change.target : change.target.parentElement);
    });
    observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
    now = { el, selector, name: dom.name(el) || dom.text(el) || el.tagName.toLowerCase(), before: snapshot(), state: stateOf(el), look: look(el), said: dom.name(el), hadFocus: document.activeElement === el, record, observer,
      place: [...el.parentElement.children].indexOf(el) };
    return place(el);
  },
  /** Where the control of this trial is by now. */
  place: () => (now.el.isConnected && visible(now.el) ? place(now.el) : null),
  /** What the first press did. Says what to try next: close what opened, press again, or nothing. */
  async first() {
    await quiet();
    const { el, before, record } = now;
    if (!record.records && !guard.acts.some((act) => act !== 'copied')) await pause(PATIENCE);
    now.observer.disconnect();
    const after = snapshot();
    const shown = top([...after.shown].filter((one) => !before.shown.has(one)));
    const hidden = [...before.shown].filter((one) => !after.shown.has(one));
    const alive = el.isConnected && visible(el) && !el.disabled;
    Object.assign(now, { shown, hidden, first: { look: alive ? look(el) : '', state: stateOf(el), said: dom.name(el) } });
    if (guard.acts.includes('left')) return 'left';
    if (guard.acts.includes('blocked')) return 'none';
    const overlay = shown.find((one) => isOverlay(one, el)) || [...after.shown].find((one) => !before.shown.has(one) && isOverlay(one, el));
    if (overlay) {
      now.overlay = overlay;
      const inside = () => !!focused() && overlay.contains(focused());
      if (!inside()) await pause(PATIENCE);
      if (!inside()) add('behind', overlay, dom.name(el) || now.name, { opener: now.name });
      return 'close';
    }
    const lost = () => now.hadFocus && !focused() && !(el.isConnected && visible(el) && !el.disabled);
    if (lost()) await pause(PATIENCE);
    // A dialog of the browser's own gives the focus back to where it was before.
    if (lost() && !el.closest('dialog')) add('removed', el, now.name, {}, now.selector);
    if (!alive) return 'none';
    const changedTexts = [...after.texts].filter(([one, said]) => before.texts.has(one) && before.texts.get(one) !== said && !el.contains(one) && !one.contains(el));
    for (const [one, said] of changedTexts) {
      if (!record.early.has(one) && !record.early.has(one.parentElement)) continue;
      if (!/\d/.test(said + before.texts.get(one)) || said.length > 80 || /\d:\d\d/.test(said) || one.closest(live) || one.querySelector(live)) continue;
      if (focused() && one.contains(focused()) || one.closest('a, button, label, option, td') || (one.id && el.getAttribute('aria-describedby') === one.id)) continue;
      add('silent', one, said, { before: before.texts.get(one), after: said, pressed: now.name });
      break;
    }
    const came = [...after.texts.keys()].filter((one) => !before.texts.has(one) && before.shown.has(one) && (record.early.has(one) || record.early.has(one.parentElement)));
    for (const one of [...shown, ...came]) {
      const said = dom.text(one);
      if (said.length < 4 || said.length > 150 || one.closest(live) || one.querySelector(live + ', a, button, input') || el.getAttribute('aria-expanded') || (focused() && one.contains(focused()))) continue;
      if (/\b(success\w*|saved|copied|added|removed|updated|sent|thank|failed|error|sorry|gespeichert|kopiert|hinzugefügt|entfernt|fehler|danke)\b/i.test(said)) {
        add('silent', one, said, { before: '', after: said, pressed: now.name });
        break;
      }
    }
    const did = record.records || guard.acts.some((act) => act !== 'copied') || before.fields !== after.fields || before.scroll !== after.scroll || before.hash !== after.hash || shown.length || hidden.length;
    if (!did) {
      now.dead = true;
      return 'none';
    }
    const native = el.matches('button, a[href], input, select, textarea, summary, label, [role]');
    if (!native && el.tabIndex >= 0 && (shown.length || hidden.length || changedTexts.length || now.first.look !== now.look)) {
      add('role', el, now.name);
      return 'none';
    }
    return 'again';
  },
  /** What the second press undid tells what kind of control it is. */
  async second() {
    await quiet();
    now.observer.disconnect();
    const { el, shown, hidden, first } = now;
    if (!el.isConnected || !visible(el)) return;
    if (guard.acts.includes('left')) return;
    const back = look(el) === now.look;
    const tells = first.state !== now.state || first.said !== now.said || (stateOf(el) !== first.state);
    const panels = shown.filter((one) => dom.text(one).length > 1 || one.querySelector('a, button, input, img'));
    if (panels.some((one) => one.isConnected && visible(one))) await pause(PATIENCE);
    const closed = panels.length > 0 && panels.every((one) => !one.isConnected || !visible(one));
    const claims = ['aria-expanded', 'aria-pressed', 'aria-selected', 'aria-checked'].find((name) => el.hasAttribute(name));
    if (closed && !tells && !(focused() && panels.some((one) => one.contains(focused())))) add(claims ? 'stale' : 'expanded', el, now.name, { attribute: claims || 'aria-expanded' });
    else if (first.look !== now.look && back && !tells) add(claims ? 'stale' : 'pressed', el, now.name, { attribute: claims || 'aria-pressed' });
    else if (panels.length && hidden.length && !closed && first.look !== now.look && !tells) add(claims ? 'stale' : 'selected', el, now.name, { attribute: claims || 'aria-selected' });
  },
  /** Gives the focus to the button that closes what opened; false when there is none. */
  toClose() {
    const words = /^(close|dismiss|cancel|ok|got it|done|back|schlie(ß|ss)en|abbrechen|fermer|cerrar|chiudi|[×✕✖x])\b|close|^[×✕✖]$/i;
    const button = [...now.overlay.querySelectorAll('button, [role=button], a[href="#"], input[type=button]')].find((one) => visible(one) && (words.test(dom.name(one).trim()) || /\bclose\b/i.test(one.className)));
    if (button) button.focus({ preventScroll: true });
    return !!button && document.activeElement === button;
  },
  /** Whether what opened is gone; then where the focus is. */
  async closed() {
    await quiet();
    now.observer.disconnect();
    if (now.overlay.isConnected && visible(now.overlay)) await pause(PATIENCE);
    if (now.overlay.isConnected && visible(now.overlay)) return false;
    if (!focused()) await pause(PATIENCE);
    if (!focused() && !guard.acts.includes('left')) add('after-closing', now.el, now.name, {}, now.selector);
    return true;
  },
  /** Whether the total follows when something that costs is chosen. */
  async totals() {
    const words = /\b(total|sum|amount due|to pay|gesamt\w*|summe|zu zahlen|totale?|à payer)\b/i;
    const told = (el) => [dom.ownText(el), el.previousElementSibling && dom.text(el.previousElementSibling), el.parentElement && dom.ownText(el.parentElement)].join(' ');
    const sums = everything().filter((el) => visible(el) && dom.price(dom.ownText(el)) !== null && words.test(told(el)) && !el.closest('label, option'));
    const total = sums[sums.length - 1];
    if (!total) return;
    for (const form of document.forms) {
      if ([...form.elements].some((el) => /update|recalculate|refresh|apply|aktualisieren|actualiser/i.test(dom.name(el)) && el.type === 'submit')) continue;
      const cost = (el) => (el.labels && el.labels[0] ? dom.price(dom.text(el.labels[0])) || 0 : 0);
      const chosen = (el) => (el.type === 'radio' ? [...form.querySelectorAll('input[type=radio]')].filter((one) => one.name === el.name && one.checked) : []);
      const choice = [...form.querySelectorAll('input[type=checkbox], input[type=radio]')].find((el) => !el.checked && !el.disabled && visible(el.labels && el.labels[0] || el) && cost(el) > 0 && chosen(el).every((one) => cost(one) !== cost(el)));
      if (!choice) continue;
      const before = sums.map((el) => el.textContent).join('|');
      guard.acts.length = 0;
      choice.click();
      await quiet();
      if (sums.map((el) => el.textContent).join('|') === before) await pause(PATIENCE);
      const same = sums.every((el) => el.isConnected) && sums.map((el) => el.textContent).join('|') === before;
      if (same && !guard.acts.length) add('total', total, dom.text(total), { choice: dom.name(choice).slice(0, 60) });
      return;
    }
  },
  /** A press that threw an error. */
  threw(message) {
    if (now) add('threw', now.el, now.name, { message }, now.selector);
  },
  /** A press that nothing answered, where one may expect an answer: not at the end of a row of steps, nor of what is on already. */
  async deaf() {
    if (!now || !now.dead) return;
    const { el } = now;
    if (!el.matches('button, a, input, [role]')) return; // A region that scrolls takes the focus as well.
    const twin = [...el.parentElement.children].some((one) => one !== el && one.tagName === el.tagName && dom.signature(one) === dom.signature(el));
    const wordless = !/\p{L}{3}/u.test(dom.text(el) || dom.name(el));
    if (twin || wordless || /prev|next|back|less|minus|decrease|fewer|play|pause|mute|refresh|reload|zur(ü|ue)ck|weiter|print/i.test(dom.name(el) + ' ' + el.className)) return;
    if (el.matches('[aria-pressed=true], [aria-selected=true], [aria-checked=true], [aria-current], [aria-disabled=true], .active, .selected, .current, .on') || el.closest('form') && el.type === 'submit') return;
    if (document.querySelector('canvas, audio') || el.closest('[class*=player i], figure, [class*=carousel i], [class*=slide i]')) return;
    if (!el.matches('button, a[href], input') && (await this.hearsTheMouse(el))) return;
    add('deaf', el, now.name);
  },
  /** Whether what didn't hear the keyboard answers a click; that it hears the mouse only is told elsewhere. */
  async hearsTheMouse(el) {
    const before = snapshot();
    let changes = 0;
    const observer = new MutationObserver((all) => { changes += all.length; });
    observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
    guard.acts.length = 0;
    el.click();
    await quiet();
    observer.disconnect();
    const after = snapshot();
    return changes > 0 || guard.acts.length > 0 || before.hash !== after.hash || before.scroll !== after.scroll || before.fields !== after.fields;
  },
};
