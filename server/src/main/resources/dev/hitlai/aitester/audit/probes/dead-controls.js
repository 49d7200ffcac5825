// Evaluated with the console's getEventListeners: buttons and "#" links that nothing listens to.
const press = ['click', 'mousedown', 'mouseup', 'pointerdown', 'pointerup', 'touchstart', 'touchend', 'keydown', 'submit'];
const heard = (target) => Object.keys(getEventListeners(target)).some((type) => press.includes(type));
const wired = (el) => [...el.attributes].some((a) => /^(on|hx-|x-on|@|v-on|ng-|\(|data-(bs-|toggle|target|action|dismiss|controller|modal|href|url)|popovertarget|command|wire:|jsaction)/i.test(a.name));
const candidates = [...document.querySelectorAll('button, [role=button], a[href="#"], a[href=""], a[href^="javascript:void"], a[href="javascript:;"]')].filter((el) => dom.visible(el) && !dom.disabled(el));
const hits = [];
for (const el of candidates.slice(0, 80)) {
  if (el.matches('button') && ((el.form && el.type !== 'button') || el.closest('summary, form[method=dialog]'))) continue;
  if (el.matches('a[href="#"]') && /top|up|oben/i.test(dom.name(el))) continue;
  let deaf = true;
  for (let at = el; at && deaf; at = at.parentElement) deaf = !heard(at) && !wired(at);
  if (deaf && !heard(document) && !heard(window) && ![...el.querySelectorAll('*')].some((child) => heard(child) || wired(child)))
    hits.push({ rule: '', selector: dom.selector(el), signature: dom.signature(el), identity: dom.name(el).slice(0, 60), label: (dom.text(el) || dom.name(el) || el.tagName.toLowerCase()).slice(0, 120), html: dom.html(el), box: dom.box(el), measured: {} });
}
return JSON.stringify(hits);
