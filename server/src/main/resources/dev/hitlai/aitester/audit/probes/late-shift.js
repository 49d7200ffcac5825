// What the page puts in some seconds after it came, above what is being read. Its timers are turned forward instead of waited for.
const SPAN = 5000;
const hit = (cause, moved) => JSON.stringify([{ rule: '', selector: dom.selector(cause), signature: dom.signature(cause), identity: '', label: dom.text(cause).slice(0, 60) || cause.tagName.toLowerCase(),
  html: dom.html(cause), box: null, measured: { pixels: Math.round(cause.getBoundingClientRect().height), moved } }]);
// It may have happened already: the browser keeps account of what moved. What lies now where something was has pushed it away.
const past = document.readyState === 'complete' ? await new Promise((done) => {
  const observer = new PerformanceObserver((list) => done(list.getEntries()));
  observer.observe({ type: 'layout-shift', buffered: true });
  setTimeout(() => done([]), 10);
}) : [];
const loaded = performance.getEntriesByType('navigation')[0]?.loadEventEnd || 0;
const late = past.filter((entry) => !entry.hadRecentInput && entry.value > 0.05 && entry.startTime > loaded + 500);
for (const source of late.flatMap((entry) => entry.sources)) {
  const { node, previousRect: was, currentRect: is } = source;
  if (!node || node.nodeType !== 1 || scrollY > 0 || is.top - was.top < 20) continue;
  let cause = document.elementsFromPoint(was.left + was.width / 2, was.top + 6).find((el) => el !== document.body && el !== document.documentElement && !el.contains(node) && !/fixed/.test(getComputedStyle(el).position));
  while (cause && cause.parentElement && !cause.parentElement.contains(node) && cause.parentElement.getBoundingClientRect().height <= is.top - was.top + 40) cause = cause.parentElement;
  if (cause && cause.getBoundingClientRect().height > 20 && cause.getBoundingClientRect().height < is.top - was.top + 60) return hit(cause, late.length);
}
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
return hit(cause, moved.length);
