/** Children of an element that aren't recorded: scripts, and what is recorded in another way. */
const OPAQUE = /^(script|noscript|textarea|style|template|object|embed)$/;
export const BLOCK = '[data-hitlai-block]';

const isOpaque = (e: Element): boolean => OPAQUE.test(e.localName) || (e.hasAttributes() && e.hasAttribute('data-hitlai-block'));

/** The document of a frame, null when it belongs to another origin. */
export function documentOf(frame: Element): Document | null {
  try {
    return (frame as HTMLIFrameElement).contentDocument;
  } catch {
    return null;
  }
}

/** First child as the recording sees it: a frame's document and a shadow root are children, too. */
export function firstOf(node: Node): Node | null {
  if (node.nodeType === 1) {
    const e = node as Element;
    if (isOpaque(e)) return null;
    if (e.localName === 'iframe') return documentOf(e);
    if (e.shadowRoot) return e.shadowRoot;
  }
  return node.firstChild;
}

export const nextOf = (node: Node): Node | null =>
  node.nodeType === 9 ? null : node.nodeType === 11 ? (node as ShadowRoot).host.firstChild : node.nextSibling;

export function parentIn(node: Node): Node | null {
  if (node.nodeType === 11) return (node as ShadowRoot).host ?? null;
  if (node.nodeType === 9) {
    try {
      return (node as Document).defaultView?.frameElement ?? null;
    } catch {
      return null;
    }
  }
  return node.parentNode;
}

/**
 * What has been recorded of the tree: each node's number and its place, as lists in typed arrays. What the page did to a node is
 * found by comparing with this, not by following the order of mutations, so the rebuilt tree can't drift.
 */
export class Tree {
  private ids = new WeakMap<Node, number>();
  private capacity = 0;
  private up = new Int32Array(0);
  private after = new Int32Array(0);
  private before = new Int32Array(0);
  private head = new Int32Array(0);
  private tail = new Int32Array(0);
  private stamps = new Int32Array(0);
  private places = new Int32Array(0);
  private turn = 0;
  /** The last number given. */
  count = 0;

  reset(): void {
    this.ids = new WeakMap();
    this.count = this.capacity = 0;
    this.grow();
  }

  private grow(): void {
    this.capacity = Math.max(2048, this.capacity * 2);
    const larger = (old: Int32Array): Int32Array<ArrayBuffer> => {
      const array = new Int32Array(this.capacity);
      if (this.count) array.set(old);
      return array;
    };
    this.up = larger(this.up);
    this.after = larger(this.after);
    this.before = larger(this.before);
    this.head = larger(this.head);
    this.tail = larger(this.tail);
    this.stamps = larger(this.stamps);
    this.places = larger(this.places);
  }

  /** The node's number; 0 when it isn't part of what was recorded. */
  id(node: Node): number {
    const id = this.ids.get(node);
    return id && this.up[id] !== -1 ? id : 0;
  }

  parent(id: number): number {
    return this.up[id]!;
  }

  first(id: number): number {
    return this.head[id]!;
  }

  next(id: number): number {
    return this.after[id]!;
  }

  /** Gives the next number to a node and puts it below a parent, before `next` or, when that is 0, at the end. */
  add(node: Node, parent: number, next: number): number {
    const id = ++this.count;
    if (id >= this.capacity) this.grow();
    this.ids.set(node, id);
    this.up[id] = parent;
    const previous = next ? this.before[next]! : this.tail[parent]!;
    this.before[id] = previous;
    this.after[id] = next;
    if (previous) this.after[previous] = id;
    else this.head[parent] = id;
    if (next) this.before[next] = id;
    else this.tail[parent] = id;
    return id;
  }

  /** Takes a node out, with everything below it. */
  remove(id: number): void {
    const parent = this.up[id]!;
    const previous = this.before[id]!;
    const next = this.after[id]!;
    if (previous) this.after[previous] = next;
    else this.head[parent] = next;
    if (next) this.before[next] = previous;
    else this.tail[parent] = previous;
    const below = [id];
    for (let n; (n = below.pop()) !== undefined; ) {
      for (let child = this.head[n]!; child; child = this.after[child]!) below.push(child);
      this.up[n] = -1;
    }
  }

  /** Begins a new marking of nodes. */
  mark(): void {
    this.turn++;
  }

  stamp(id: number, place: number): void {
    this.stamps[id] = this.turn;
    this.places[id] = place;
  }

  /** What was noted with the stamp. */
  place(id: number): number {
    return this.places[id]!;
  }

  isStamped(id: number): boolean {
    return this.stamps[id] === this.turn;
  }
}
