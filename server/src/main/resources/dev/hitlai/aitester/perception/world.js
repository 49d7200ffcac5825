// Runs at the start of each document, in a world of its own: sees the page's DOM, shares none of its variables.
const LIMITS = { nodes: 60000, elements: 2500, hidden: 400, texts: 2500, images: 400, headings: 300, options: 100 };

let lastMutation = performance.now();
let acting = false;
let actedAt = 0; // when the last action began
let stirredAt = -1; // when the page last changed by a timer that was running before that
let timed = false; // what changes now comes from such a timer
const unrest = new WeakMap(); // node → [how often, when last] it changed by itself, while nobody acted

function stir(node, now) {
  const known = unrest.get(node);
  if (!known) unrest.set(node, [1, now]);
  else if (now - known[1] > 8) unrest.set(node, [known[0] + 1, now]);
}

// Told by the script that keeps account of the timers. Changes are reported between the first and the second microtask from now.
document.addEventListener('hitlai:timer', ({ detail }) => {
  timed = detail < actedAt;
  queueMicrotask(() => queueMicrotask(() => { timed = false; }));
});

new MutationObserver((records) => {
  const now = performance.now();
  for (const record of records) {
    if (record.type === 'attributes' && record.attributeName === 'style') continue; // script-driven animation
    lastMutation = now;
    if (!acting) stir(record.target, now);
    else if (timed) {
      unrest.set(record.target, [2, now]); // Nobody's action did that.
      stirredAt = now;
    }
  }
}).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });

const vitals = {};
const shifts = [];
let shiftWindow = { value: 0, first: 0, last: 0 };

function observe(type, options, take) {
  try {
    new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true, ...options });
  } catch {
    // This browser does not measure it.
  }
}

observe('largest-contentful-paint', {}, (entry) => { vitals.lcp = entry.startTime; });
observe('paint', {}, (entry) => { if (entry.name === 'first-contentful-paint') vitals.fcp = entry.startTime; });
observe('longtask', {}, (entry) => { vitals.tbt = (vitals.tbt || 0) + Math.max(0, entry.duration - 50); });
observe('event', { durationThreshold: 40 }, (entry) => {
  if (entry.interactionId) vitals.inp = Math.max(vitals.inp || 0, entry.duration);
});
// Cumulative layout shift is the worst window of at most 5 s whose shifts are less than 1 s apart (web.dev/cls).
observe('layout-shift', {}, (entry) => {
  if (entry.hadRecentInput) return;
  const at = entry.startTime;
  const joins = at - shiftWindow.last < 1000 && at - shiftWindow.first < 5000;
  shiftWindow = joins
    ? { value: shiftWindow.value + entry.value, first: shiftWindow.first, last: at }
    : { value: entry.value, first: at, last: at };
  vitals.cls = Math.max(vitals.cls || 0, shiftWindow.value);
  if (shifts.length < 50) {
    shifts.push({ at, value: entry.value, nodes: entry.sources.map((source) => source.node) });
  }
});

function vitalsNow() {
  const timing = performance.getEntriesByType('navigation')[0];
  const all = { cls: 0, tbt: 0, ...vitals };
  if (timing) {
    all.ttfb = timing.responseStart;
    if (timing.domContentLoadedEventEnd > 0) all.domContentLoaded = timing.domContentLoadedEventEnd;
    if (timing.loadEventEnd > 0) all.load = timing.loadEventEnd;
  }
  return all;
}

// Elements keep their number for as long as the document lives.
const refOf = new WeakMap();
const byRef = new Map();
function refFor(element) {
  let ref = refOf.get(element);
  if (ref === undefined) {
    ref = byRef.size;
    refOf.set(element, ref);
    byRef.set(ref, new WeakRef(element));
  }
  return ref;
}

/** Deferred scripts run in a document that already calls itself interactive. */
function scriptsHaveRun() {
  const timing = performance.getEntriesByType('navigation')[0];
  return document.readyState === 'complete' || !timing || timing.domContentLoadedEventEnd > 0;
}

// What waits for the first frame (pictures loaded lazily, observers of the screen) has begun once two were drawn.
let drawn = -1;
let drawing = false;
hitlai.quiet = () => {
  if (!drawing && drawn < lastMutation) {
    drawing = true;
    requestAnimationFrame(() => requestAnimationFrame(() => {
      drawing = false;
      drawn = performance.now();
    }));
  }
  return { since: performance.now() - lastMutation, ready: scriptsHaveRun() ? document.readyState : 'loading', drawn: drawn >= lastMutation };
};
