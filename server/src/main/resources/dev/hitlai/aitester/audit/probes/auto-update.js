// Text that changes on its own time and again. The page's repeating timers are turned forward twice rather than waited for; what changed each time counts.
const SPAN = 5500;
const timers = window[Symbol.for('hitlai.timers')];
if (!timers || !timers.repeats || !timers.repeats(SPAN)) return '[]';
const busy = '[role=timer], [role=progressbar], [role=log], [role=marquee], [aria-busy=true], time, progress, meter, output[for], [class*=carousel i], [class*=slide i], [class*=spinner i]';
const leaves = () => new Map(dom.elements.filter((el) => el.isConnected && el.checkVisibility({ visibilityProperty: true }) && !el.matches('script, style, input, textarea, select')).map((el) => [el, dom.ownText(el)]));
const changed = (before) => [...before].filter(([el, words]) => el.isConnected && words && dom.ownText(el) && dom.ownText(el) !== words).map(([el]) => el);
const start = leaves();
timers.forward(SPAN);
await new Promise((done) => setTimeout(done, 20));
const first = changed(start);
if (!first.length) return '[]';
const middle = leaves();
timers.forward(SPAN);
await new Promise((done) => setTimeout(done, 20));
const again = changed(middle).filter((el) => first.includes(el));
const control = [...document.querySelectorAll('button, [role=button], input[type=button], input[type=checkbox], [role=switch], a[href], summary')]
  .some((b) => b.checkVisibility({ visibilityProperty: true }) && /pause|stop|hide|freeze|halt|control (the )?(change|update)|change frequency|frequency|refresh rate|updates?\b|anhalten|ausblenden|arrêter|masquer|detener|ocultar/i.test(dom.name(b) + ' ' + (b.value || '')));
const words = (el) => dom.squeeze(document.body.innerText) !== dom.squeeze(el.innerText);
const hits = [];
for (const el of again) {
  if (control || el.closest(busy) || again.some((o) => o !== el && el.contains(o)) || !words(el)) continue;
  // A countdown tells how much time is left, which is what its readers need.
  if (/^\D{0,30}\d{1,2}:\d\d(:\d\d)?\D{0,30}$/.test(dom.text(el))) continue;
  hits.push({ rule: '', selector: dom.selector(el), signature: dom.signature(el), identity: '', label: dom.text(el.parentElement === document.body ? el : el.parentElement).replace(/\d+/g, '…').slice(0, 80), html: null, box: dom.box(el), measured: {} });
}
return JSON.stringify(hits.slice(0, 5));
