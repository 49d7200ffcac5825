// What the page puts in some seconds after it came, above what is being read. Its timers are turned forward instead of waited for.
const SPAN = 5000;
const timers = window[Symbol.for('hitlai.timers')];
if (!timers || document.readyState !== 'complete' || timers.longest(SPAN) <= 0) return '[]';
const seen = () => [...document.body.querySelectorAll('main *, body > *')].slice(0, 1500).filter((el) => el.checkVisibility({ visibilityProperty: true }));
const tops = new Map();
for (const el of seen()) {
  const box = el.getBoundingClientRect();
  if (box.height > 0 && box.bottom > 0 && box.top < innerHeight && box.width > 0) tops.set(el, box.top + scrollY);
}
const before = new Set(seen());
timers.forward(SPAN);
await new Promise((done) => setTimeout(done, 50));
const held = [...tops].filter(([el]) => el.isConnected && el.checkVisibility({ visibilityProperty: true }) && getComputedStyle(el).position !== 'fixed');
const moved = held.filter(([el, top]) => Math.abs(el.getBoundingClientRect().top + scrollY - top) > 20);
if (!held.length || moved.length < 3 || moved.length / held.length < 0.25) return '[]';
const first = Math.min(...moved.map(([, top]) => top));
const cause = seen().find((el) => {
  const box = el.getBoundingClientRect();
  return !before.has(el) && box.height > 20 && Math.abs(box.top + scrollY - first) < 400 && !/fixed|absolute/.test(getComputedStyle(el).position);
});
if (!cause) return '[]';
return JSON.stringify([{ rule: '', selector: dom.selector(cause), signature: dom.signature(cause), identity: '', label: dom.text(cause).slice(0, 60) || cause.tagName.toLowerCase(),
  html: dom.html(cause), box: null, measured: { pixels: Math.round(cause.getBoundingClientRect().height), moved: moved.length } }]);
