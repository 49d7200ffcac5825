import { Kind, targetOf, type Core } from '../core/core';
import { controlOf } from '../core/describe';
import { closest, isElement, now, parentOf, patch, quietly } from '../core/util';

/** What a click can cause; bits of event 13. */
export const enum Effect {
  Dom = 1,
  Navigation = 2,
  Request = 4,
  Focus = 8,
  Dialog = 16,
  Download = 32,
  Tab = 64,
  Selection = 128,
  Scroll = 256,
  Looks = 512,
  Canvas = 1024,
  Value = 2048,
  CanvasUnknown = 4096,
  Media = 8192,
  Overlay = 16384,
  Left = 32768,
}

const WINDOW = 2500;
const LOOK_AT = [120, 400, 1100, 2300];
/** Attributes that change nothing a person sees. */
const SILENT = /^(data-(?!state|open|active|theme|expanded|selected)|nonce|integrity|jsaction)/;
const CAUSES = /^(click|input|change|submit|toggle)$/;
const INVISIBLE = /^(script|style|link|meta|title|base|head|noscript|template)$/;
const OVERLAY = 'dialog,[popover],[role=dialog],[role=alertdialog],[role=alert],[role=status],[role=tooltip],[role=menu],[role=listbox],[aria-live]';

interface Watch {
  n: number;
  at: number;
  bits: number;
  delay: number | null;
  hit: Element;
  control: Element;
  hood: Element;
  looks: Map<Element, string>;
  canvas: string | null;
  focus: Element | null;
  selection: string;
  win: Window;
  timers: ReturnType<typeof setTimeout>[];
}

/** Watches what each click causes, by cause and not by coincidence, so that a click without effect can be told. */
export function effects(core: Core): void {
  let open: Watch[] = [];
  let prepared: { hit: Element; looks: Map<Element, string>; canvas: string | null; hood: Element; focus: Element | null; selection: string } | null = null;
  let observer: MutationObserver | null = null;
  let wheelAt = -1e9;

  const mark = (w: Watch, bit: number): void => {
    w.bits |= bit;
    w.delay ??= now() - w.at;
  };
  const markNewest = (bit: number, within: number): void => {
    const newest = open[open.length - 1];
    if (newest && now() - newest.at < within) mark(newest, bit);
  };
  core.cause = (bit) => markNewest(bit, bit === Effect.Request ? 100 : WINDOW);

  const finish = (w: Watch): void => {
    if (!open.includes(w)) return;
    open = open.filter((o) => o !== w);
    w.timers.forEach(clearTimeout);
    if (!open.length) {
      observer?.disconnect();
      observer = null;
    }
    core.emit(Kind.Effect, w.n, w.bits, w.delay);
  };

  const look = (w: Watch, last: boolean): void => {
    const { hit, control } = w;
    if (!(w.bits & (Effect.Dom | Effect.Looks))) {
      for (const [element, before] of w.looks) {
        if (before !== lookOf(element, element === control || control.contains(element) || element.contains(control))) {
          mark(w, Effect.Looks);
          break;
        }
      }
    }
    if (hit.localName === 'canvas' && !(w.bits & Effect.Canvas)) {
      const after = picture(hit as HTMLCanvasElement);
      if (after === null || w.canvas === null) mark(w, Effect.CanvasUnknown);
      else if (after !== w.canvas) mark(w, Effect.Canvas);
    }
    const focus = focused();
    if (focus && focus !== w.focus && (!focus.contains(hit) || focus.matches('input,textarea,select,[contenteditable]'))) mark(w, Effect.Focus);
    const selection = String(getSelection());
    if (selection && selection !== w.selection) mark(w, Effect.Selection);
    if (last) finish(w);
  };

  const begin = (event: MouseEvent): void => {
    const raw = targetOf(event);
    const hit = isElement(raw) ? raw : parentOf(raw);
    if (!hit || event.button) return;
    const p = prepared && prepared.hit === hit ? prepared : prepare(hit);
    prepared = null;
    const control = controlOf(hit);
    const w: Watch = { n: core.clicks, at: now(), bits: 0, delay: null, control, win: hit.ownerDocument.defaultView ?? window, timers: [], ...p };
    while (open.length > 4) finish(open[0]!);
    open.push(w);
    const link = control.localName === 'a' ? (control as HTMLAnchorElement) : null;
    const roots = new Set<Node>([document, hit.ownerDocument, hit.getRootNode()]);
    observer ??= new MutationObserver(core.guard(changes));
    for (const root of roots) observer.observe(root, { childList: true, subtree: true, attributes: true, characterData: true });
    w.timers.push(setTimeout(core.guard(() => {
      if (link && !event.defaultPrevented && link.href) {
        if (link.hasAttribute('download')) mark(w, Effect.Download);
        else if (link.target && link.target !== '_self' && link.target !== '_top') mark(w, Effect.Tab);
      }
      if (control.matches('input[type=file],select,input[type=color],input[type=date]')) mark(w, Effect.Dialog);
    })));
    LOOK_AT.forEach((ms, i) => w.timers.push(setTimeout(core.guard(() => look(w, i === LOOK_AT.length - 1)), ms)));
  };

  const changes = (records: MutationRecord[]): void => {
    // What changes while a listener of the newest click (or of what it led to at once) runs follows from that click alone.
    const newest = open[open.length - 1];
    const own = newest && now() - newest.at < 1000 && CAUSES.test(newest.win.event?.type ?? '') ? [newest] : open;
    for (const record of records) {
      const target = record.target;
      if (!matters(record)) continue;
      for (const w of own) {
        if (own !== open || w.hood.contains(target)) mark(w, Effect.Dom);
        else if (!(w.bits & Effect.Overlay) && now() - w.at < WINDOW && overlays(record)) mark(w, Effect.Overlay);
      }
    }
  };

  core.inDocuments((doc, win) => {
    core.on(win, 'pointerdown', (event: PointerEvent) => {
      // From here on focus, selection and looks may follow from the next click.
      for (const w of open) {
        if (w.timers.length > 1) look(w, false);
        w.timers.forEach(clearTimeout);
        w.timers = [setTimeout(core.guard(() => finish(w)), Math.max(0, WINDOW - (now() - w.at)))];
      }
      const raw = targetOf(event);
      if (isElement(raw) && !event.button) prepared = prepare(raw);
    });
    core.on(win, 'click', begin);
    core.on(doc, 'scroll', () => {
      if (now() - wheelAt > 1000) markNewest(Effect.Scroll, 700);
    });
    core.on(doc, 'wheel touchmove', () => (wheelAt = now()));
    core.on(doc, 'input change', () => markNewest(Effect.Value, 200));
    core.on(doc, 'submit', () => markNewest(Effect.Request, 500));
    core.on(doc, 'play pause', () => markNewest(Effect.Media, WINDOW));
    core.on(doc, 'toggle beforetoggle', () => markNewest(Effect.Dialog, 500));
    for (const [name, bit] of [['alert', Effect.Dialog], ['confirm', Effect.Dialog], ['prompt', Effect.Dialog], ['print', Effect.Dialog], ['open', Effect.Tab]] as const) {
      core.onStop(patch(win as never, name as never, (original: (...a: unknown[]) => unknown) => function (this: unknown, ...args: unknown[]) {
        quietly(() => markNewest(bit, WINDOW));
        return original.apply(this ?? win, args);
      }));
    }
  });
  core.on(window, 'popstate hashchange', () => markNewest(Effect.Navigation, WINDOW));
  core.routes.push(() => {
    markNewest(Effect.Navigation, WINDOW);
    for (const w of [...open]) finish(w);
  });
  core.on(window, 'pagehide', () => {
    for (const w of [...open]) {
      mark(w, Effect.Left);
      finish(w);
    }
  });
}

/** What is looked at before a click's own handlers run. */
function prepare(hit: Element) {
  const hood = neighbourhood(controlOf(hit));
  const control = controlOf(hit);
  const looks = new Map<Element, string>();
  const moving = new Set(quietly(() => hit.ownerDocument.getAnimations().map((a) => (a.effect as KeyframeEffect | null)?.target)) ?? []);
  const around = [control.getAttribute('aria-controls'), control.getAttribute('for')]
    .flatMap((ids) => (ids ?? '').split(/\s+/))
    .map((id) => (id ? hit.ownerDocument.getElementById(id) : null));
  const walker = hit.ownerDocument.createTreeWalker(hood, 1);
  for (let e: Node | null = hood; e && looks.size < 60; e = walker.nextNode()) {
    if (!moving.has(e as Element)) looks.set(e as Element, lookOf(e as Element, e === control || control.contains(e) || e.contains(control)));
  }
  for (const e of around) if (e) looks.set(e, lookOf(e, false));
  return {
    hit, hood, looks,
    canvas: hit.localName === 'canvas' ? picture(hit as HTMLCanvasElement) : null,
    focus: focused(),
    selection: String(getSelection()),
  };
}

function focused(): Element | null {
  let e = document.activeElement;
  while (e?.shadowRoot?.activeElement) e = e.shadowRoot.activeElement;
  return e;
}

/** The control with up to three levels around it that are smaller than half of the window. */
function neighbourhood(control: Element): Element {
  let hood = control;
  for (let level = 0; level < 3; level++) {
    const up = parentOf(hood);
    if (!up || up.localName === 'body' || up.localName === 'html') break;
    const box = up.getBoundingClientRect();
    if (box.width * box.height > (innerWidth * innerHeight) / 2) break;
    hood = up;
  }
  return hood;
}

/** Place, size and looks; without colours where focus or pressing alone changes them. */
function lookOf(e: Element, plain: boolean): string {
  const box = e.getBoundingClientRect();
  const style = getComputedStyle(e);
  const place = [box.x + scrollX, box.y + scrollY, box.width, box.height].map(Math.round).join();
  const looks = `${style.display}${style.visibility}${style.opacity}`;
  return plain ? `${box.width | 0},${box.height | 0}${style.display}${style.visibility}` : `${place}${looks}${style.backgroundColor}${style.color}${style.transform}${style.clipPath}`;
}

/** A canvas at thumbnail size, null when it can't be read. */
function picture(canvas: HTMLCanvasElement): string | null {
  return quietly(() => {
    const small = document.createElement('canvas');
    small.width = small.height = 24;
    const context = small.getContext('2d', { willReadFrequently: true })!;
    context.drawImage(canvas, 0, 0, 24, 24);
    const data = context.getImageData(0, 0, 24, 24).data;
    return data.some((v) => v) ? data.join() : null;
  }) ?? null;
}

function matters(record: MutationRecord): boolean {
  const target = isElement(record.target) ? record.target : record.target.parentElement;
  if (target && INVISIBLE.test(target.localName)) return false;
  if (record.type === 'attributes') return !SILENT.test(record.attributeName!) && (target!.localName !== 'html' || record.attributeName !== 'lang');
  if (record.type !== 'childList') return true;
  const nodes = [...record.addedNodes, ...record.removedNodes];
  return nodes.some((n) => (isElement(n) ? !INVISIBLE.test(n.localName) : n.nodeType === 3 && n.nodeValue!.trim() !== ''));
}

/** Something new that lies over the page: a dialog, toast, menu, or a live region that speaks. */
function overlays(record: MutationRecord): boolean {
  if (record.type === 'attributes') return record.attributeName === 'open' && (record.target as Element).matches(OVERLAY);
  if (record.type === 'characterData') return false;
  if (isElement(record.target) && closest(record.target, '[role=alert],[role=status],[aria-live]')) return true;
  return [...record.addedNodes].some((n) => {
    if (!isElement(n) || INVISIBLE.test(n.localName)) return false;
    return n.matches(OVERLAY) || /fixed|absolute|sticky/.test(getComputedStyle(n).position);
  });
}
