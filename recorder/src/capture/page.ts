import { onCLS, onFCP, onINP, onLCP, onTTFB, type Metric } from 'web-vitals';
import { Kind, type Core } from '../core/core';
import { now, quietly, tenth } from '../core/util';

/** Figures of a page view: vitals, sizes, time seen. Only what changed is sent again. */
export class PageFigures {
  private values: Record<string, unknown> = {};
  private sent: Record<string, unknown> = {};
  private visibleSince: number | null;
  private visible = 0;
  private entered = now();

  constructor(private readonly core: Core) {
    this.visibleSince = document.visibilityState === 'visible' ? now() : null;
    const note = (name: string, digits: number) => (metric: Metric): void => {
      this.values[name] = Math.round(metric.value * 10 ** digits) / 10 ** digits;
    };
    // The library keeps its state by this object: each figure needs one of its own.
    const all = () => ({ reportAllChanges: true });
    quietly(() => onLCP(note('lcp', 1), all()));
    quietly(() => onINP(note('inp', 1), all()));
    quietly(() => onCLS(note('cls', 5), all()));
    quietly(() => onFCP(note('fcp', 1)));
    quietly(() => onTTFB(note('ttfb', 1)));
    const later = (): void => void setTimeout(core.guard(() => this.loaded()), 300);
    if (document.readyState === 'complete') later();
    else core.on(window, 'load', later);
    core.on(document, 'visibilitychange', () => this.changed());
    this.shifts();
  }

  private loaded(): void {
    const nav = performance.getEntriesByType('navigation')[0] as PerformanceNavigationTiming | undefined;
    if (nav) {
      if (nav.domContentLoadedEventEnd) this.values['dcl'] = tenth(nav.domContentLoadedEventEnd);
      if (nav.loadEventEnd) this.values['load'] = tenth(nav.loadEventEnd);
      this.values['tti'] = tenth(Math.max(nav.domInteractive, nav.domContentLoadedEventEnd));
    }
    this.flush();
  }

  private sizes(): void {
    let count = 0;
    const bytes = { all: 0, js: 0, css: 0, img: 0 };
    for (const r of performance.getEntriesByType('resource') as PerformanceResourceTiming[]) {
      count++;
      const size = r.transferSize || 0;
      bytes.all += size;
      if (r.initiatorType === 'script' || /\.m?js(\?|$)/.test(r.name)) bytes.js += size;
      else if (r.initiatorType === 'css' || /\.css(\?|$)/.test(r.name)) bytes.css += size;
      else if (r.initiatorType === 'img' || r.initiatorType === 'image') bytes.img += size;
    }
    Object.assign(this.values, { res: count, bytes: bytes.all, js: bytes.js, css: bytes.css, img: bytes.img });
  }

  private seen(): number {
    return this.visible + (this.visibleSince === null ? 0 : now() - this.visibleSince);
  }

  /** Sends what changed since it was last sent. */
  flush(exit?: string): void {
    const core = this.core;
    core.freshen();
    const on = now() - this.entered;
    this.sizes();
    Object.assign(this.values, { on, vis: this.seen(), hid: Math.max(0, on - this.seen()), ti: core.text(document.title, 200), ...(exit ? { exit } : {}) });
    const root = document.documentElement;
    if (root) this.values['ctx'] = { dom: document.getElementsByTagName('*').length, w: root.scrollWidth, h: root.scrollHeight };
    const news: Record<string, unknown> = {};
    for (const name in this.values) {
      if (JSON.stringify(this.values[name]) !== JSON.stringify(this.sent[name])) news[name] = this.values[name];
    }
    this.sent = { ...this.values };
    core.emit(Kind.Performance, news);
  }

  /** A new page view within the document. */
  reset(): void {
    this.values = {};
    this.sent = {};
    this.visible = 0;
    this.entered = now();
    if (this.visibleSince !== null) this.visibleSince = now();
  }

  private changed(): void {
    const hidden = document.visibilityState === 'hidden';
    const duration = hidden && this.visibleSince !== null ? now() - this.visibleSince : null;
    if (hidden && this.visibleSince !== null) {
      this.visible += now() - this.visibleSince;
      this.visibleSince = null;
    } else if (!hidden) this.visibleSince ??= now();
    this.core.emit(Kind.Visibility, hidden ? 1 : 0, duration);
    if (hidden) this.flush();
  }

  /** Layout shifts, and whether something moved away under the pointer. */
  private shifts(): void {
    const core = this.core;
    let x = -1;
    let y = -1;
    core.on(window, 'pointermove pointerdown', (e: PointerEvent) => {
      x = e.clientX;
      y = e.clientY;
    });
    const observer = quietly(() => new PerformanceObserver(core.guard((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & { value: number; hadRecentInput: boolean; sources?: { currentRect: DOMRect; previousRect: DOMRect }[] })[]) {
        if (entry.value < 0.001) continue;
        let near = Infinity;
        for (const source of entry.sources ?? []) {
          for (const r of [source.currentRect, source.previousRect]) {
            near = Math.min(near, Math.hypot(Math.max(r.x - x, 0, x - r.right), Math.max(r.y - y, 0, y - r.bottom)));
          }
        }
        const click = now() - core.clickAt < 500 ? core.clicks - 1 : null;
        core.emit(Kind.Shift, Math.round(entry.value * 1e5) / 1e5, click, near === 0 ? 1 : 0, x < 0 || near === Infinity ? null : Math.round(near));
      }
    })));
    quietly(() => observer?.observe({ type: 'layout-shift', buffered: true }));
    core.onStop(() => observer?.disconnect());
  }
}

/** Scroll positions (at most ten a second, the last always), size of the window, selections of text. */
export function view(core: Core): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let last = '';
  const send = (): void => {
    timer = undefined;
    const root = document.documentElement;
    const x = Math.round(scrollX);
    const y = Math.round(scrollY);
    if (last === (last = x + ',' + y)) return;
    core.emit(Kind.Scroll, x, y, innerHeight, Math.max(root.scrollHeight, innerHeight));
  };
  core.on(window, 'scroll', (event: Event) => {
    if (event.target === document) timer ??= setTimeout(core.guard(send), 100);
  });
  let sized: ReturnType<typeof setTimeout> | undefined;
  core.on(window, 'resize', () => {
    clearTimeout(sized);
    sized = setTimeout(core.guard(() => core.emit(Kind.Viewport, innerWidth, innerHeight, devicePixelRatio)), 150);
  });
  let selecting: ReturnType<typeof setTimeout> | undefined;
  core.on(document, 'selectionchange', () => {
    clearTimeout(selecting);
    selecting = setTimeout(core.guard(() => {
      const length = String(getSelection()).length;
      if (length) core.emit(Kind.Act, 0, length);
    }), 400);
  });
  core.on(document, 'fullscreenchange', () => core.emit(Kind.Act, 5, null));
  core.on(window, 'beforeprint', () => core.emit(Kind.Act, 4, null));
  if (scrollX || scrollY) send();
}
