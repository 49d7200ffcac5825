// Runs before a page's own scripts in a page that the tester tries things in: once armed, nothing leaves the page but questions (GET),
// and the page itself stays. What was tried is noted.
(() => {
  const key = Symbol.for('hitlai.guard');
  if (window[key]) return;
  const guard = { armed: false, waiting: 0, acts: [] };
  Object.defineProperty(window, key, { value: guard });
  const asks = (method) => !guard.armed || /^(get|head)$/i.test(method || 'GET');
  const waits = (answer) => {
    guard.waiting++;
    const done = () => { guard.waiting--; };
    answer.then(done, done);
    return answer;
  };
  const { fetch: ask, open: window_open } = window;
  window.fetch = new Proxy(ask, {
    apply(native, self, given) {
      guard.acts.push('asked');
      const method = (given[1] && given[1].method) || (given[0] && given[0].method);
      if (asks(method)) return waits(Reflect.apply(native, self, given));
      guard.acts.push('blocked');
      return new Promise(() => {});
    },
  });
  const { open, send } = XMLHttpRequest.prototype;
  const methods = new WeakMap();
  XMLHttpRequest.prototype.open = new Proxy(open, {
    apply(native, self, given) {
      methods.set(self, given[0]);
      return Reflect.apply(native, self, given);
    },
  });
  XMLHttpRequest.prototype.send = new Proxy(send, {
    apply(native, self, given) {
      guard.acts.push('asked');
      if (!asks(methods.get(self))) {
        guard.acts.push('blocked');
        return undefined;
      }
      guard.waiting++;
      self.addEventListener('loadend', () => { guard.waiting--; });
      return Reflect.apply(native, self, given);
    },
  });
  navigator.sendBeacon = new Proxy(navigator.sendBeacon, { apply: (native, self, given) => guard.armed || Reflect.apply(native, self, given) });
  window.open = new Proxy(window_open, {
    apply(native, self, given) {
      if (!guard.armed) return Reflect.apply(native, self, given);
      guard.acts.push('left');
      return null;
    },
  });
  window.print = () => { guard.acts.push('printed'); };
  if (navigator.share) navigator.share = () => { guard.acts.push('shared'); return Promise.resolve(); };
  if (navigator.clipboard) navigator.clipboard.writeText = () => { guard.acts.push('copied'); return Promise.resolve(); };
  if (window.navigation) {
    window.navigation.addEventListener('navigate', (event) => {
      if (!guard.armed || event.hashChange || !event.cancelable) return;
      let elsewhere = true;
      try {
        elsewhere = new URL(event.destination.url).pathname !== location.pathname || !event.destination.sameDocument;
      } catch {
        // What can't be read leads elsewhere.
      }
      if (!elsewhere) return;
      guard.acts.push('left');
      event.preventDefault();
    });
  }
  // For browsers and forms that the event above doesn't tell of.
  window.addEventListener('submit', (event) => {
    if (!guard.armed) return;
    guard.acts.push('left');
    event.preventDefault();
  }, true);
  HTMLFormElement.prototype.submit = new Proxy(HTMLFormElement.prototype.submit, {
    apply(native, self, given) {
      if (!guard.armed) return Reflect.apply(native, self, given);
      guard.acts.push('left');
      return undefined;
    },
  });
})();
