import { Kind, type Core } from '../core/core';
import { selectorOf, textOf } from '../core/describe';
import { closest, now, quietly } from '../core/util';

const WATCHED = 'h1,h2,h3,button,a[id],img[alt],form,video,iframe,[role=button],[role=dialog],[data-hitlai-track]';
const BOUND = 300;

/** Which headings, buttons, pictures and forms were in view, and for how long. */
export function elements(core: Core): void {
  const since = new Map<Element, number>();
  const watched = new Set<Element>();
  const emit = (e: Element, became: boolean, ratio: number, box: DOMRectReadOnly, time: number | null): void =>
    core.emit(
      Kind.Element, selectorOf(e, core.taint), textOf(e, core.taint) || null, e.localName, became ? 1 : 0, Math.round(ratio * 10000) / 100,
      Math.round(box.x + scrollX), Math.round(box.y + scrollY), Math.round(box.width), Math.round(box.height), time,
    );
  const observer = quietly(() => new IntersectionObserver(core.guard((entries) => {
    core.freshen();
    for (const { target, isIntersecting, intersectionRatio, boundingClientRect } of entries) {
      const begun = since.get(target);
      if (isIntersecting && begun === undefined) {
        since.set(target, now());
        emit(target, true, intersectionRatio, boundingClientRect, null);
      } else if (!isIntersecting && begun !== undefined) {
        since.delete(target);
        emit(target, false, intersectionRatio, boundingClientRect, now() - begun);
      }
    }
  }), { threshold: [0, 0.5] }));
  if (!observer) return;
  const scan = (): void => {
    const selector = core.elements ? `${WATCHED},${core.elements}` : WATCHED;
    for (const e of watched) {
      if (e.isConnected) continue;
      watched.delete(e);
      observer.unobserve(e);
    }
    for (const e of quietly(() => document.querySelectorAll(selector)) ?? document.querySelectorAll(WATCHED)) {
      if (watched.size >= BOUND) break;
      if (watched.has(e) || closest(e, '[data-hitlai-block]')) continue;
      watched.add(e);
      observer.observe(e);
    }
  };
  const leave = (): void => {
    for (const [e, begun] of since) emit(e, false, 0, e.getBoundingClientRect(), now() - begun);
    since.clear();
  };
  const idle = window.requestIdleCallback ?? ((work: () => void) => setTimeout(work, 1));
  idle(core.guard(scan));
  core.every(3000, () => idle(core.guard(scan)));
  core.on(window, 'pagehide', leave);
  core.routes.push(() => {
    leave();
    for (const e of watched) observer.unobserve(e);
    watched.clear();
    idle(core.guard(scan));
  });
  core.onStop(() => observer.disconnect());
}
