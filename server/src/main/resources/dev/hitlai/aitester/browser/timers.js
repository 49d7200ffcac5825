// Runs in the page's own world before its scripts: keeps account of the timers that people notice, can hold them while the page is
// looked at, and can turn them forward instead of waiting for them. Short ones are left alone: they are how scripts do their work.
(() => {
  const NOTICED_ONCE = 250;
  const NOTICED_OFTEN = 100;
  const KNOWN = 200;
  const key = Symbol.for('hitlai.timers');
  if (window[key]) return;
  const { setTimeout: later, setInterval: again, clearTimeout: clearLater, clearInterval: clearAgain } = window;
  const running = new Map(); // id → { begun, due, period, free, act }; period 0 fires once
  let expected = [];
  let held = null; // ids whose time came while they were held; what the tester's own rules start meanwhile is free

  const act = (id, timer) => {
    if (timer.period) timer.due = performance.now() + timer.period;
    else running.delete(id);
    document.dispatchEvent(new CustomEvent('hitlai:timer', { detail: timer.begun }));
    timer.act();
  };
  const fired = (id, timer) => {
    if (held && !timer.free) held.add(id);
    else act(id, timer);
  };
  const noting = (start, repeats) => new Proxy(start, {
    apply(native, self, [handler, delay, ...given]) {
      if (typeof handler !== 'function' || !(delay >= (repeats ? NOTICED_OFTEN : NOTICED_ONCE)) || running.size >= KNOWN) return Reflect.apply(native, self, [handler, delay, ...given]);
      const begun = performance.now();
      const timer = { begun, due: begun + Number(delay), period: repeats ? Number(delay) : 0, free: held !== null, act: () => Reflect.apply(handler, window, given) };
      const id = Reflect.apply(native, self, [() => fired(id, timer), delay]);
      running.set(id, timer);
      return id;
    },
  });
  const forgetting = (clear) => new Proxy(clear, {
    apply(native, self, given) {
      running.delete(given[0]);
      return Reflect.apply(native, self, given);
    },
  });
  window.setTimeout = noting(later, false);
  window.setInterval = noting(again, true);
  window.clearTimeout = forgetting(clearLater);
  window.clearInterval = forgetting(clearAgain);

  const within = (span) => [...running].filter(([, timer]) => timer.due - performance.now() <= span).sort(([, a], [, b]) => a.due - b.due);
  const run = (ids) => {
    for (const id of ids) {
      const timer = running.get(id);
      if (!timer) continue; // cleared meanwhile
      if (!timer.period) clearLater.call(window, id);
      try {
        act(id, timer);
      } catch (failure) {
        reportError(failure); // as if it had failed on its own
      }
    }
  };
  Object.defineProperty(window, key, { value: Object.freeze({
    hold() { held = held || new Set(); },
    release() {
      const waiting = held || [];
      held = null;
      run(waiting);
    },
    /** How long to wait until each timer that is due within the span has fired, 0 when there is none. */
    longest: (span) => Math.max(0, ...within(span).map(([, timer]) => timer.due - performance.now())),
    /** Whether a timer that fires again and again is due within the span. */
    repeats: (span) => within(span).some(([, timer]) => timer.period > 0),
    /** Takes down those that fire once, at most so long after they were set: what the page is about to do. */
    expect(span) {
      expected = [...running.values()].filter((timer) => !timer.period && timer.due - timer.begun <= span);
    },
    /** How long to wait until the expected ones have fired, 0 when all have. */
    left: () => Math.max(0, ...[...running.values()].filter((timer) => expected.includes(timer)).map((timer) => Math.max(1, timer.due - performance.now()))),
    /** Fires each timer that is due within the span now, in the order of their times. */
    forward: (span) => run(within(span).map(([id]) => id)),
  }) });
})();
