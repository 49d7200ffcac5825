import { targetOf, type Core } from '../core/core';
import { isField } from '../core/taint';
import { isElement, now, patch } from '../core/util';
import { attribute, contextBelow, contextOf, stateOf } from './attributes';
import { Styles } from './styles';
import { firstOf, nextOf, parentIn, Tree } from './tree';
import { Writer } from './writer';

/** Starts recording the document; loaded only where a session is sampled for replay. */
export type Replay = (core: Core) => { stop(): void };

const PAUSE = 40;
const RENEW_OPERATIONS = 5000;
const RENEW_MS = 600_000;

export const replay: Replay = (core) => new DomRecorder(core);

/** Records a document and what becomes of it, in slices that leave the page its main thread. */
class DomRecorder {
  private readonly tree = new Tree();
  private readonly styles: Styles;
  private readonly writer: Writer;
  private readonly observer: MutationObserver;
  private dirty = new Set<Node>();
  private texts = new Set<Node>();
  private attributes = new Map<Element, Set<string>>();
  private scrolled = new Map<Node, 1>();
  private states = new WeakMap<Element, string>();
  private job: Generator<void, void> | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private stopped = false;
  private operations = 0;
  private snapshotAt = 0;
  private readonly removed: number[] = [];

  constructor(private readonly core: Core) {
    this.styles = new Styles(core, this.tree, () => this.soon());
    this.writer = new Writer(core, this.tree, {
      element: (e) => this.onElement(e),
      root: (root) => this.onRoot(root),
      again: (node) => this.dirty.add(node),
    });
    this.observer = new MutationObserver(core.guard((records) => this.note(records)));
    core.onStop(() => this.stop());
    core.nodeId = (node) => this.tree.id(node);
    core.inDocuments((doc, win) => this.attach(doc, win));
    core.routes.push(() => this.page());
    core.every(1000, () => {
      this.inputs();
      if (!this.job && this.styles.roots.size) this.styles.flush();
    });
    if (document.readyState === 'loading') core.on(document, 'DOMContentLoaded', () => this.snapshot());
    else this.snapshot();
  }

  stop(): void {
    this.stopped = true;
    this.job = null;
    clearTimeout(this.timer);
    this.observer.disconnect();
    this.core.nodeId = () => 0;
  }

  // --- what is watched -------------------------------------------------------------------------

  private attach(doc: Document, win: Window & typeof globalThis): void {
    const core = this.core;
    this.styles.attach(win);
    core.onStop(patch(win.Element.prototype, 'attachShadow', (original: (init: ShadowRootInit) => ShadowRoot) => {
      const recorder = this;
      return function (this: Element, init: ShadowRootInit) {
        const root = original.call(this, init);
        core.guard(() => {
          if (recorder.tree.id(this)) recorder.again(this);
        })();
        return root;
      };
    }));
    core.on(doc, 'load', (event) => this.loaded(event));
    core.on(win, 'input change', () => this.inputs());
    core.on(win, 'reset', () => setTimeout(core.guard(() => this.inputs())));
    core.on(doc, 'scroll', (event) => this.scroll(event));
    core.on(win, 'focusin focusout', (event: Event) => {
      const id = event.type === 'focusin' ? this.tree.id(targetOf(event)) : 0;
      if (!this.job) core.outbox.operation(12, `${id}`);
    });
    core.on(doc, 'play pause seeked volumechange', (event: Event) => {
      const media = targetOf(event) as HTMLMediaElement;
      const id = this.tree.id(media);
      const type = ['play', 'pause', 'seeked', 'volumechange'].indexOf(event.type);
      if (id) core.outbox.operation(11, `${id},${type},${media.currentTime},${media.volume},${media.muted ? 1 : 0}`);
    });
  }

  private loaded(event: Event): void {
    const e = targetOf(event);
    if (!isElement(e) || !this.tree.id(e)) return;
    if (e.localName === 'iframe') this.again(e);
    else if (e.localName === 'link') {
      this.styles.add(e);
      this.soon();
    }
  }

  private scroll(event: Event): void {
    const target = targetOf(event);
    if (target === document) return;
    this.scrolled.set(target, 1);
    this.soon();
  }

  private onElement(e: Element): void {
    this.styles.add(e);
    if (e.localName === 'iframe') this.core.watchFrame(e);
  }

  private onRoot(root: Document | ShadowRoot): void {
    this.observer.observe(root, { childList: true, attributes: true, characterData: true, subtree: true });
    this.styles.roots.set(root, '');
    if (root.nodeType === 11) {
      this.core.on(root, 'scroll', (event) => this.scroll(event));
      this.core.on(root, 'load', (event) => this.loaded(event));
      this.core.on(root, 'change', () => this.inputs());
    }
  }

  private again(node: Node): void {
    this.dirty.add(node);
    this.soon();
  }

  private note(records: MutationRecord[]): void {
    for (const { type, target, attributeName } of records) {
      const style = target.nodeName === 'STYLE' ? target : target.parentNode?.nodeName === 'STYLE' ? target.parentNode : null;
      if (style && type !== 'attributes') {
        if (this.tree.id(style)) this.styles.whole.add(style as Element);
      } else if (!this.tree.id(target)) continue;
      else if (type === 'childList') this.dirty.add(target);
      else if (type === 'characterData') this.texts.add(target);
      else {
        let names = this.attributes.get(target as Element);
        if (!names) this.attributes.set(target as Element, (names = new Set()));
        names.add(attributeName!);
      }
    }
    this.soon();
  }

  // --- slices ----------------------------------------------------------------------------------

  private soon(): void {
    if (!this.job && !this.stopped) this.timer ??= setTimeout(this.core.guard(() => this.start(this.changes())), PAUSE);
  }

  private start(job: Generator<void, void>): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.job = job;
    this.slice();
  }

  private readonly slice = (): void => {
    if (!this.job || this.stopped) return;
    this.writer.begin();
    const guarded = this.core.guard(() => {
      let done = true;
      try {
        done = !!this.job!.next().done;
      } finally {
        if (done) this.job = null;
      }
    });
    guarded();
    if (this.job) {
      if (typeof requestIdleCallback === 'function') requestIdleCallback(this.slice, { timeout: 30 });
      else setTimeout(this.slice, 4);
    } else if (this.dirty.size + this.texts.size + this.attributes.size + this.styles.whole.size) this.soon();
    else if (this.operations > RENEW_OPERATIONS || (this.operations > 100 && now() - this.snapshotAt > RENEW_MS)) this.snapshot();
  };

  private snapshot(): void {
    this.start(this.whole());
  }

  private page(): void {
    this.core.outbox.operation(13, `${JSON.stringify(this.core.url(location.href))},${JSON.stringify(this.core.url(document.baseURI))}`);
  }

  private *whole(): Generator<void, void> {
    const core = this.core;
    this.tree.reset();
    this.styles.reset();
    this.dirty.clear();
    this.texts.clear();
    this.attributes.clear();
    this.operations = 0;
    this.snapshotAt = now();
    core.freshen();
    core.outbox.operation(1, `${JSON.stringify(core.url(location.href))},${innerWidth},${innerHeight},${Math.round(scrollX)},${Math.round(scrollY)}`);
    this.writer.withScroll = true;
    yield* this.writer.write(document, 0, 0, 0);
    this.writer.withScroll = false;
    this.writer.flush();
    yield* this.styles.write(() => this.pausing());
    core.outbox.operation(3, '');
    this.styles.flush();
    const focus = document.activeElement && document.activeElement !== document.body ? this.tree.id(document.activeElement) : 0;
    if (focus) core.outbox.operation(12, `${focus}`);
  }

  private pausing(): boolean {
    return this.writer.isDue;
  }

  private *changes(): Generator<void, void> {
    const core = this.core;
    this.note(this.observer.takeRecords());
    clearTimeout(this.timer);
    this.timer = undefined;
    core.freshen();
    const { dirty, texts, attributes, scrolled } = this;
    this.dirty = new Set();
    this.texts = new Set();
    this.attributes = new Map();
    this.scrolled = new Map();
    for (const node of dirty) {
      const id = this.tree.id(node);
      if (id) yield* this.compare(node, id);
    }
    this.sendRemoved();
    this.writer.flush();
    this.changedTexts(texts);
    this.changedAttributes(attributes);
    yield* this.styles.write(() => this.pausing());
    this.styles.flush();
    for (const target of scrolled.keys()) {
      const id = this.tree.id(target);
      const e = target.nodeType === 9 ? (target as Document).scrollingElement : (target as Element);
      if (id && e) core.outbox.operation(8, `${id},${Math.round(e.scrollLeft)},${Math.round(e.scrollTop)}`);
    }
    this.inputs();
  }

  // --- differences -----------------------------------------------------------------------------

  private remove(id: number): void {
    this.writer.flush();
    this.removed.push(this.tree.parent(id), id);
    this.tree.remove(id);
    this.operations++;
  }

  private sendRemoved(): void {
    if (this.removed.length) this.core.outbox.operation(4, this.removed.join());
    this.removed.length = 0;
  }

  /** Compares a node's children with what was recorded and writes what differs. */
  private *compare(node: Node, id: number): Generator<void, void> {
    const tree = this.tree;
    tree.mark();
    const kept: number[] = [];
    for (let child = firstOf(node); child; child = nextOf(child)) {
      const c = tree.id(child);
      if (c && tree.parent(c) === id) {
        tree.stamp(c, 0);
        kept.push(c);
      }
    }
    let place = 0;
    for (let m = tree.first(id); m; ) {
      const next = tree.next(m);
      if (tree.isStamped(m)) tree.stamp(m, ++place);
      else this.remove(m);
      m = next;
    }
    for (const moved of outOfOrder(kept.map((c) => tree.place(c)))) this.remove(kept[moved]!);
    this.sendRemoved();
    const context = contextOf(node);
    let expected = tree.first(id);
    for (let child = firstOf(node); child; child = nextOf(child)) {
      const c = tree.id(child);
      if (c && c === expected) {
        expected = tree.next(c);
        continue;
      }
      if (c) {
        this.remove(c);
        this.sendRemoved();
      }
      this.operations++;
      yield* this.writer.write(child, id, expected, context);
      if (parentIn(child) !== node || !tree.id(node)) {
        this.dirty.add(node);
        return;
      }
    }
  }

  private changedTexts(texts: Set<Node>): void {
    let out = '';
    for (const node of texts) {
      const id = this.tree.id(node);
      if (!id) continue;
      out += `${out && ','}${id},${JSON.stringify(this.writer.text(node, contextOf(node)))}`;
      this.operations++;
    }
    if (out) this.core.outbox.operation(6, out);
  }

  private changedAttributes(changed: Map<Element, Set<string>>): void {
    let out = '';
    for (const [e, names] of changed) {
      const id = this.tree.id(e);
      if (!id || e.hasAttribute('data-hitlai-block')) continue;
      const context = contextOf(e);
      let list = '';
      for (const name of names) {
        if (/["\\]/.test(name)) continue;
        const raw = e.getAttribute(name);
        const value = raw === null ? null : attribute(this.core, e, name, raw, contextBelow(e, context));
        if (raw !== null && value === null) continue;
        list += `${list && ','}"${name}",${JSON.stringify(value)}`;
        if (name === 'open' && e.localName === 'dialog' && raw !== null) list += `,"rr_open_mode","${e.matches(':modal') ? 'modal' : 'non-modal'}"`;
        if (e.localName === 'link' && /^(href|rel|disabled|media)$/.test(name)) this.styles.add(e);
        if (name === 'contenteditable' || name === 'data-hitlai-mask') this.dirty.add(e);
      }
      if (list) out += `${out && ','}${id},[${list}]`;
      this.operations++;
    }
    if (out) this.core.outbox.operation(5, out);
  }

  /** States of fields: lengths instead of values. */
  private inputs(): void {
    if (this.job && !this.tree.count) return;
    for (const field of this.core.taint.fields) {
      const id = this.tree.id(field);
      if (!id || !isField(field)) continue;
      const [length, checked] = stateOf(field);
      const state = `${length},${checked}`;
      const before = this.states.get(field);
      this.states.set(field, state);
      // What is empty at first was told by the snapshot or when the field was added.
      if (before === state || (before === undefined && /^0,(0|null)$/.test(state))) continue;
      this.core.outbox.operation(7, `${id},${state}`);
      this.operations++;
    }
  }
}

/** Indices of what has to move so that the rest is in ascending order: all but a longest ascending sequence. */
export function outOfOrder(places: number[]): number[] {
  if (places.every((p, i) => !i || p > places[i - 1]!)) return [];
  const ends: number[] = [];
  const before: number[] = [];
  places.forEach((p, i) => {
    let low = 0;
    for (let high = ends.length; low < high; ) {
      const middle = (low + high) >> 1;
      if (places[ends[middle]!]! < p) low = middle + 1;
      else high = middle;
    }
    before[i] = low ? ends[low - 1]! : -1;
    ends[low] = i;
  });
  const stay = new Set<number>();
  for (let i = ends[ends.length - 1]!; i >= 0; i = before[i]!) stay.add(i);
  return places.map((_, i) => i).filter((i) => !stay.has(i));
}
