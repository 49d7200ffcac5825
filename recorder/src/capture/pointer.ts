import { Kind, frameOffset, targetOf, type Core } from '../core/core';
import { controlOf, selectorOf, textOf } from '../core/describe';
import { isMasked } from '../core/taint';
import { closest, isElement, now, parentOf } from '../core/util';

const BLOCK = '[data-hitlai-block]';
const STEPPER =
  'input[type=number],input[type=range],input[type=color],video,audio,[role=slider],[role=spinbutton],[role=scrollbar],[data-hitlai-repeat]';
const BUTTON = 'button,input[type=button],input[type=submit],input[type=reset],input[type=checkbox],input[type=radio],select,summary,[role=button],[role=tab],[role=menuitem],[role=checkbox],[role=radio],[role=switch],[role=option]';
const EDITABLE = 'input:not([type=button],[type=submit],[type=reset],[type=checkbox],[type=radio],[type=image],[type=file]),textarea,[contenteditable]';
/** A pointer sample each 50 ms at most: 20 Hz. */
const PAUSE = 50;

interface Group {
  start: number;
  last: number;
  x: number;
  y: number;
  scrollX: number;
  scrollY: number;
  points: number[];
  hover: number[];
  touch: number;
}

/** Pointer movement and clicks. */
export function pointer(core: Core): void {
  let group: Group | null = null;
  let seen = { x: -1, y: -1 };
  let pending: PointerEvent | null = null;

  const close = (): void => {
    const g = group;
    group = null;
    if (!g || g.points.length < 3) return;
    core.emit(Kind.Mouse, now() - g.start, g.scrollX, g.scrollY, g.points, g.hover.length ? g.hover : null, g.touch || null);
  };

  const add = (event: PointerEvent): void => {
    pending = null;
    const doc = (event.target as Node).ownerDocument ?? document;
    const offset = frameOffset(doc);
    const x = Math.round(event.clientX + offset.x);
    const y = Math.round(event.clientY + offset.y);
    const time = now();
    seen = { x, y };
    if (group && (time - group.start > 5000 || group.points.length > 297)) close();
    const node = core.nodeId(targetOf(event));
    if (!group) {
      group = {
        start: time, last: time, x, y, points: [x, y, 0], hover: node ? [0, node] : [], touch: event.pointerType === 'mouse' ? 0 : 1,
        scrollX: Math.round(scrollX), scrollY: Math.round(scrollY),
      };
      return;
    }
    if (x === group.x && y === group.y) return;
    if (node && node !== group.hover[group.hover.length - 1]) group.hover.push(group.points.length / 3, node);
    group.points.push(x - group.x, y - group.y, time - group.last);
    group.x = x;
    group.y = y;
    group.last = time;
  };

  const click = (event: MouseEvent): void => {
    if (event.button > 2) return;
    const raw = targetOf(event);
    const hit = isElement(raw) ? raw : parentOf(raw);
    if (!hit) return;
    core.freshen();
    const doc = hit.ownerDocument;
    const offset = frameOffset(doc);
    const block = closest(hit, BLOCK);
    const target = block ?? controlOf(hit);
    const box = target.getBoundingClientRect();
    const viewX = event.clientX + offset.x;
    const viewY = event.clientY + offset.y;
    const byKey = event.detail === 0 && event.isTrusted;
    const touch = (event as PointerEvent).pointerType === 'touch';
    const is = (selector: string): boolean => !!closest(hit, selector);
    const editable = is(EDITABLE) || (hit as HTMLElement).isContentEditable;
    const bits = [
      event.detail === 2, !event.isTrusted, is('a[href],area[href]'), is(BUTTON), editable, is(STEPPER),
      doc.getSelection()?.type === 'Range', is(':disabled,[aria-disabled=true]'), isMasked(target), byKey,
      !touch && !byKey && (Math.abs(seen.x - viewX) > 3 || Math.abs(seen.y - viewY) > 3), touch, hit.localName === 'canvas',
      is('label'), getComputedStyle(hit).cursor === 'pointer', doc !== document,
    ];
    if (!byKey) {
      if (pending) add(pending);
      close();
    }
    const share = (at: number, from: number, size: number): number => (size ? Math.max(0, Math.min(1000, Math.round(((at - from) / size) * 1000))) : 0);
    core.clickAt = now();
    core.emit(
      Kind.Click, core.clicks++, Math.round(viewX + scrollX), Math.round(viewY + scrollY), Math.round(viewX), Math.round(viewY), event.button,
      bits.reduce((sum, bit, i) => sum + (bit ? 2 ** i : 0), 0), event.detail, target.localName,
      core.taint.clean(target.id).slice(0, 120) || null, core.taint.clean(target.getAttribute('class') ?? '').slice(0, 120) || null,
      block ? null : textOf(target, core.taint) || null, selectorOf(target, core.taint), core.nodeId(hit),
      share(event.clientX, box.x, box.width), share(event.clientY, box.y, box.height),
    );
  };

  core.inDocuments((_, doc) => {
    core.on(doc, 'pointermove', (event: PointerEvent) => {
      if (group && now() - group.last < PAUSE) pending = event;
      else add(event);
    });
    core.on(doc, 'click auxclick', click);
    core.on(doc, 'scroll', () => close());
  });
  core.every(1000, () => {
    if (pending) add(pending);
    if (group && now() - group.last > 900) close();
  });
  core.routes.push(close);
}
