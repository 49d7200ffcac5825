import type { Core } from '../core/core';
import { stars } from '../core/taint';
import { attributesOf, contextBelow } from './attributes';
import { firstOf, nextOf, parentIn, type Tree } from './tree';

/** Milliseconds of work between two pauses: a task stays well below the 16 ms of a frame. */
const SLICE = 5;
const TEXT_BOUND = 120_000;

/** An element whose children are being written. */
interface Frame {
  node: Node;
  id: number;
  context: number;
  last: Node | null;
  /** Its bracket is open in the current group. */
  open: boolean;
}

/** Things to do for nodes that are written for the first time. */
export interface OnNode {
  element(e: Element): void;
  root(root: Document | ShadowRoot): void;
  /** The page changed this node while it was being written; it is compared again later. */
  again(node: Node): void;
}

/** Writes nodes as compact JSON, pausing whenever a slice is used up. */
export class Writer {
  private out = '';
  private firstId = 0;
  private group = -1;
  private groupNext = 0;
  private comma = '';
  private deadline = 0;
  private left = 0;
  /** Full snapshots also note where elements are scrolled to. */
  withScroll = false;

  constructor(
    private readonly core: Core,
    private readonly tree: Tree,
    private readonly on: OnNode,
  ) {}

  /** A new slice begins. */
  begin(): void {
    this.deadline = performance.now() + SLICE;
    this.left = 16;
  }

  /** True when the slice is used up; asks the clock now and then only. */
  get isDue(): boolean {
    if (--this.left > 0) return false;
    this.left = 16;
    return performance.now() > this.deadline;
  }

  private into(frame: { id: number; open: boolean }, next: number): void {
    if (frame.open) this.out += ',';
    else {
      if (this.group !== frame.id || this.groupNext !== next) {
        this.endGroup();
        this.firstId ||= this.tree.count + 1;
        this.out += `${this.out && ','}${frame.id},${next},[`;
        this.group = frame.id;
        this.groupNext = next;
        this.comma = '';
      }
      this.out += this.comma;
      this.comma = ',';
    }
  }

  private endGroup(): void {
    if (this.group >= 0) this.out += ']';
    this.group = -1;
  }

  /** Sends what was written so far. */
  flush(): void {
    this.endGroup();
    if (this.out) this.core.outbox.operation(2, `${this.firstId},${this.out}`);
    this.out = '';
    this.firstId = 0;
  }

  /** Writes a node and everything below it. */
  *write(node: Node, parent: number, next: number, context: number): Generator<void, void> {
    const stack: Frame[] = [];
    this.enter(node, { id: parent, open: false }, next, context, stack);
    for (let frame; (frame = stack[stack.length - 1]); ) {
      let child = !frame.last ? firstOf(frame.node) : parentIn(frame.last) === frame.node ? nextOf(frame.last) : null;
      if (!child && frame.last && !frame.open) {
        // In a pause the page may have moved the place where this went on: look for what isn't written yet.
        child = firstOf(frame.node);
        while (child && this.tree.id(child)) child = nextOf(child);
        if (child) this.on.again(frame.node);
      }
      if (!child) {
        stack.pop();
        if (frame.open) this.out += ']';
        else if (this.group === frame.id) this.endGroup();
        continue;
      }
      frame.last = child;
      if (this.tree.id(child)) {
        this.on.again(frame.node);
        continue;
      }
      this.enter(child, frame, 0, frame.context, stack);
      if (this.isDue || this.out.length > TEXT_BOUND) {
        for (const f of stack) {
          if (f.open) this.out += ']';
          f.open = false;
        }
        this.flush();
        if (performance.now() > this.deadline) yield;
      }
    }
  }

  private enter(node: Node, parent: { id: number; open: boolean }, next: number, context: number, stack: Frame[]): void {
    this.into(parent, next);
    const id = this.tree.add(node, parent.id, next);
    switch (node.nodeType) {
      case 1: {
        const e = node as Element;
        this.on.element(e);
        const svg = e.namespaceURI === 'http://www.w3.org/2000/svg';
        const attributes = attributesOf(this.core, e, context, this.withScroll);
        this.out += `["${svg ? '$' : ''}${e.localName.replace(/["\\]/g, '')}"`;
        const hasChildren = firstOf(e) !== null;
        if (attributes || hasChildren) this.out += ',' + (attributes || '0');
        if (!hasChildren) this.out += ']';
        else stack.push({ node, id, context: contextBelow(e, context), last: null, open: true });
        return;
      }
      case 3:
        this.out += JSON.stringify(this.text(node, context));
        return;
      case 9:
      case 11: {
        this.on.root(node as Document | ShadowRoot);
        const doc = node as Document;
        this.out += node.nodeType === 9 ? `["#d",${doc.compatMode === 'BackCompat' ? 1 : 0},${JSON.stringify(this.core.url(doc.baseURI))}` : '["#s",0';
        stack.push({ node, id, context: contextBelow(node, context), last: null, open: true });
        return;
      }
      case 10: {
        const type = node as DocumentType;
        this.out += JSON.stringify(['!', type.name, type.publicId, type.systemId]);
        return;
      }
      case 4:
        this.out += JSON.stringify(['=', this.text(node, context)]);
        return;
      default:
        // Comments and processing instructions keep their place, not their text.
        this.out += '["-"]';
    }
  }

  text(node: Node, context: number): string {
    const value = node.nodeValue ?? '';
    return context ? stars(value) : this.core.taint.mask(value);
  }
}
