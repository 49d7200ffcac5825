import type { Outbox } from './outbox';
import type { Taint } from './taint';
import { quietly } from './util';
import { stripUrl } from './url';

/** Kinds of events; see docs/recording-format.md. */
export const enum Kind {
  Performance = 1,
  Scroll,
  Click,
  Form,
  Mouse = 6,
  Key,
  Visibility,
  Network,
  Console,
  Error,
  Element,
  Effect,
  Viewport,
  Loss,
  Shift,
  Act,
}

export type Attach = (doc: Document, win: Window & typeof globalThis) => void;

/** What the parts of a running recorder share. */
export class Core {
  private readonly undo: (() => void)[] = [];
  private readonly attaches: Attach[] = [];
  private readonly known = new WeakSet<Node>();
  private readonly docs = new Set<Document>();
  /** Time of the page's main thread that this recorder used, ms. */
  spent = 0;
  running = true;
  /** Number of clicks of the page view, time of the last one. */
  clicks = 0;
  clickAt = -1e9;
  /** The replay's number of a node, 0 when there is none. */
  nodeId: (node: Node) => number = () => 0;
  /** Tells what a click may have caused; see effects. */
  cause: (bit: number) => void = () => {};
  /** A new page view within the document has begun. */
  readonly routes: (() => void)[] = [];

  constructor(
    readonly outbox: Outbox,
    readonly taint: Taint,
    readonly elements: string,
  ) {}

  emit(kind: Kind, ...fields: unknown[]): void {
    if (this.running) this.outbox.event(kind, fields);
  }

  /** Milliseconds since the page view began. */
  since(time: number): number {
    return Math.round(performance.timeOrigin + time - this.outbox.start);
  }

  /** An address as it may leave. */
  url(raw: string, base?: string): string {
    return this.taint.clean(stripUrl(raw, base ?? document.baseURI));
  }

  /** Text of the page (not of a field) as it may leave. */
  text(raw: unknown, limit: number): string {
    return this.taint.mask(String(raw ?? '').slice(0, limit * 4)).slice(0, limit);
  }

  /** Values of all fields are known before something leaves that could contain them. */
  freshen(): void {
    this.taint.refresh(document);
  }

  /** Wraps a function so that it never throws and its time is counted. */
  guard<A extends unknown[]>(work: (...args: A) => void): (...args: A) => void {
    return (...args) => {
      if (!this.running) return;
      const start = performance.now();
      try {
        work(...args);
      } catch {
        // The page must not notice.
      }
      this.spent += performance.now() - start;
    };
  }

  on<E extends Event>(target: EventTarget, types: string, handler: (event: E) => void): void {
    const guarded = this.guard(handler) as EventListener;
    for (const type of types.split(' ')) {
      target.addEventListener(type, guarded, { capture: true, passive: true });
      this.undo.push(() => target.removeEventListener(type, guarded, true));
    }
  }

  onStop(work: () => void): void {
    this.undo.push(work);
  }

  /** A timer that ends with the recorder. */
  every(ms: number, work: () => void): void {
    const timer = setInterval(this.guard(work), ms);
    this.onStop(() => clearInterval(timer));
  }

  /** Adds something that listens in each document. */
  inDocuments(attach: Attach): void {
    this.attaches.push(attach);
    for (const doc of this.docs) quietly(() => attach(doc, doc.defaultView as never));
  }

  /** Begins to listen in a document: the page's own, and those of frames of its origin. */
  watch(doc: Document | null | undefined): void {
    if (!doc || !doc.defaultView || this.known.has(doc)) return;
    this.known.add(doc);
    this.docs.add(doc);
    for (const attach of this.attaches) quietly(() => attach(doc, doc.defaultView as never));
    for (const frame of doc.getElementsByTagName('iframe')) this.watchFrame(frame);
    this.on(doc, 'load', (event: Event) => this.watchFrame(event.target as Element));
  }

  watchFrame(frame: Element): void {
    if (frame.localName === 'iframe') this.watch(quietly(() => (frame as HTMLIFrameElement).contentDocument));
  }

  stop(): void {
    this.running = false;
    for (const undo of this.undo.reverse()) quietly(undo);
    this.undo.length = 0;
  }
}

/** Where an event began, also within shadow trees. */
export const targetOf = (event: Event): Node => (event.composedPath()[0] ?? event.target) as Node;

/** Offset of a frame's document in the page, CSS px. */
export function frameOffset(doc: Document): { x: number; y: number } {
  let x = 0;
  let y = 0;
  for (let win = doc.defaultView; win && win !== win.top; win = win.parent as Window & typeof globalThis) {
    const frame = quietly(() => win!.frameElement);
    if (!frame) break;
    const box = frame.getBoundingClientRect();
    x += box.x + (frame as HTMLElement).clientLeft;
    y += box.y + (frame as HTMLElement).clientTop;
    if (win.parent === window) break;
  }
  return { x, y };
}
