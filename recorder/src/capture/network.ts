import { Kind, type Core } from '../core/core';
import { now, patch, quietly, tenth } from '../core/util';
import { useFetch } from '../core/transport';
import { Effect } from './effects';

const TYPES: Record<string, string> = { xmlhttprequest: 'xhr', link: 'css', image: 'img', iframe: 'frame', navigation: 'document', video: 'media', audio: 'media' };
const PER_MINUTE = 300;

/** A request that was seen being made, until its timing is known. */
interface Call {
  url: string;
  method: string;
  status: number | null;
  start: number;
  end: number;
  error: string | null;
  type: string;
}

/** Requests: method and status from fetch and XMLHttpRequest, times from the browser; never a body or a header. */
export function network(core: Core, own: string): void {
  const calls: Call[] = [];
  let minute = 0;
  let count = 0;

  const send = (url: string, method: string, type: string, status: number | null, start: number, duration: number, t: PerformanceResourceTiming | null, error: string | null): void => {
    if (own && url.startsWith(own)) return;
    const ok = !error && (status === null || status < 400) ? 1 : 0;
    if (now() - minute > 60_000) {
      minute = now();
      count = 0;
    }
    if (count++ > PER_MINUTE && ok) return;
    const span = (from: number | undefined, to: number | undefined): number | null => (from && to && to >= from ? tenth(to - from) : null);
    const at = core.since(start);
    const click = now() - core.clickAt < 1000 + duration && start + performance.timeOrigin >= core.clickAt - 5 ? core.clicks - 1 : null;
    core.emit(
      Kind.Network, core.url(url), method, type, status, t && t.transferSize ? t.encodedBodySize : null, at, tenth(duration),
      t && span(t.domainLookupStart, t.domainLookupEnd), t && span(t.connectStart, t.connectEnd), t && t.secureConnectionStart ? span(t.secureConnectionStart, t.connectEnd) : null,
      t && span(t.requestStart, t.responseStart), t && span(t.responseStart, t.responseEnd), ok, error, click,
    );
  };

  const done = (call: Call): void => {
    calls.splice(calls.indexOf(call), 1);
    core.freshen();
    const entries = quietly(() => performance.getEntriesByName(call.url) as PerformanceResourceTiming[]) ?? [];
    const timing = entries.reverse().find((e) => Math.abs(e.startTime - call.start) < 100) ?? null;
    send(call.url, call.method, call.type, call.status, call.start, call.end - call.start, timing, call.error);
  };
  const begin = (url: string, method: string, type: string): Call => {
    const call: Call = { url: quietly(() => new URL(url, document.baseURI).href) ?? '', method: method.toUpperCase(), status: null, start: performance.now(), end: 0, error: null, type };
    calls.push(call);
    core.cause(Effect.Request);
    return call;
  };
  const end = (call: Call, status: number, error: string | null): void => {
    call.end = performance.now();
    call.status = status;
    call.error = error;
    // The browser's timing comes a moment later.
    setTimeout(core.guard(() => done(call)), 50);
  };

  if (typeof fetch === 'function') useFetch(fetch);
  core.inDocuments((_, win) => {
    core.onStop(patch(win, 'fetch', (original: typeof fetch) => function (this: unknown, ...args: Parameters<typeof fetch>) {
      const result = original.apply((this ?? win) as never, args);
      quietly(() => {
        const request = args[0] as Request;
        const call = begin(String(request?.url ?? request), args[1]?.method ?? request?.method ?? 'GET', 'fetch');
        result.then((r) => end(call, r.status, null), (e) => end(call, 0, e?.name === 'AbortError' ? 'aborted' : 'failed'));
      });
      return result;
    }));
    const xhr = win.XMLHttpRequest?.prototype;
    const opened = new WeakMap<XMLHttpRequest, [string, string]>();
    core.onStop(patch(xhr, 'open', (original: (...a: unknown[]) => void) => function (this: XMLHttpRequest, ...args: unknown[]) {
      quietly(() => opened.set(this, [String(args[0]), String(args[1])]));
      return original.apply(this, args);
    }));
    core.onStop(patch(xhr, 'send', (original: (...a: unknown[]) => void) => function (this: XMLHttpRequest, ...args: unknown[]) {
      quietly(() => {
        const [method, url] = opened.get(this) ?? ['GET', ''];
        const call = begin(url, method, 'xhr');
        this.addEventListener('loadend', () => end(call, this.status, this.status ? null : 'failed'), { once: true });
      });
      return original.apply(this, args);
    }));
    core.onStop(patch(win.navigator, 'sendBeacon', (original: (...a: unknown[]) => boolean) => function (this: Navigator, ...args: unknown[]) {
      quietly(() => {
        if (!String(args[0]).startsWith(own)) end(begin(String(args[0]), 'POST', 'beacon'), 0, null);
      });
      return original.apply(this ?? win.navigator, args);
    }));
  });

  const observer = quietly(() => new PerformanceObserver(core.guard((list) => {
    core.freshen();
    for (const e of list.getEntries() as PerformanceResourceTiming[]) {
      if (/fetch|xmlhttprequest|beacon/.test(e.initiatorType)) continue;
      const type = TYPES[e.initiatorType] ?? (/script|css|img|font|frame/.exec(e.initiatorType)?.[0] || 'other');
      const kind = /\.(woff2?|ttf|otf)(\?|$)/.test(e.name) ? 'font' : type;
      const status = e.responseStatus || null;
      send(e.name, 'GET', kind, status, e.startTime, e.duration, e, status && status >= 400 ? 'http' : null);
    }
  })));
  quietly(() => observer?.observe({ type: 'navigation', buffered: true }));
  quietly(() => observer?.observe({ type: 'resource', buffered: true }));
  core.onStop(() => observer?.disconnect());
}
